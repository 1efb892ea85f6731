"""What a pack holds: a short signed manifest, which names lists of files by their hash.

The manifest is the only TUF target of a role. It names file lists, each list names up to some
sixty files, and each file is named by the SHA-256 of its content. So a changed sentence changes
one lesson file, one list and the manifest, and a kiosk fetches only these.
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
LARGEST_LIST_BYTES = 64 * 1024
LARGEST_FILE_BYTES = 32 * 1024 * 1024
MOST_FILES = 50_000
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
"""Where a file of a pack may lie below the kiosk's home; nowhere else."""


@dataclass(frozen=True, slots=True, order=True)
class PackFile:
    path: str
    """Below the kiosk's home, with slashes."""
    sha256: str
    """Of its content, in hexadecimal digits."""
    length: int
    """Of its content, in bytes."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one role publishes."""

    title: str
    """Who publishes it, in words for staff."""
    number: int
    """Rises by one with each pack of this role."""
    needs: str
    """The lowest version of the kiosk that can teach it, such as 0.1.0."""
    lists: tuple[PackFile, ...]
    """File lists; their paths are empty."""


def digest(content: bytes) -> str:
    """The SHA-256 of some content in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def file_lists(files: Iterable[PackFile]) -> tuple[bytes, ...]:
    """The files divided into lists by a hash of their path, so that most lists stay as they are."""
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
        PackError: it is no list, or a file would lie where no file of a pack may lie.
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
    """The path, if a pack may bring a file there.

    Raises:
        PackError: it may not.
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
    if not 0 <= length <= LARGEST_FILE_BYTES:
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
    """The manifest as it was published.

    Raises:
        PackError: it cannot be understood, perhaps because a later kiosk wrote it.
    """
    told = _json(content)
    if not isinstance(told, Mapping):
        raise PackError("Bản kê của gói không đọc được.")
    if told.get("format") != FORMAT:
        raise PackError("Gói này cần ki-ốt bản mới hơn. Cập nhật ki-ốt trước.")
    try:
        lists = tuple(
            PackFile("", _checked_hash(str(sha256)), _list_length(length))
            for sha256, length in told["lists"]
        )
        return Manifest(str(told["title"]), int(told["number"]), str(told["needs"]), lists)
    except (KeyError, TypeError, ValueError) as error:
        raise PackError("Bản kê của gói không đọc được.") from error


def _list_length(length: object) -> int:
    if not isinstance(length, int) or not 0 < length <= LARGEST_LIST_BYTES:
        raise PackError("Bản kê của gói không đọc được.")
    return length


def _json(content: bytes) -> Any:  # noqa: ANN401 - what is in it is checked by the callers
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise PackError("Bản kê của gói không đọc được.") from error


def largest_packed(file: PackFile) -> int:
    """How long a content may be compressed: zlib adds a little where it saves nothing."""
    return file.length + file.length // 1000 + SPARE_BYTES


def unpacked(packed: bytes, file: PackFile) -> bytes:
    """A content as it was before it was compressed, and not more of it than was signed.

    Raises:
        PackError: it is not what was published.
    """
    try:
        return zlib.decompressobj().decompress(packed, file.length + 1)
    except zlib.error as error:
        raise PackError(
            "Tệp {path} tải về không đúng.", path=file.path or file.sha256[:12]
        ) from error
