"""Detection of USB sticks."""

import os
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.folders import Folders
from kiosk.usb_import.names import shown_name

MOUNT_POINTS = ("/media", "/run/media")
_DEEP = 2
_REMOVABLE = 2


@dataclass(frozen=True, slots=True)
class Stick:
    """A mounted USB stick or memory card."""

    path: Path
    name: str


def find_sticks(folders: Folders) -> tuple[Stick, ...]:
    """The mounted sticks; if the settings name folders instead, each folder in them."""
    if folders.sticks:
        found = [each for folder in folders.sticks for each in _folders_in(folder)]
    else:
        found = list(_plugged())
    return tuple(Stick(path, shown_name(path.name or str(path))) for path in found)


def _mounted() -> Iterator[Path]:
    """Mount points below `MOUNT_POINTS`, directly or below a folder named after the user."""
    level = [Path(point) for point in MOUNT_POINTS]
    for _ in range(_DEEP):
        level = [each for folder in level for each in _folders_in(folder)]
        yield from (folder for folder in level if os.path.ismount(folder))
        level = [folder for folder in level if not os.path.ismount(folder)]


def _folders_in(folder: Path) -> list[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []


if sys.platform == "win32":
    import ctypes

    def _drives() -> Iterator[Path]:
        """The removable drives, in the order of their letters."""
        present = ctypes.windll.kernel32.GetLogicalDrives()
        for at, letter in enumerate(string.ascii_uppercase):
            drive = f"{letter}:\\"
            if present >> at & 1 and ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOVABLE:
                yield Path(drive)

    _plugged = _drives
else:
    _plugged = _mounted
