"""Files brought by staff: a folder, or a zip file that is read without unpacking it."""

import itertools
import lzma
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Protocol

MAX_FILE_MB = 100
MAX_FILES = 10_000
_MAX_FILE_BYTES = MAX_FILE_MB * 1_000_000
_MAX_BYTES = 8_000_000_000
_ENCRYPTED = 1
_UTF8 = 0x800
_MAX_DIRECTORY_BYTES = 4_000_000
"""Size limit of a zip file's central directory, which is read whole before files are counted."""
_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\5\6"
_FARTHEST_END = _END.size + 0xFFFF
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
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


class BundleError(ValueError):
    """The bundle, or one file in it, is rejected.

    `code` is one of `not_there`, `not_a_zip`, `climbs_out`, `link`, `secret`, `too_many`,
    `too_big`, `not_plain`, `damaged`; `name` is the file's name.
    """

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(f"{code}: {name}")
        self.code = code
        self.name = name


class Bundle(Protocol):
    """A set of sound files with a list of the spoken sentences."""

    def names(self) -> tuple[str, ...]:
        """The paths of all files, with `/` as separator; hidden files are left out."""

    def read(self, name: str) -> bytes:
        """The content of a file.

        Raises:
            BundleError: the file is too big or damaged.
        """


@contextmanager
def opened(path: Path) -> Iterator[Bundle]:
    """Opens a folder or zip file as a bundle.

    Raises:
        BundleError: the path is no bundle, or an unsafe one.
    """
    if path.is_dir():
        yield _Folder(path)
    elif not path.is_file():
        raise BundleError("not_there", str(path))
    else:
        try:
            _check_directory(path)
            archive = zipfile.ZipFile(path)
        except BundleError:
            raise
        except _DAMAGE as problem:
            raise BundleError("not_a_zip", str(path)) from problem
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
        seen = (name for name in files if not _is_hidden(name))
        self._names = tuple(sorted(itertools.islice(seen, MAX_FILES + 1)))
        if len(self._names) > MAX_FILES:
            raise BundleError("too_many", str(folder))

    def names(self) -> tuple[str, ...]:
        return self._names

    def read(self, name: str) -> bytes:
        try:
            # O_NONBLOCK: opening a named pipe must not block.
            with os.fdopen(os.open(self._folder / name, _READ), "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise BundleError("not_plain", name)
                content = file.read(_MAX_FILE_BYTES + 1)
        except OSError as problem:
            raise BundleError("damaged", name) from problem
        return _bounded(content, name)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        members = [member for member in archive.infolist() if not member.is_dir()]
        for member in archive.infolist():
            _check(member)
        if len(members) > MAX_FILES:
            raise BundleError("too_many", archive.filename or "")
        if sum(member.file_size for member in members) > _MAX_BYTES:
            raise BundleError("too_big", archive.filename or "")
        named = ((_name_of(member), member) for member in members)
        self._members = {name: member for name, member in named if not _is_hidden(name)}

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._members))

    def read(self, name: str) -> bytes:
        try:
            with self._archive.open(self._members[name]) as file:
                content = file.read(_MAX_FILE_BYTES + 1)
        except _DAMAGE as problem:
            raise BundleError("damaged", name) from problem
        return _bounded(content, name)


def _check_directory(path: Path) -> None:
    """Rejects a zip file whose central directory is too large to be read.

    Raises:
        BundleError: the directory is too large.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _FARTHEST_END))
        tail = file.read()
    at = tail.rfind(_END_SIGN)
    if 0 <= at <= len(tail) - _END.size:
        directory_bytes = _END.unpack_from(tail, at)[5]
        if directory_bytes > _MAX_DIRECTORY_BYTES:
            raise BundleError("too_many", str(path))


def _check(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    if _CLIMBS.search(name):
        raise BundleError("climbs_out", name)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise BundleError("link", name)
    if member.flag_bits & _ENCRYPTED:
        raise BundleError("secret", name)
    if member.file_size > _MAX_FILE_BYTES:
        raise BundleError("too_big", name)


def _name_of(member: zipfile.ZipInfo) -> str:
    """The name; macOS writes UTF-8 without the flag that says so."""
    if not member.flag_bits & _UTF8:
        with suppress(UnicodeError):
            return member.filename.encode("cp437").decode("utf-8")
    return member.filename


def _bounded(content: bytes, name: str) -> bytes:
    """Rejects content that is larger than the archive's directory claimed."""
    if len(content) > _MAX_FILE_BYTES:
        raise BundleError("too_big", name)
    return content


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in PurePosixPath(name).parts)
