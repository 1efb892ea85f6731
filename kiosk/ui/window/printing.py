"""Prints the take-home sheet in a separate process, for QML."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE, Line
from kiosk.domain.phone_make import UNKNOWN
from kiosk.domain.print_trouble import PrintTrouble
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.i18n.languages import SOURCE
from kiosk.player.visit import Page, Visit
from kiosk.qr.payload import lesson_payload
from kiosk.qt.properties import Properties, Property, qml_singleton
from kiosk.ui.background.child_process import ChildProcess, Ending
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.translator import Translator
from kiosk.ui.visit.visit_view_model import VisitViewModel

LIMIT_MS = 150_000
"""Longer than typesetting the sheet and monitoring the printer can take."""
IDLE, WORKING, DONE, FAILED = "idle", "working", "done", "failed"
TOLD: dict[int, Line] = {
    PrintTrouble.NO_PAPER: prompts.NO_PAPER,
    PrintTrouble.COVER_OPEN: prompts.COVER_OPEN,
    PrintTrouble.JAM: prompts.PAPER_JAM,
    PrintTrouble.NO_INK: prompts.NO_INK,
    PrintTrouble.TRAY: prompts.PRINTER_TRAY,
}
"""The message for learners by print error; all others mean that the printer is not ready."""
TAKE_BACK = ("-m", "kiosk.handout.take_back")
TAKE_BACK_LIMIT_MS = 60_000
"""Longer than its four requests to the print service can take."""
WITHOUT_DISPLAY = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


@qml_singleton
class Printing(QObject):
    """Prints one sheet at a time and reports the result, without blocking."""

    changed = Signal()
    printed = Signal()
    """A sheet was printed."""

    _shows: Properties["Printing"] = Properties(changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._folders = Folders()
        self._speaker: VoiceOutput | None = None
        self._translator: Translator | None = None
        self._visit = Visit()
        self._state = IDLE
        self._line = SILENCE
        self._process = ChildProcess([], self, environment=WITHOUT_DISPLAY)
        self._process.ended.connect(self._end)
        self._taking_back = ChildProcess(TAKE_BACK, self)
        self._taking_back.ended.connect(self._take_back_again)
        self._taking_back.starts_again.connect(self.take_back)
        self._limit_ms = LIMIT_MS
        self._printed: set[str] = set()
        """The lessons whose sheets were printed in this visit, at most once each."""
        self._printing_for: set[str] | None = None
        """`_printed` of the visit that waits for the sheet; None for staff."""
        self._lesson = ""

    def serve(
        self, visit: VisitViewModel, folders: Folders, speaker: VoiceOutput, translator: Translator
    ) -> None:
        """Connects printing to the visit, the folders and the voice."""
        self._folders = folders
        self._speaker = speaker
        self._translator = translator
        visit.visitChanged.connect(self._show_visit)
        visit.languageChanged.connect(self.changed)

    def use_settings(self, settings: Settings) -> None:
        """Applies new settings, such as another printer or paper."""
        self._settings = settings
        self.changed.emit()

    def _show_visit(self, _before: Visit, visit: Visit) -> None:
        """Clears the message about the last sheet when the page or the lesson changes."""
        moved = (_lesson_id(visit), visit.page) != (_lesson_id(self._visit), self._visit.page)
        self._visit = visit
        if visit.page is Page.ATTRACT:
            self._printed = set()
        if moved:
            self._set_state(WORKING if self._process.is_running else IDLE, SILENCE)
        else:
            self.changed.emit()

    def set_limit(self, limit_ms: int) -> None:
        """Sets the time limit for printing a sheet."""
        self._limit_ms = limit_ms

    @Slot()
    def printSheet(self) -> None:
        """Prints the sheet of the open lesson, once per visit."""
        lesson = _lesson_id(self._visit)
        if lesson in self._printed:
            self._set_state(IDLE, prompts.PRINTED_BEFORE)
        elif lesson:
            self._print(lesson, self._printed)

    @Slot(str)
    def printLesson(self, lesson: str) -> None:
        """Prints the sheet of a lesson, by ID, for staff; ignored while another one is printed."""
        self._print(lesson, None)

    def _print(self, lesson: str, printing_for: set[str] | None) -> None:
        if self._process.is_running or not self._settings.handout.printer:
            return
        self._lesson, self._printing_for = lesson, printing_for
        language = self._visit.language
        languages = SOURCE if language == SOURCE else f"{SOURCE},{language}"
        command = ["-m", "kiosk", "handout", lesson, "--lang", languages, "--print"]
        if printing_for is not None:
            command += ["--come-back", *self._for_her()]
        self._process.arguments = [*command, "--config", str(self._folders.config)]
        self._process.environment["KIOSK_HOME"] = str(self._folders.home)
        self._process.environment["KIOSK_SITE"] = str(self._folders.own)
        self._process.start(self._limit_ms)
        self._set_state(WORKING, prompts.PRINTING)

    def take_back(self) -> None:
        """Cancels leftover print jobs of the kiosk; repeated until it succeeds."""
        if self._settings.handout.printer:
            self._taking_back.start(TAKE_BACK_LIMIT_MS)

    def _take_back_again(self, ending: Ending, code: int) -> None:
        if ending is Ending.EXITED and code == 0:
            self._taking_back.reset_failures()
        else:
            self._taking_back.start_later()

    def _for_her(self) -> list[str]:
        """Returns the command options for the learner's phone and current way."""
        phone, run = self._visit.phone, self._visit.run
        make = [] if phone in (None, UNKNOWN) else ["--phone", str(phone)]
        return [*make, *(["--way", run.way.value] if run else [])]

    def close(self) -> None:
        """Stops printing."""
        self._process.close()
        self._taking_back.close()

    def _end(self, ending: Ending, code: int) -> None:
        awaited = bool(self._line)
        done = ending is Ending.EXITED and code == 0
        if done:
            self.printed.emit()
        else:
            self.take_back()
        if done and self._printing_for is not None:
            self._printing_for.add(self._lesson)
        if not awaited:
            self._set_state(IDLE, SILENCE)
        elif done:
            self._set_state(DONE, prompts.PRINTED)
        else:
            cause = code if ending is Ending.EXITED else PrintTrouble.TOO_LONG
            for_staff = self._printing_for is None
            other = prompts.PRINTER_NOT_READY_STAFF if for_staff else prompts.PRINTER_NOT_READY
            self._set_state(FAILED, TOLD.get(cause, other))

    def _set_state(self, state: str, line: Line) -> None:
        self._state, self._line = state, line
        self.changed.emit()
        if line and self._speaker:
            self._speaker.say([line])

    available = _shows(bool, lambda self: self._settings.handout.printer is not None)
    """True when a printer is configured."""
    state = _shows(str, lambda self: self._state)
    """One of idle, working, done, failed."""

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """The message about the sheet, in the chosen language; empty for none."""
        return self._translator.shown(self._line.text) if self._translator and self._line else ""

    @Property(str, notify=changed)
    def codeInvitation(self) -> str:
        """The text beside the QR code, in the chosen language; empty when there is no code."""
        if self._translator is None or not self.code:
            return ""
        return self._translator.shown(prompts.SCAN_AT_HOME.text)

    @Property(str, notify=changed)
    def code(self) -> str:
        """The text of the QR code that opens the lesson on the learner's phone; empty for none."""
        run, address = self._visit.run, self._settings.handout.web_address
        if run is None or not address:
            return ""
        language = "" if self._visit.language == SOURCE else self._visit.language
        make = "" if self._visit.phone in (None, UNKNOWN) else str(self._visit.phone)
        number, way = run.lesson.head.number, run.way.value
        return lesson_payload(number, address, language=language, make=make, way=way)


def _lesson_id(visit: Visit) -> str:
    return visit.run.lesson.id if visit.run and visit.page in (Page.LESSON, Page.DONE) else ""
