"""Files that somebody brings: a folder, or a zip file that is read without being unpacked."""

import lzma
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Protocol

LARGEST_FILE_MB = 100
MOST_FILES = 10_000
_LARGEST_BYTES = LARGEST_FILE_MB * 1_000_000
_MOST_BYTES = 8_000_000_000
_ENCRYPTED = 1
_CLIMBS = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\\|\0")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)


class ParcelError(ValueError):
    """The whole parcel, or one file of it, is refused.

    `code` is one of `not_there`, `not_a_zip`, `climbs_out`, `link`, `secret`, `too_many`,
    `too_big`, `damaged`; `name` says which file.
    """

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(f"{code}: {name}")
        self.code = code
        self.name = name


class Parcel(Protocol):
    """Some files with sound and a list of what is said in them."""

    def names(self) -> tuple[str, ...]:
        """The files, folders with a slash; hidden ones are left out."""

    def read(self, name: str) -> bytes:
        """What is in a file.

        Raises:
            ParcelError: it is too big or damaged.
        """


@contextmanager
def opened(path: Path) -> Iterator[Parcel]:
    """The parcel at this place.

    Raises:
        ParcelError: it is none, or one that nobody should open.
    """
    if path.is_dir():
        yield _Folder(path)
    elif not path.is_file():
        raise ParcelError("not_there", str(path))
    else:
        try:
            archive = zipfile.ZipFile(path)
        except _DAMAGE as problem:
            raise ParcelError("not_a_zip", str(path)) from problem
        with archive:
            yield _Zip(archive)


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        files = (
            (Path(place) / name).relative_to(folder).as_posix()
            for place, _, names in os.walk(folder)
            for name in names
        )
        self._names = tuple(sorted(name for name in files if not _is_hidden(name)))
        if len(self._names) > MOST_FILES:
            raise ParcelError("too_many", str(folder))

    def names(self) -> tuple[str, ...]:
        return self._names

    def read(self, name: str) -> bytes:
        try:
            with (self._folder / name).open("rb") as file:
                content = file.read(_LARGEST_BYTES + 1)
        except OSError as problem:
            raise ParcelError("damaged", name) from problem
        return _bounded(content, name)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        members = [member for member in archive.infolist() if not member.is_dir()]
        for member in archive.infolist():
            _check(member)
        if len(members) > MOST_FILES:
            raise ParcelError("too_many", archive.filename or "")
        if sum(member.file_size for member in members) > _MOST_BYTES:
            raise ParcelError("too_big", archive.filename or "")
        self._members = {
            member.filename: member for member in members if not _is_hidden(member.filename)
        }

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._members))

    def read(self, name: str) -> bytes:
        try:
            with self._archive.open(self._members[name]) as file:
                content = file.read(_LARGEST_BYTES + 1)
        except _DAMAGE as problem:
            raise ParcelError("damaged", name) from problem
        return _bounded(content, name)


def _check(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    if _CLIMBS.search(name):
        raise ParcelError("climbs_out", name)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise ParcelError("link", name)
    if member.flag_bits & _ENCRYPTED:
        raise ParcelError("secret", name)
    if member.file_size > _LARGEST_BYTES:
        raise ParcelError("too_big", name)


def _bounded(content: bytes, name: str) -> bytes:
    """What was read, unless there is more of it than the parcel said."""
    if len(content) > _LARGEST_BYTES:
        raise ParcelError("too_big", name)
    return content


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
