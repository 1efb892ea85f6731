"""Home folders for a measured kiosk, isolated from this machine's own state."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.folders import CHECKOUT, Folders, folders_from_environment

LESSON = "noi-wifi"
FULL_HD = (1920, 1080)


@contextmanager
def home(lessons: int = 1) -> Iterator[Path]:
    """A home with `lessons` lessons; the first is the unchanged Wi-Fi lesson."""
    with TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        for shared in ("media", "translations", "config.yaml"):
            (folder / shared).symlink_to(CHECKOUT / shared)
        (folder / "lessons").mkdir()
        shutil.copy(CHECKOUT / "lessons" / f"{LESSON}.yaml", folder / "lessons")
        _generate(folder / "lessons", lessons)
        yield folder


def _generate(folder: Path, lessons: int) -> None:
    """Writes copies of the first lesson, each with its own number and title."""
    text = (folder / f"{LESSON}.yaml").read_text(encoding="utf-8")
    for at in range(1, lessons):
        number = 1000 + at
        other = re.sub(r"(?m)^title: .*$", f"title: Bài thử {number}", text, count=1)
        other = re.sub(r"(?m)^number: .*$", f"number: {number}", other, count=1)
        (folder / f"bai-thu-{number}.yaml").write_text(other, encoding="utf-8")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Environment variables for a process that uses this home and draws offscreen."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("QT_", "XDG", "PYTHON"))
    }
    (folder / "runtime").mkdir(mode=0o700, exist_ok=True)
    return {
        **kept,
        "KIOSK_HOME": str(folder),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_RUNTIME_DIR": str(folder / "runtime"),
        "PYTHONPATH": str(CHECKOUT),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QPA_OFFSCREEN_NO_GLX": "1",
        "QT_QUICK_BACKEND": "software",
        **more,
    }


def folders() -> Folders:
    """The folders of the home that this process was started with."""
    return folders_from_environment()
