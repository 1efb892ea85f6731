"""Verifies Qt's cache of QML bytecode before Qt maps it into memory.

Qt does not check its cache: one wrong bit can crash the process at every start. A list of checksums
is stored beside the folder. Files that do not match it are removed, and Qt compiles them again.
"""

import hashlib
import json
import logging
import os
import shutil
from pathlib import Path

from kiosk.durable import read_plain_file, write_durably

log = logging.getLogger(__name__)

MAX_BYTES = 4_000_000
"""A larger bytecode file or checksum list is not valid."""


class CompiledQml:
    """Qt's folder of QML bytecode, and the checksums of its verified files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._list = folder.with_name(f"{folder.name}.json")
        self._known: dict[str, str] = {}

    def prove(self) -> None:
        """Removes unverified files; if that fails, Qt is configured not to use its cache."""
        try:
            self._keep_proved(self._read_list())
        except OSError as problem:
            log.warning("no compiled QML is used: %s", problem)
            os.environ["QML_DISABLE_DISK_CACHE"] = "1"

    def _keep_proved(self, sums: dict[str, str]) -> None:
        if self._folder.is_symlink() or (self._folder.exists() and not self._folder.is_dir()):
            self._folder.unlink()
        if not self._folder.is_dir():
            return
        for path in sorted(self._folder.iterdir()):
            if sums.get(path.name) == (found := _sum_of(path)) and found:
                self._known[path.name] = found
            elif path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()

    def record(self) -> None:
        """Stores the checksums of the files that Qt has compiled since the start."""
        try:
            names = {path.name for path in self._folder.iterdir() if path.suffix == ".qmlc"}
        except OSError:
            return
        new = {name: _sum_of(self._folder / name) for name in names - self._known.keys()}
        if not new and names == self._known.keys():
            return
        kept = {name: found for name, found in self._known.items() if name in names}
        self._known = {**kept, **{name: found for name, found in new.items() if found}}
        try:
            if self._list.is_dir() and not self._list.is_symlink():
                shutil.rmtree(self._list)
            write_durably(self._list, json.dumps(self._known).encode())
        except OSError as problem:
            log.warning("compiled QML will be made anew at the next start: %s", problem)

    def _read_list(self) -> dict[str, str]:
        try:
            content = json.loads(read_plain_file(self._list, MAX_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}


def _sum_of(path: Path) -> str:
    """Returns the checksum of a file's content; empty for anything but a regular file."""
    try:
        return hashlib.blake2b(read_plain_file(path, MAX_BYTES), digest_size=16).hexdigest()
    except OSError:
        return ""
