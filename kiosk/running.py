"""Runs the kiosk on a display until staff leave it."""

from __future__ import annotations

import logging
import logging.handlers
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSize, Qt, QtMsgType, Slot, qInstallMessageHandler

from kiosk.folders import Folders
from kiosk.ui.application import application, use_renderer
from kiosk.ui.doorstep import Doorstep, Snapshot, read_snapshot, stamp_of, write_snapshot
from kiosk.ui.spare_memory import keep_for_good
from kiosk.ui.watchdog import Watchdog

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from kiosk.ui.front_door import FrontDoor

START_ANEW = 75
"""The exit code by which the kiosk asks to be started once more."""
LOG_BYTES = 1_000_000
LOG_FILES = 4
ALREADY_RUNS = (
    "Ki-ốt đang chạy rồi. Muốn mở một bài trên đó, gõ: kiosk open SỐ-BÀI\n"
    "The kiosk runs already. To open a lesson there, type: kiosk open NUMBER"
)
TRIAL_SIZE = QSize(1280, 720)

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """How the kiosk is to be run."""

    config: Path
    in_window: bool = False
    lesson: str | None = None


def run_kiosk(folders: Folders, wish: Wish) -> int:
    """Show the kiosk and return the program's exit code."""
    keep_log(folders.log)
    lock = the_only_one(folders)
    if lock is None:
        print(ALREADY_RUNS, file=sys.stderr)  # noqa: T201 - the answer to the command
        return 1
    folders = replace(folders, other_config=wish.config)
    snapshot = read_snapshot(folders.doorstep, stamp_now(folders))
    if snapshot:
        use_renderer(snapshot.renderer)
        app = application()
        run = Run(folders, wish)
        run.begin_at_doorstep(snapshot)
    else:
        run = Run(folders, wish)
        run.build()
        app = application()
    # `quit` would ask the window, which says no.
    signal.signal(signal.SIGTERM, lambda *_: app.exit(0))
    code = app.exec()
    run.close()
    lock.unlock()
    return code


def the_only_one(folders: Folders) -> QLockFile | None:
    """Held as long as this kiosk runs; None when another one runs from the same folder.

    What a kiosk that died has left behind is taken over. Where nothing can be written, there is
    nothing to hold, and the kiosk runs all the same.
    """
    with suppress(OSError):
        folders.state.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = QLockFile(str(folders.lock))
    lock.setStaleLockTime(0)
    if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
        return lock
    return None


def stamp_now(folders: Folders) -> str:
    """Another one as soon as what the attract page shows may be another."""
    languages = sorted(folders.translations.glob("*/language.yaml"))
    return stamp_of([folders.config, *languages, *folders.local_configs])


class Run(QObject):
    """One run: the doorstep, where the last run left one, then the kiosk itself."""

    def __init__(self, folders: Folders, wish: Wish) -> None:
        super().__init__()
        self._folders = folders
        self._wish = wish
        self._stamp = stamp_now(folders)
        self._doorstep: Doorstep | None = None
        self._kiosk: Kiosk | None = None
        self._door: FrontDoor | None = None
        self._settled = False
        self._watchdog = Watchdog(self)

    def begin_at_doorstep(self, snapshot: Snapshot) -> None:
        """Show what the last run wrote down, and build the kiosk behind it."""
        self._doorstep = Doorstep(snapshot, self._folders.pictures, self._size())
        self._doorstep.show(full_screen=not self._wish.in_window, then=self.build)

    def _size(self) -> QSize:
        return TRIAL_SIZE if self._wish.in_window else application().primaryScreen().size()

    def build(self) -> None:
        """Build the kiosk and show its window."""
        from kiosk.app import Kiosk, Outside, settings_of  # noqa: PLC0415 - heavy, as all of these
        from kiosk.ui.centre_voice import real_narrator  # noqa: PLC0415
        from kiosk.ui.kiosk_window import Look  # noqa: PLC0415
        from kiosk.ui.number_keys import NumberKeys  # noqa: PLC0415
        from kiosk.ui.window_guard import WindowGuard  # noqa: PLC0415

        settings = settings_of(self._folders)
        use_renderer(settings.display.renderer)
        app = application()
        size = self._size()
        look = Look(size.width(), size.height())
        kiosk = self._kiosk = Kiosk(self._folders, settings, look, Outside(narrator=real_narrator))
        guard = WindowGuard(kiosk.window, kiosk.visit)
        NumberKeys(kiosk.window, kiosk.visit, kiosk.opener, kiosk.outside.clock)
        kiosk.staff.leave.connect(guard.unlock)
        kiosk.staff.leave.connect(lambda: app.exit(0))
        kiosk.staff.restart.connect(lambda: app.exit(START_ANEW))
        kiosk.window.frameSwapped.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        if self._wish.in_window:
            kiosk.window.show()
        else:
            guard.lock()

    @Slot()
    def _settle(self) -> None:
        """After the kiosk's first frame: all that it did not need."""
        kiosk = self._kiosk
        if kiosk is None or self._settled:
            return
        self._settled = True
        kiosk.window.frameSwapped.disconnect(self._settle)
        kiosk.begin_to_count()
        if self._doorstep and self._doorstep.leave():
            kiosk.visit.begin()
        self._doorstep = None
        self._watchdog.ready()
        kiosk.narrator.warm_up()
        self._leave_snapshot()
        kiosk.settingsChanged.connect(self._leave_another_snapshot)
        kiosk.languages.changed.connect(self._leave_another_snapshot)
        keep_for_good()
        self._open_door(kiosk)
        self._hang_bell()
        kiosk.settingsChanged.connect(self._hang_bell)
        kiosk.load_lessons(self._begin_to_teach)

    def _hang_bell(self) -> None:
        """The centre's own command rings here only, not where lessons play by themselves."""
        self._kiosk.bell.use_command(self._kiosk.settings.staff.call_command)

    def _open_door(self, kiosk: Kiosk) -> None:
        from kiosk.ui.front_door import FrontDoor  # noqa: PLC0415 - not for the first frame

        self._door = FrontDoor(kiosk.opener, kiosk.window, self)
        self._door.open(self._folders.door)

    def _leave_snapshot(self) -> None:
        """For the doorstep of the next start."""
        write_snapshot(self._folders.doorstep, self._kiosk.snapshot(self._stamp))

    def _leave_another_snapshot(self) -> None:
        self._stamp = stamp_now(self._folders)
        self._leave_snapshot()

    def _begin_to_teach(self) -> None:
        kiosk = self._kiosk
        if kiosk is None:
            return
        kiosk.shelf.follow()
        kiosk.languages.follow()
        if self._wish.lesson:
            kiosk.open_lesson(self._wish.lesson)

    def close(self) -> None:
        """Take everything down."""
        if self._door:
            self._door.close()
        if self._kiosk:
            self._kiosk.close()


def keep_log(path: Path) -> None:
    """Write to a log of bounded size, and to the terminal; Qt's own messages too."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
            )
        )
    except OSError as problem:
        logging.getLogger(__name__).warning("no log file: %s", problem)
    logging.basicConfig(
        level=logging.INFO,
        handlers=handlers,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    qt = logging.getLogger("qt")
    qInstallMessageHandler(lambda kind, _place, text: qt.log(_LEVELS.get(kind, logging.INFO), text))
