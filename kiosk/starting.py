"""Leaves out parts of the kiosk after consecutive failed starts, so that it always comes up.

A start is counted when it begins, and the count in the state folder is reset when lessons can be
taught. Each further failed start leaves out more, first data that can be regenerated, finally the
settings made by staff, so that no damaged file blocks the kiosk for good. A start that ended
because the machine was switched off is not counted, except for the second one in a row.
"""

import json
import logging
import shutil
import tempfile
from dataclasses import asdict, dataclass, replace
from enum import IntEnum
from pathlib import Path

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.durable import read_plain_file, write_durably
from kiosk.folders import Folders

log = logging.getLogger(__name__)

MAX_BYTES = 4096
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""Linux generates another content at each boot."""


class Without(IntEnum):
    """What a start leaves out, by the number of consecutive failed starts before it."""

    NOTHING = 0
    COMPILED = 1
    """Compiled and indexed data, which is regenerated."""
    CACHES = 2
    """The whole cache folder, which is emptied."""
    LOCAL_SETTINGS = 3
    """Also the settings made by staff; their file is not deleted."""
    KIOSK = 4
    """Everything: a page explains why the kiosk cannot be started."""


#: Told to staff after a start that died.
NOTES = {
    Without.COMPILED: gettext_noop(
        "Lần mở trước máy tắt giữa chừng. Máy đã dựng lại phần tạm và đang chạy tốt."
    ),
    Without.CACHES: gettext_noop(
        "Máy tắt giữa chừng hai lần khi mở. Máy đã xóa phần tạm và đang chạy tốt."
    ),
    Without.LOCAL_SETTINGS: gettext_noop(
        "Máy tắt giữa chừng ba lần khi mở, nên lần này chạy không có cài đặt riêng "
        "(config.local.yaml). Xem lại cài đặt, rồi mở lại ki-ốt."
    ),
}


@dataclass(frozen=True, slots=True)
class CountedStarts:
    """The counter stored in the state folder between starts."""

    died: int = 0
    """The number of consecutive failed starts, including the current one."""
    reason: str = ""
    """Why the last one failed, if known."""
    boot: str = ""
    """The boot id at the beginning of the last start; empty once it has ended."""
    switched_off: bool = False
    """Whether the start before the last ended by switching off, and was not counted."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: what it leaves out, and why the previous one failed, if known."""

    file: Path
    without: Without
    reason: str = ""

    @property
    def note(self) -> str:
        """A message for staff; empty when nothing was left out."""
        return NOTES.get(self.without, "")

    def reset_counter(self) -> None:
        """Resets the counter, since lessons can be taught."""
        _write(self.file, CountedStarts())

    def failed(self, reason: str) -> None:
        """Records the reason of this failure; the next start leaves out more."""
        _write(self.file, CountedStarts(min(self.without + 1, Without.KIOSK), reason))

    def try_again(self) -> None:
        """Makes the next start try once more, leaving out as much as possible."""
        _write(self.file, CountedStarts(Without.LOCAL_SETTINGS, self.reason))


def begin_start(folders: Folders) -> Start:
    """Counts a start and determines what it leaves out."""
    before, boot = _read(folders.starts), _boot()
    switched_off = before.boot not in ("", boot) and not before.switched_off
    died = before.died - switched_off
    without = Without(min(died, Without.KIOSK))
    if without:
        log.warning("%d starts in a row died: this one is without %s", died, without.name)
    counted = CountedStarts(min(died + 1, Without.KIOSK), boot=boot, switched_off=switched_off)
    _write(folders.starts, counted)
    return Start(folders.starts, without, before.reason)


def reset_counter(folders: Folders) -> None:
    """Resets the counter, because the current start was ended deliberately."""
    _write(folders.starts, CountedStarts())


def folders_for(start: Start, folders: Folders) -> Folders:
    """The folders of this start, after removing what it leaves out."""
    if start.without >= Without.COMPILED:
        _remove(folders.compiled_qml)
        for kept in ("lessons-*.db*", "settings.json", "languages.json"):
            for path in folders.cache.glob(kept):
                _remove(path)
    if start.without >= Without.CACHES:
        _remove(folders.cache)
        if folders.cache.exists():
            folders = replace(folders, cache=Path(tempfile.mkdtemp(prefix="kiosk-cache-")))
    if start.without >= Without.LOCAL_SETTINGS:
        folders = replace(folders, with_local_settings=False)
    return folders


def _remove(path: Path) -> None:
    """Removes a file or folder; failures are ignored."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as problem:
        log.warning("%s cannot be removed: %s", path, problem)


def _boot() -> str:
    """The id of the current boot; empty on systems without one."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _read(file: Path) -> CountedStarts:
    """The stored counter; zero when the file is unreadable."""
    try:
        record = json.loads(read_plain_file(file, MAX_BYTES))
        died, reason = record["died"], record["reason"]
        boot, switched_off = record.get("boot", ""), record.get("switched_off", False)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return CountedStarts()
    words = isinstance(reason, str) and isinstance(boot, str)
    if type(died) is not int or died < 0 or not words or not isinstance(switched_off, bool):
        return CountedStarts()
    return CountedStarts(died, reason, boot if died else "", switched_off)


def _write(file: Path, count: CountedStarts) -> None:
    try:
        if file.is_dir() and not file.is_symlink():
            _remove(file)
        write_durably(file, json.dumps(asdict(count)).encode(), private=True)
    except OSError as problem:
        log.warning("%s cannot be written: %s", file, problem)
