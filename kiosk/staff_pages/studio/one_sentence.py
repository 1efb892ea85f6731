"""The studio inside the lesson editor, which records a single sentence."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from kiosk.domain.line import SILENCE, Line
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages import view_of
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.studio.page import LANGUAGES, NAME, RECORDER, TOPICS, StudioPageModel
from kiosk.staff_pages.studio.worklist import ONE, Worklist, list_of_one
from kiosk.ui.authoring.editor_view_model import EditorViewModel
from kiosk.ui.background.jobs import Result


@qml_type
class SentenceStudio(StudioPageModel):
    """Requests language, name and consent once, then records one sentence per call of `record`."""

    openChanged = Signal()
    occupiedChanged = Signal()

    _shows_open: Properties["SentenceStudio"] = Properties(openChanged)
    _shows_occupied: Properties["SentenceStudio"] = Properties(occupiedChanged)
    _has: Properties["SentenceStudio"] = Properties()

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        for each in (self, self._session, self._recorder, self._consent):
            each.changed.connect(self.occupiedChanged)
        self._open = False
        self._wanted = SILENCE
        self._lesson = ""

    def serve(self, editor: EditorViewModel) -> None:
        """Connects the studio to an editor, whose sentences it records."""
        editor.use_studio(self)
        editor.recordRequested.connect(self.record)
        self.openChanged.connect(editor.read_recordings)

    def record(self, sentence: str, lesson: str) -> None:
        """Opens the studio for a sentence; `lesson` is the title of its lesson."""
        self._wanted, self._lesson = Line(sentence), lesson
        kept = self._recorder.last_kept
        if kept is None or kept.key != sentence_key(sentence):
            self._recorder.forget_kept()
        if self._speaker:
            self._show(TOPICS)
            self._read()
        else:
            self.enter()
            self.hear_again()
        self._open = True
        self.openChanged.emit()

    def _reader(self) -> Callable[[object], Worklist]:
        folders, language = self.context.folders, self._language
        line, lesson = self._wanted, self._lesson
        unreviewed = self.context.settings().languages.show_unreviewed
        return lambda _: list_of_one(folders, language, line, lesson, unreviewed=unreviewed)

    def _ask(self) -> None:
        if self._page != TOPICS:
            super()._ask()

    def _take_list(self, result: Result[Worklist]) -> None:
        super()._take_list(result)
        if self._list is not None and self._page == TOPICS:
            self.chooseTopic(ONE)

    def _finish(self) -> None:
        self.close()

    def go_back(self) -> bool:
        """Goes one page back; from the recorder and the name to the language page."""
        if self._page == LANGUAGES:
            return False
        if self._page not in (TOPICS, NAME, RECORDER):
            return super().go_back()
        self._session.close()
        self.enter()
        self.hear_again()
        return True

    def leave(self) -> None:
        """Clears everything about the speaker except saved recordings."""
        super().leave()
        self._open = False
        self.openChanged.emit()

    @Slot()
    def close(self) -> None:
        """Returns to the editor; the speaker is remembered for the next sentence."""
        self._reading.cancel()
        self._session.close()
        self._open = False
        self.openChanged.emit()

    @Slot()
    def back(self) -> None:
        """Goes one page back, or closes the studio; ignored while busy."""
        if not self.is_busy and not self.go_back():
            self.close()

    @Slot()
    def hearAgain(self) -> None:
        """Repeats the question of the page."""
        self.hear_again()

    isOpen = _shows_open(bool, lambda self: self._open)
    """Whether the studio is open."""
    occupied = _shows_occupied(bool, lambda self: self.is_busy)
    """Whether a recording is being made, processed or saved."""
    view = _has(QUrl, lambda self: QUrl.fromLocalFile(str(view_of(StudioPageModel))))
    """The QML file of the studio."""
