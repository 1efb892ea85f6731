"""The sheet to take home, as the window sees it: printed in a process of its own."""

import sys

from PySide6.QtCore import Property, QObject, QProcess, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE, Line
from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.i18n.languages import SOURCE
from kiosk.player.visit import Page, Visit
from kiosk.qr.payload import lesson_payload
from kiosk.ui.own_process import own_process
from kiosk.ui.speaker import Speaker
from kiosk.ui.translator import Translator
from kiosk.ui.visit_view_model import VisitViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LIMIT_MS = 60_000
IDLE, WORKING, DONE, FAILED = "idle", "working", "done", "failed"
WITHOUT_DISPLAY = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


@QmlElement
@QmlSingleton
class Printing(QObject):
    """Prints one sheet at a time, says what became of it, and never waits for the printer."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._folders = Folders()
        self._speaker: Speaker | None = None
        self._translator: Translator | None = None
        self._visit = Visit()
        self._state = IDLE
        self._line = SILENCE
        self._process: QProcess | None = None
        self._limit = QTimer(self, singleShot=True, interval=LIMIT_MS)
        self._limit.timeout.connect(self._give_up)

    def serve(
        self, visit: VisitViewModel, folders: Folders, speaker: Speaker, translator: Translator
    ) -> None:
        """Print for this visit and from these folders, and tell of it with this voice."""
        self._folders = folders
        self._speaker = speaker
        self._translator = translator
        visit.became.connect(self._show_visit)
        visit.languageChanged.connect(self.changed)

    def use_settings(self, settings: Settings) -> None:
        """The centre has another printer or paper from now on."""
        self._settings = settings
        self.changed.emit()

    def _show_visit(self, _before: Visit, visit: Visit) -> None:
        """Somebody is elsewhere now: what became of the last sheet is told no more."""
        moved = (_lesson_id(visit), visit.page) != (_lesson_id(self._visit), self._visit.page)
        self._visit = visit
        if moved:
            self._tell(IDLE if self._process is None else WORKING, SILENCE)
        else:
            self.changed.emit()

    def set_limit(self, limit_ms: int) -> None:
        """Wait no longer than that for a sheet."""
        self._limit.setInterval(limit_ms)

    @Slot()
    def printSheet(self) -> None:
        """Print the sheet of the lesson that is open."""
        if lesson := _lesson_id(self._visit):
            self.printLesson(lesson)

    @Slot(str)
    def printLesson(self, lesson: str) -> None:
        """Print the sheet of a lesson, by its id; one at a time."""
        if self._process is not None or not self._settings.handout.printer:
            return
        self._process = process = own_process(
            self, {**WITHOUT_DISPLAY, "KIOSK_HOME": str(self._folders.home)}
        )
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._not_started)
        language = self._visit.language
        languages = SOURCE if language == SOURCE else f"{SOURCE},{language}"
        command = ["-m", "kiosk", "handout", lesson, "--lang", languages, "--print"]
        self._limit.start()
        process.start(sys.executable, [*command, "--config", str(self._folders.config)])
        self._tell(WORKING, prompts.PRINTING)

    def close(self) -> None:
        """Wait for no sheet any more."""
        self._limit.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._finished)
            process.kill()
            process.waitForFinished()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if status != QProcess.ExitStatus.NormalExit:
            code = PrintTrouble.TOO_LONG
        self._end(code)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(PrintTrouble.NO_SERVICE)

    def _give_up(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _end(self, code: int) -> None:
        self._limit.stop()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        awaited = bool(self._line)
        if not awaited:
            self._tell(IDLE, SILENCE)
        elif code == 0:
            self._tell(DONE, prompts.PRINTED)
        else:
            no_paper = code == PrintTrouble.NO_PAPER
            self._tell(FAILED, prompts.NO_PAPER if no_paper else prompts.PRINTER_NOT_READY)

    def _tell(self, state: str, line: Line) -> None:
        self._state, self._line = state, line
        self.changed.emit()
        if line and self._speaker:
            self._speaker.say([line])

    @Property(bool, notify=changed)
    def available(self) -> bool:
        """Whether the centre has a printer."""
        return self._settings.handout.printer is not None

    @Property(str, notify=changed)
    def state(self) -> str:
        """Which of idle, working, done, failed."""
        return self._state

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """What became of the sheet, in the chosen language; empty while nothing is to be told."""
        return self._translator.shown(self._line.text) if self._translator and self._line else ""

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the code says by which the open lesson is found again; empty when none is open."""
        run = self._visit.run
        if run is None:
            return ""
        return lesson_payload(run.lesson.head.number, self._settings.handout.web_address)

    @Property(bool, notify=changed)
    def leadsHome(self) -> bool:
        """Whether that code opens a page on one's own phone."""
        return self._settings.handout.web_address is not None


def _lesson_id(visit: Visit) -> str:
    return visit.run.lesson.id if visit.run and visit.page in (Page.LESSON, Page.DONE) else ""
