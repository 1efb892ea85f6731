"""The view model of the preview window, which shows a lesson file while it is being written."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.authoring.revision import (
    OF_THE_NAME,
    Revision,
    RevisionProblem,
    RevisionReader,
    RevisionState,
)
from kiosk.content.wording import hint_of, message_of
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.ui.background.folder_watch import FolderWatch
from kiosk.ui.background.jobs import Err, Jobs, Result

SETTLE_MS = 50
POLL_MS = 1000
MAX_LINE_LENGTH = 200
MAX_SHOWN = 30
"""More problems are not listed: fixing the first ones often fixes the others."""


@dataclass(frozen=True, slots=True)
class LineProblemRow:
    """A problem, with the line of the file in which it was found."""

    line: int
    """The line number; 0 for a problem of the file name."""
    before: str
    after: str
    """The text of the line after the position of the problem; `before` is the text before it."""
    message: str
    hint: str


@qml_type
class PreviewViewModel(QObject):
    """Watches one lesson file: emits each valid version and lists the problems of the others."""

    changed = Signal()
    voiceChanged = Signal()
    written = Signal(object)
    """A valid lesson, after each change of the file."""
    muted = Signal(bool)

    errors = ShownList(LineProblemRow)
    """Problems that make the lesson invalid."""
    advice = ShownList(LineProblemRow)
    """Advice: problems that do not make the lesson invalid."""

    _shows_voice: Properties["PreviewViewModel"] = Properties(voiceChanged)
    _has: Properties["PreviewViewModel"] = Properties()
    _shows: Properties["PreviewViewModel"] = Properties(changed)

    def __init__(self, path: Path, folders: Folders, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path.absolute()
        self._jobs = jobs
        self._editor = RevisionReader(self._path, folders)
        self._revision: Revision | None = None
        self._lesson: Lesson | None = None
        self._reading = False
        self._again = False
        self._voice_on = True
        self._watch = FolderWatch(self, settle_ms=SETTLE_MS, poll_ms=POLL_MS)
        self._watch.settled.connect(self.look)

    @property
    def lesson(self) -> Lesson | None:
        """The last valid lesson; None before the first."""
        return self._lesson

    def look(self) -> None:
        """Reads the file in a job; a call during a read repeats it afterwards."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self._jobs.run(self._editor.read, self._take, what=gettext_noop("đọc tệp bài đang soạn"))

    def _take(self, result: Result[Revision]) -> None:
        self._reading = False
        revision = Revision(RevisionState.UNREAD) if isinstance(result, Err) else result.value
        before, self._revision = self._revision, revision
        self._watch.follow(self._editor.places())
        if revision != before:
            if revision.lesson:
                self._lesson = revision.lesson
                self.written.emit(revision.lesson)
            self.errors.show(self._rows(errors=True))
            self.advice.show(self._rows(errors=False))
            self.changed.emit()
        if self._again:
            self.look()

    @Slot(bool)
    def speak(self, on: bool) -> None:  # noqa: FBT001 - called from QML
        """Switches the voice on or off."""
        if on != self._voice_on:
            self._voice_on = on
            self.muted.emit(not on)
            self.voiceChanged.emit()

    voiceOn = _shows_voice(bool, lambda self: self._voice_on)
    fileName = _has(str, lambda self: self._path.name)
    folderName = _has(str, lambda self: str(self._path.parent))
    """The folder of the file."""

    @Property(str, notify=changed)
    def finding(self) -> str:
        """The state of the file: reading, nothing, no-file, unread, broken, or good."""
        revision = self._revision
        if revision is None:
            return "reading"
        if revision.finding is not RevisionState.LESSON:
            return revision.finding.value
        return "good" if revision.lesson else "broken"

    hasLesson = _shows(bool, lambda self: self._lesson is not None)
    """True once a valid lesson was read."""
    errorCount = _shows(int, lambda self: len(self._problems(errors=True)))
    """The number of errors, including those not listed."""

    def _rows(self, *, errors: bool) -> list[LineProblemRow]:
        return [_row_of(each) for each in self._problems(errors=errors)[:MAX_SHOWN]]

    def _problems(self, *, errors: bool) -> list[RevisionProblem]:
        problems_at = self._revision.problems_at if self._revision else ()
        return [each for each in problems_at if each.problem.is_error is errors]


def _row_of(placed: RevisionProblem) -> LineProblemRow:
    problem = placed.problem
    spot = min(problem.column - 1, len(placed.line))
    return LineProblemRow(
        line=0 if problem.code in OF_THE_NAME else problem.line,
        before=placed.line[:spot].lstrip(),
        after=placed.line[spot : spot + MAX_LINE_LENGTH].rstrip(),
        message=_sentence(message_of(problem)),
        hint=_sentence(hint_of(problem)),
    )


def _sentence(words: str) -> str:
    """Returns the words with the first letter capitalized."""
    return words[:1].upper() + words[1:]
