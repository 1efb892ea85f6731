"""What a start leaves out when starts before it died before the kiosk was up.

A start is counted when it begins and forgiven when lessons can be taught. The count lies in the
state folder. Each further start that dies leaves out more, from what can be made again to what
staff have set, so that no damaged file stops the kiosk for good. A start that ended because the
machine was switched off is not counted; the second of these in a row is.
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

MOST_BYTES = 4096
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""Linux has another content there each time that the machine is switched on."""


class Without(IntEnum):
    """What a start leaves out, by the number of starts in a row that died before it."""

    NOTHING = 0
    COMPILED = 1
    """What is compiled or indexed: it is made anew."""
    CACHES = 2
    """The whole cache folder: it is emptied."""
    LOCAL_SETTINGS = 3
    """Also what staff have set at the kiosk; the file stays where it is."""
    KIOSK = 4
    """Everything: a page says that the kiosk cannot be started, and why."""


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
    """What is kept in the state folder from one start to the next."""

    died: int = 0
    """How many starts in a row died, the one that runs included."""
    reason: str = ""
    """Why the last of them did, where that is known."""
    boot: str = ""
    """When the machine was switched on in which the last one began; empty once it has ended."""
    switched_off: bool = False
    """The start before the last one ended with the machine, and is not counted."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: what it leaves out, and how the one before ended, where that is known."""

    file: Path
    without: Without
    reason: str = ""

    @property
    def note(self) -> str:
        """What staff should know; empty when nothing happened."""
        return NOTES.get(self.without, "")

    def is_up(self) -> None:
        """Lessons can be taught: the starts that died are forgiven."""
        _write(self.file, CountedStarts())

    def failed(self, reason: str) -> None:
        """It is known why this start fails; the next one leaves out more."""
        _write(self.file, CountedStarts(min(self.without + 1, Without.KIOSK), reason))

    def try_again(self) -> None:
        """Staff want it tried once more, with everything left out that can be."""
        _write(self.file, CountedStarts(Without.LOCAL_SETTINGS, self.reason))


def begin_start(folders: Folders) -> Start:
    """Count a start, and say what it leaves out."""
    before, boot = _read(folders.starts), _boot()
    switched_off = before.boot not in ("", boot) and not before.switched_off
    died = before.died - switched_off
    without = Without(min(died, Without.KIOSK))
    if without:
        log.warning("%d starts in a row died: this one is without %s", died, without.name)
    counted = CountedStarts(min(died + 1, Without.KIOSK), boot=boot, switched_off=switched_off)
    _write(folders.starts, counted)
    return Start(folders.starts, without, before.reason)


def forgive(folders: Folders) -> None:
    """No start has died: the one that runs was ended by somebody."""
    _write(folders.starts, CountedStarts())


def folders_for(start: Start, folders: Folders) -> Folders:
    """The folders of this start, with everything removed that it leaves out."""
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
    """Removes a file or folder; what cannot be removed stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as problem:
        log.warning("%s cannot be removed: %s", path, problem)


def _boot() -> str:
    """When the machine was switched on; empty on a system that does not say it."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _read(file: Path) -> CountedStarts:
    """What the starts before left there; no start that died for anything unreadable."""
    try:
        told = json.loads(read_plain_file(file, MOST_BYTES))
        died, reason = told["died"], told["reason"]
        boot, switched_off = told.get("boot", ""), told.get("switched_off", False)
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
