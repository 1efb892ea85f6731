"""A script with Python for browsers and the kiosk's code; local pages can load only scripts.

Pyodide and pydantic's WebAssembly wheel are downloaded by `script/setup kit` (or `test`) as
listed in `script/kit-python`; all else is taken from the running installation.
"""

import gzip
import io
import json
import sys
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from kiosk.folders import Folders

FETCHED = Path(sys.prefix) / "kit-python"
PYODIDE = FETCHED / "node_modules" / "pyodide"
PACKED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LIBRARY = "python_stdlib.zip"
LIBRARIES = (
    *("pydantic", "annotated_types", "typing_extensions", "typing_inspection"),
    *("yaml", "rapidfuzz", "qrcode"),
)
"""The libraries that the checker imports; their Python parts suffice without C extensions."""
PARTS = (
    *("authoring", "content", "domain", "i18n", "keyboard", "kit", "library", "narration", "phone"),
    *("pictures", "player", "qr", "settings", "stats", "steps", "web"),
)
"""The packages of the kiosk that the checker imports."""
CONTENT = ("lessons/**/*.yaml", "media/icons/*.svg", "media/pictures/*.svg")


class NoRuntimeError(Exception):
    """The files downloaded by `script/setup kit` are missing."""


def runtime_script(folders: Folders) -> str:
    """The script, which defines `KIT_FILES` by name, and `LOCK` and `WHEEL` for Pyodide.

    Raises:
        NoRuntimeError: the downloaded files are missing.
        OSError: a file cannot be read.
    """
    wheels = sorted(FETCHED.glob("pydantic_core-*.whl"))
    if not wheels or not PYODIDE.is_dir():
        raise NoRuntimeError
    held = {f"{name}.gz": gzip.compress((PYODIDE / name).read_bytes(), 6) for name in PACKED}
    held[LIBRARY] = (PYODIDE / LIBRARY).read_bytes()
    held[wheels[-1].name] = wheels[-1].read_bytes()
    held["kiosk.zip"] = _code(folders)
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    lock["packages"] = {}
    letters = {name: b64encode(content).decode() for name, content in held.items()}
    values = {"KIT_FILES": letters, "LOCK": lock, "WHEEL": wheels[-1].name}
    return "".join(f"var {name} = {json.dumps(value)};\n" for name, value in values.items())


def _code(folders: Folders) -> bytes:
    """A zip file with the kiosk's code (without windows), its libraries, lessons and drawings."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, path in (*_modules(), *_content(folders)):
            packed.write(path, place)
    return content.getvalue()


def _modules() -> Iterator[tuple[str, Path]]:
    for name in LIBRARIES:
        spec = find_spec(name)
        found = Path(spec.origin) if spec and spec.origin else None
        if found is None:
            raise NoRuntimeError
        if found.name == "__init__.py":
            yield from _below(found.parent, found.parents[1], "*.py")
        else:
            yield found.name, found
    code = Path(__file__).parents[1]
    yield from ((f"kiosk/{path.name}", path) for path in sorted(code.glob("*.py")))
    for part in PARTS:
        yield from _below(code / part, code.parent, "*.py")
        yield from _below(code / part, code.parent, "*.yaml")


def _content(folders: Folders) -> Iterator[tuple[str, Path]]:
    for pattern in CONTENT:
        found: dict[str, Path] = {}
        for home in reversed(folders.homes):
            found |= {
                path.relative_to(home).as_posix(): path for path in sorted(home.glob(pattern))
            }
        yield from found.items()


def _below(folder: Path, root: Path, pattern: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob(pattern)):
        yield path.relative_to(root).as_posix(), path
