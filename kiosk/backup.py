"""Backs up and restores all data of a kiosk as a single file; a restore is atomic.

The file is a ZIP archive: `backup.json` lists each file with its SHA-256, and `blobs/<sha256>`
contains each distinct content once. Data that can be regenerated (caches, logs, counters of starts)
is left out.
"""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from kiosk import __version__
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.durable import make_private, open_private, sha256_of, sync_folder
from kiosk.folders import IN_USE, Folders
from kiosk.runtime_folder import is_running

FORMAT = 1
"""Incremented for a format that older kiosks cannot read; all older formats stay supported."""
DETAILS = "backup.json"
MAX_DETAILS_BYTES = 64_000_000
BLOCK_BYTES = 1 << 20
SITE = "site"
CONTENT = ("lessons", "media", "translations", "config.local.yaml")
"""What is backed up of a source checkout that is also the centre's own content folder."""
LEFT_OUT = frozenset({"kiosk.log", "starts.json", "heartbeat.json", IN_USE, "cache"})
UNFINISHED = (".unfinished", ".building", "-wal", "-shm", "-journal")
RESTORING, BEFORE = ".restoring", ".before-restore"
READY = "restored.json"
"""Marks a completely extracted folder that only needs to be moved into place."""

FACTS = gettext_noop("Tệp sao lưu của bản {version}, lúc {at}: {count} tệp, {size} MB.")


class BackupError(Exception):
    """A Vietnamese error message with its values."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a backup."""

    version: str
    """The version of the kiosk that wrote it."""
    made_at: str
    """ISO 8601."""
    files: Mapping[str, str]
    """SHA-256 by path, relative to the state folder."""
    size: int
    """Total size of all files in bytes."""


def back_up(folders: Folders, file: BinaryIO) -> Contents:
    """Writes a backup into a file; the kiosk may be running meanwhile.

    Raises:
        OSError: a file could not be read or written.
    """
    digests: dict[str, str] = {}
    size = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        written: set[str] = set()
        for name, path in _files(folders):
            with tempfile.TemporaryDirectory(prefix="kiosk-backup-") as workspace:
                source = _snapshot_of(path, Path(workspace))
                digest = sha256_of(source)
                if digest not in written:
                    archive.write(source, f"blobs/{digest}")
                    written.add(digest)
                size += source.stat().st_size
            digests[name] = digest
        contents = Contents(__version__, datetime.now(UTC).isoformat(), digests, size)
        header = {"format": FORMAT, "version": contents.version, "made_at": contents.made_at}
        archive.writestr(DETAILS, json.dumps({**header, "size": size, "files": digests}))
    file.flush()
    return contents


def _files(folders: Folders) -> Iterator[tuple[str, Path]]:
    """All files with their names in the backup."""
    yield from _below(folders.state, "")
    if not folders.own.is_relative_to(folders.state):
        for name in CONTENT:
            path = folders.own / name
            if path.is_file():
                yield f"{SITE}/{name}", path
            yield from _below(path, f"{SITE}/{name}/")


def _below(folder: Path, before: str) -> Iterator[tuple[str, Path]]:
    for root, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if _is_kept(name))
        for name in sorted(names):
            path = Path(root) / name
            if _is_kept(name) and path.is_file() and not path.is_symlink():
                yield f"{before}{path.relative_to(folder).as_posix()}", path


def _is_kept(name: str) -> bool:
    return (
        name not in LEFT_OUT and not name.startswith("kiosk.log") and not name.endswith(UNFINISHED)
    )


def _snapshot_of(path: Path, workspace: Path) -> Path:
    """A copy of the file; a database is copied as a consistent snapshot."""
    import sqlite3  # noqa: PLC0415 - not needed at each start, which imports this module

    copy = workspace / "copy"
    if path.suffix in (".sqlite", ".db"):
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as base:
            with closing(sqlite3.connect(copy)) as other:
                base.backup(other)
            return copy
    shutil.copyfile(path, copy)
    return copy


def read_contents(file: BinaryIO) -> Contents:
    """Reads the list of contents of a backup.

    Raises:
        BackupError: the file is no backup, or was written by a newer kiosk.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            if archive.getinfo(DETAILS).file_size > MAX_DETAILS_BYTES:
                raise ValueError("too large")
            header = json.loads(archive.read(DETAILS))
        made_for = int(header["format"])
        files = {_safe(str(name)): str(digest) for name, digest in header["files"].items()}
        found = Contents(str(header["version"]), str(header["made_at"]), files, int(header["size"]))
    except _DAMAGE as why:
        raise BackupError(DAMAGED, name=DETAILS) from why
    if made_for > FORMAT:
        raise BackupError(NEWER, version=found.version[:40])
    return found


_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    AttributeError,
    NotImplementedError,
    ValueError,
    KeyError,
    TypeError,
    EOFError,
    RecursionError,
)
NEWER = gettext_noop(
    "Tệp sao lưu do bản mới hơn ({version}) tạo ra. Cập nhật ki-ốt rồi khôi phục lại."
)
DAMAGED = gettext_noop("Tệp sao lưu bị hỏng hoặc không phải của ki-ốt ({name}). Máy không đổi gì.")
RUNNING = gettext_noop(
    "Ki-ốt đang chạy. Dừng trước: systemctl stop tutorial-kiosk. Máy không đổi gì."
)
NO_ROOM = gettext_noop("Ổ đĩa không đủ chỗ: cần {need} MB, còn {free} MB. Máy không đổi gì.")
IN_CHECKOUT = gettext_noop(
    "Ki-ốt này dạy thẳng từ kho mã, nên không khôi phục vào đây được. "
    "Đặt biến KIOSK_SITE={site} cho cả lệnh này và kiosk run, rồi làm lại."
)


def _safe(name: str) -> str:
    """Checks that a path stays inside its folder.

    Raises:
        ValueError: it does not.
    """
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or set(name) & set("\\:\0"):
        raise ValueError(name)
    return PurePosixPath(*parts).as_posix()


def restore(folders: Folders, file: BinaryIO) -> Contents:
    """Replaces all data of this kiosk by a backup.

    The previous data is kept beside it, as `tutorial-kiosk.before-restore`.

    Raises:
        BackupError: the backup cannot be restored; nothing has changed.
        OSError: writing failed; nothing has changed.
    """
    finish_restore(folders)
    contents = read_contents(file)
    if not folders.own.is_relative_to(folders.state):
        raise BackupError(IN_CHECKOUT, site=folders.state / SITE)
    if is_running(folders.state):
        raise BackupError(RUNNING)
    state = folders.state
    state.parent.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(state.parent).free
    if contents.size + 50_000_000 > free:
        need_mb, free_mb = contents.size // 1_000_000 + 50, free // 1_000_000
        raise BackupError(NO_ROOM, need=need_mb, free=free_mb)
    fresh = _beside(state, RESTORING)
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _lay_out(file, contents, fresh)
    except _DAMAGE as why:
        shutil.rmtree(fresh, ignore_errors=True)
        raise BackupError(DAMAGED, name=str(why)[:80]) from why
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    finish_restore(folders)
    return contents


def _lay_out(file: BinaryIO, contents: Contents, folder: Path) -> None:
    """Extracts all files and checks their hashes; the marker `READY` is written last."""
    left = contents.size
    with zipfile.ZipFile(file) as archive:
        for name, digest in contents.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(f"blobs/{digest}") as source:
                left -= _copy(source, path, digest, left)
    make_private(folder)
    ready = folder / READY
    ready.write_text(json.dumps({"version": contents.version}), "utf-8")
    for root, _, _ in os.walk(folder):
        sync_folder(Path(root))


def _copy(source: IO[bytes], path: Path, digest: str, most: int) -> int:
    """Copies at most `most` bytes and checks their hash; returns the number of bytes."""
    seen = hashlib.sha256()
    count = 0
    with open(path, "xb", opener=open_private) as file:
        while block := source.read(BLOCK_BYTES):
            count += len(block)
            if count > most:
                raise ValueError(path.name)
            seen.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    if seen.hexdigest() != digest:
        raise ValueError(path.name)
    return count


def finish_restore(folders: Folders) -> None:
    """Moves a completely extracted backup into place, also after an interrupted restore."""
    state = folders.state
    fresh, before = _beside(state, RESTORING), _beside(state, BEFORE)
    if not (fresh / READY).is_file():
        return
    if state.exists():
        shutil.rmtree(before, ignore_errors=True)
        state.rename(before)
    fresh.rename(state)
    (state / READY).unlink(missing_ok=True)
    sync_folder(state.parent)


def _beside(state: Path, ending: str) -> Path:
    return state.with_name(f"{state.name}{ending}")
