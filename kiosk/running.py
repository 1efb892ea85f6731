"""Runs the kiosk on a display until staff close it."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Slot

from kiosk import __version__
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.durable import make_private
from kiosk.folders import Folders
from kiosk.installed import is_installed_kiosk
from kiosk.last_start import keep_for_next_start
from kiosk.player.visit import Page
from kiosk.runtime_folder import KioskLock, lock_kiosk, socket_address
from kiosk.starting import Start, Without, begin_start, folders_for, reset_counter
from kiosk.ui.background.gc_tuning import freeze_objects
from kiosk.ui.background.log_file import keep_log
from kiosk.ui.window.application import application, use_renderer
from kiosk.ui.window.compiled_qml import CompiledQml
from kiosk.ui.window.screen_saver import ScreenSaver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import Kiosk
    from kiosk.player.asking import RunningState
    from kiosk.ui.background.jobs import Result
    from kiosk.ui.visit.ipc_server import IpcServer
    from kiosk.ui.window.watchdog import Watchdog

START_ANEW = 75
"""The exit code that requests a restart."""
ALREADY_RUNS = (
    "Ki-ốt đang chạy rồi. Muốn mở một bài trên đó, gõ: kiosk open SỐ-BÀI\n"
    "The kiosk runs already. To open a lesson there, type: kiosk open NUMBER"
)
LOCK_PATIENCE_S = 0.5
"""Tolerates commands that hold the lock briefly to check whether a kiosk runs."""
HANGS_S = 100
"""A start that takes longer hangs; when it is then ended, it counts as failed."""
TRIAL_SIZE = QSize(1280, 720)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RunOptions:
    config: Path
    in_window: bool = False
    lesson: str | None = None


def run_kiosk(folders: Folders, options: RunOptions) -> int:
    """Shows the kiosk and returns the program's exit code."""
    with suppress(OSError):
        make_private(folders.state)
    keep_log(folders.log)
    try:
        lock = lock_for_this_process(folders.state)
    except OSError as problem:
        log.warning("it is not known whether another kiosk runs: %s", problem)
    else:
        if lock is None:
            print(ALREADY_RUNS, file=sys.stderr)  # noqa: T201 - the command's output
            return 1
    signal.signal(signal.SIGTERM, partial(end_early, folders, time.monotonic()))
    start = begin_start(folders)
    folders = replace(folders_for(start, folders), other_config=options.config)
    if start.without is Without.KIOSK:
        return explain_failure(start)
    run = Run(folders, options, start)
    try:
        run.build()
    except Exception as problem:
        log.exception("the kiosk cannot be built")
        start.failed(f"{type(problem).__name__}: {problem}")
        return START_ANEW
    app = application()
    # `quit` would ask the window, which refuses to close.
    signal.signal(signal.SIGTERM, lambda *_: app.exit(0))
    code = app.exec()
    start.reset_counter()  # it was ended deliberately and did not fail
    run.close()
    return code


def end_early(folders: Folders, began_s: float, *_signal: object) -> None:
    """Handles SIGTERM before the event loop runs; the start counts as failed only if it hung."""
    if time.monotonic() - began_s < HANGS_S:
        reset_counter(folders)
    os._exit(0)


def explain_failure(start: Start) -> int:
    """Shows a page with the reason of the failure, until staff or a timer request a new try."""
    from kiosk.ui.window.failure_page import FailurePage  # noqa: PLC0415 - rarely needed
    from kiosk.ui.window.watchdog import Watchdog  # noqa: PLC0415

    page = FailurePage(start.reason)
    app = application()
    signal.signal(signal.SIGTERM, lambda *_: app.exit(0))
    page.again.connect(lambda: app.exit(START_ANEW))
    page.show()
    watchdog = Watchdog(page.window)
    watchdog.ready()
    code = app.exec()
    start.try_again()
    return code


def lock_for_this_process(state: Path) -> KioskLock | None:
    """The lock held until this process ends; None when another kiosk uses the state folder.

    Raises:
        OSError: locking is impossible, so it is unknown whether another kiosk runs.
    """
    ends_s = time.monotonic() + LOCK_PATIENCE_S
    while (lock := lock_kiosk(state)) is None and time.monotonic() < ends_s:
        time.sleep(LOCK_PATIENCE_S / 10)
    return lock


def state_of(kiosk: Kiosk) -> RunningState:
    """The state reported by a running kiosk, for `kiosk doctor`."""
    from kiosk.player.asking import RunningState  # noqa: PLC0415 - not for the first frame

    wifi = kiosk.settings.wifi
    return RunningState(
        version=__version__,
        screen=f"{kiosk.window.width()}x{kiosk.window.height()}",
        voice_problem=kiosk.speaker.voice.problem,
        has_pin=kiosk.folders.pin.exists(),
        wifi=wifi.name if wifi else "",
        touches=kiosk.visit.touches,
        spoken=kiosk.speaker.spoken,
    )


def note_that_staff_left() -> None:
    """Creates a marker that tells the systemd unit not to restart the kiosk: staff closed it."""
    folder = os.environ.get("RUNTIME_DIRECTORY")
    if folder:
        with suppress(OSError):
            (Path(folder) / "left").touch()


class Run(QObject):
    """One run of the kiosk, from its first frame to its end."""

    def __init__(self, folders: Folders, options: RunOptions, start: Start) -> None:
        super().__init__()
        self._folders = folders
        self._options = options
        self._start = start
        self._compiled = CompiledQml(folders.compiled_qml)
        self._kiosk: Kiosk | None = None
        self._ipc_server: IpcServer | None = None
        self._watchdog: Watchdog | None = None
        self._screen_saver = ScreenSaver()
        self._rest: Iterator[None] = iter(())

    def _size(self) -> QSize:
        return TRIAL_SIZE if self._options.in_window else application().primaryScreen().size()

    def build(self) -> None:
        """Builds the kiosk and shows its window."""
        from kiosk.app import Kiosk, Platform, settings_of  # noqa: PLC0415 - heavy, as are the following
        from kiosk.ui.sound.centre_voice import real_narrator  # noqa: PLC0415
        from kiosk.ui.window.kiosk_window import WindowConfig  # noqa: PLC0415
        from kiosk.ui.window.window_guard import WindowGuard  # noqa: PLC0415

        self._compiled.prove()
        settings = settings_of(self._folders)
        use_renderer(settings.display.renderer)
        app = application()
        size = self._size()
        look = WindowConfig(size.width(), size.height())
        kiosk = self._kiosk = Kiosk(
            self._folders, settings, look, Platform(narrator=partial(real_narrator, muted=True))
        )
        guard = WindowGuard(kiosk.window, kiosk.visit)
        kiosk.staff.leave.connect(guard.unlock)
        kiosk.staff.leave.connect(note_that_staff_left)
        kiosk.staff.leave.connect(lambda: app.exit(0))
        kiosk.staff.restart.connect(lambda: app.exit(START_ANEW))
        kiosk.window.frameSwapped.connect(self._drawn)
        if self._options.in_window:
            kiosk.window.show()
        else:
            guard.lock()

    @Slot()
    def _drawn(self) -> None:
        """Reports readiness to systemd after the first frame, when touches are answered."""
        kiosk = self._kiosk
        if kiosk is None or self._watchdog:
            return
        from kiosk.ui.window.watchdog import Watchdog  # noqa: PLC0415 - not for the first frame

        kiosk.window.frameSwapped.disconnect(self._drawn)
        self._watchdog = Watchdog(kiosk.window)
        self._watchdog.ready()
        self._rest = self._deferred_start(kiosk)
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Schedules the next part of the deferred start; touches are answered in between."""
        QTimer.singleShot(0, self, self._next_part)

    @Slot()
    def _next_part(self) -> None:
        if self._kiosk and next(self._rest, self) is not self:
            self._go_on()

    def _deferred_start(self, kiosk: Kiosk) -> Iterator[None]:
        """The deferred start: everything that the first frame does not need, part by part."""
        kiosk.start_counting()
        kiosk.narrator.mute(muted=False)
        yield
        from kiosk.ui.visit.number_keys import NumberKeys  # noqa: PLC0415 - not for the first frame

        NumberKeys(kiosk.window, kiosk.visit, kiosk.launcher, kiosk.platform.clock)
        yield
        kiosk.start_note = self._start.note
        kiosk.begin_heartbeat()
        kiosk.printing.take_back()
        yield
        kiosk.narrator.warm_up()
        freeze_objects()
        if not self._options.in_window:
            self._screen_saver.hold_off()
        yield
        self._open_socket(kiosk)
        self._set_call_command()
        kiosk.settingsChanged.connect(self._set_call_command)
        kiosk.visit.ended.connect(self._record_compiled)
        yield
        kiosk.load_lessons(self._start_teaching)
        self._ask_for_reduced_motion(kiosk)

    def _ask_for_reduced_motion(self, kiosk: Kiosk) -> None:
        from kiosk.ui.window.system_motion import is_motion_reduced  # noqa: PLC0415 - not for the first frame

        kiosk.platform.jobs.run(
            is_motion_reduced,
            self._use_motion,
            what=gettext_noop("hỏi máy có cho hình chuyển động"),
        )

    def _use_motion(self, wanted: Result[bool]) -> None:
        from kiosk.ui.background.jobs import Ok  # noqa: PLC0415 - not for the first frame

        if self._kiosk and isinstance(wanted, Ok) and wanted.value:
            self._kiosk.reduce_motion()

    def _record_compiled(self) -> None:
        if self._kiosk:
            self._kiosk.platform.jobs.run(
                self._compiled.record, lambda _: None, what=gettext_noop("ghi phần đã dựng sẵn")
            )

    def _set_call_command(self) -> None:
        """Sets the centre's call command, which is not used in the headless kiosk."""
        if self._kiosk:
            self._kiosk.bell.use_command(self._kiosk.settings.staff.call_command)

    def _open_socket(self, kiosk: Kiosk) -> None:
        from kiosk.ui.visit.ipc_server import IpcServer  # noqa: PLC0415 - not for the first frame

        self._ipc_server = IpcServer(kiosk.launcher, kiosk.window, lambda: state_of(kiosk), self)
        try:
            self._ipc_server.open(socket_address(self._folders.state))
        except OSError as problem:
            log.warning("kiosk open will not work: %s", problem)

    def _start_teaching(self) -> None:
        kiosk = self._kiosk
        if kiosk is None:
            return
        self._start.reset_counter()
        kiosk.platform.jobs.run(
            partial(keep_for_next_start, self._folders),
            lambda _: None,
            what=gettext_noop("ghi phần đã dựng sẵn"),
        )
        self._record_compiled()
        kiosk.lesson_store.follow()
        kiosk.languages.follow()
        if self._options.lesson:
            kiosk.open_lesson(self._options.lesson)
        elif not self._options.in_window and is_installed_kiosk():
            self._ask_what_was_not_asked(kiosk)

    def _ask_what_was_not_asked(self, kiosk: Kiosk) -> None:
        """Opens the first-start tasks if they are due and the kiosk is untouched."""
        from kiosk.staff.first_start import FirstStartFile, is_due  # noqa: PLC0415 - rarely needed

        kept = FirstStartFile(self._folders.first_start).read()
        is_untouched = kiosk.visit.visit.page is Page.ATTRACT
        if is_untouched and is_due(kept, has_pin=self._folders.pin.exists()):
            kiosk.begin_first_start()

    def close(self) -> None:
        """Closes everything."""
        self._screen_saver.release()
        if self._ipc_server:
            self._ipc_server.close()
        if self._kiosk:
            self._kiosk.close()
