"""The contents of a pack: a short signed manifest, which names file lists by their hash.

The manifest is the only TUF target of a role. It names file lists, each list names up to some
sixty files, and each file is named by the SHA-256 of its content. So a changed sentence changes
one lesson file, one list and the manifest, and a kiosk downloads only these.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.packs.problem import PackError

FORMAT = 1
FILES_PER_LIST = 48
MAX_LIST_BYTES = 64 * 1024
MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_FILES = 50_000
SPARE_BYTES = 1024
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[^\x00-\x1f/\\:*?\"<>|]{1,150}")
_LANGUAGE = r"[a-z]{2,8}"
PLACES = (
    re.compile(r"lessons/(?:procedures/)?(?P<name>[^/]+)"),
    re.compile(r"media/(?:pictures|icons)/(?P<name>[^/]+)"),
    re.compile(rf"media/voice/{_LANGUAGE}/(?P<name>[^/]+)"),
    re.compile(rf"translations/{_LANGUAGE}/(?P<name>[^/]+)"),
)
"""The only paths that a file of a pack may have below the kiosk's home."""


@dataclass(frozen=True, slots=True, order=True)
class PackFile:
    path: str
    """The path relative to the kiosk's home, with slashes."""
    sha256: str
    """The hash of its content, in hexadecimal digits."""
    length: int
    """The length of its content, in bytes."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifest of one role."""

    title: str
    """The publisher's name, shown to staff."""
    number: int
    """The number of the pack; increases by one with each pack of this role."""
    needs: str
    """The lowest compatible version of the kiosk, such as 0.1.0."""
    lists: tuple[PackFile, ...]
    """The file lists; their paths are empty."""


def digest(content: bytes) -> str:
    """The SHA-256 of a content in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def file_lists(files: Iterable[PackFile]) -> tuple[bytes, ...]:
    """Divides the files into lists by a hash of their path, so that a change affects few lists."""
    every = sorted(files)
    count = 1
    while count * FILES_PER_LIST < len(every):
        count *= 2
    lists: dict[int, list[PackFile]] = {}
    for file in every:
        place = int(hashlib.sha256(file.path.encode()).hexdigest()[:8], 16) % count
        lists.setdefault(place, []).append(file)
    return tuple(_list_bytes(lists[place]) for place in sorted(lists))


def _list_bytes(files: Sequence[PackFile]) -> bytes:
    rows = [[file.path, file.sha256, file.length] for file in files]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def files_of_list(content: bytes) -> tuple[PackFile, ...]:
    """The files that a list names.

    Raises:
        PackError: the content is not a file list, or a path is not allowed.
    """
    rows = _json(content)
    if not isinstance(rows, list):
        raise PackError("Danh sách tệp của gói không đọc được.")
    return tuple(_file(row) for row in rows)


def _file(row: object) -> PackFile:
    match row:
        case [str(path), str(sha256), int(length)] if not isinstance(length, bool):
            return PackFile(checked_path(path), _checked_hash(sha256), _checked_length(length))
    raise PackError("Danh sách tệp của gói không đọc được.")


def checked_path(path: str) -> str:
    """Returns the path if a pack may contain it.

    Raises:
        PackError: the path is not allowed.
    """
    for place in PLACES:
        found = place.fullmatch(path)
        if found and _NAME.fullmatch(name := found["name"]) and name[0] not in "._":
            return path
    raise PackError("Gói có tệp nằm sai chỗ: {path}.", path=ascii(path))


def _checked_hash(sha256: str) -> str:
    if not _SHA256.fullmatch(sha256):
        raise PackError("Danh sách tệp của gói không đọc được.")
    return sha256


def _checked_length(length: int) -> int:
    if not 0 <= length <= MAX_FILE_BYTES:
        raise PackError("Gói có tệp quá lớn: {length} byte.", length=length)
    return length


def manifest_bytes(manifest: Manifest) -> bytes:
    content = {
        "format": FORMAT,
        "title": manifest.title,
        "number": manifest.number,
        "needs": manifest.needs,
        "lists": [[each.sha256, each.length] for each in manifest.lists],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def manifest_from(content: bytes) -> Manifest:
    """Parses a manifest.

    Raises:
        PackError: the content is malformed, or in the format of a later version.
    """
    fields = _json(content)
    if not isinstance(fields, Mapping):
        raise PackError("Bản kê của gói không đọc được.")
    if fields.get("format") != FORMAT:
        raise PackError("Gói này cần ki-ốt bản mới hơn. Cập nhật ki-ốt trước.")
    try:
        lists = tuple(
            PackFile("", _checked_hash(str(sha256)), _list_length(length))
            for sha256, length in fields["lists"]
        )
        return Manifest(str(fields["title"]), int(fields["number"]), str(fields["needs"]), lists)
    except (KeyError, TypeError, ValueError) as error:
        raise PackError("Bản kê của gói không đọc được.") from error


def _list_length(length: object) -> int:
    if not isinstance(length, int) or not 0 < length <= MAX_LIST_BYTES:
        raise PackError("Bản kê của gói không đọc được.")
    return length


def _json(content: bytes) -> Any:  # noqa: ANN401 - the callers check the content
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise PackError("Bản kê của gói không đọc được.") from error


def largest_packed(file: PackFile) -> int:
    """The maximum compressed length of a file; zlib adds a little to incompressible content."""
    return file.length + file.length // 1000 + SPARE_BYTES


def unpacked(packed: bytes, file: PackFile) -> bytes:
    """Decompresses a content, up to one byte more than its signed length.

    Raises:
        PackError: the content is not zlib data.
    """
    try:
        return zlib.decompressobj().decompress(packed, file.length + 1)
    except zlib.error as error:
        raise PackError(
            "Tệp {path} tải về không đúng.", path=file.path or file.sha256[:12]
        ) from error
