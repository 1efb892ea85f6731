"""A lesson file that is being written, as the preview's window shows it."""

from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.edition import OF_THE_NAME, Edition, Editor, Finding, Remark
from kiosk.content.wording import hint_of, message_of
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.ui.folder_watch import FolderWatch
from kiosk.ui.jobs import Jobs

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_MS = 50
POLL_MS = 1000
LONGEST_LINE = 200
MOST_SHOWN = 30
"""Nobody mends more at a time; mending the first ones often mends the others."""


@QmlElement
@QmlUncreatable("made by the preview")
class PreviewViewModel(QObject):
    """Follows one file: hands on every good lesson, and tells what is wrong with the others."""

    changed = Signal()
    voiceChanged = Signal()
    written = Signal(object)
    """A lesson that was saved and is good."""
    hushed = Signal(bool)

    def __init__(self, path: Path, folders: Folders, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path.absolute()
        self._jobs = jobs
        self._editor = Editor(self._path, folders)
        self._edition: Edition | None = None
        self._lesson: Lesson | None = None
        self._reading = False
        self._again = False
        self._voice_on = True
        self._watch = FolderWatch(self, settle_ms=SETTLE_MS, poll_ms=POLL_MS)
        self._watch.settled.connect(self.look)

    @property
    def lesson(self) -> Lesson | None:
        """The last good lesson."""
        return self._lesson

    def look(self) -> None:
        """Read the file as it is now, away from the window."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self._jobs.run(self._editor.read, self._take)

    def _take(self, edition: Edition) -> None:
        self._reading = False
        before, self._edition = self._edition, edition
        self._watch.follow(self._editor.places())
        if edition != before:
            if edition.lesson:
                self._lesson = edition.lesson
                self.written.emit(edition.lesson)
            self.changed.emit()
        if self._again:
            self.look()

    @Slot(bool)
    def speak(self, on: bool) -> None:  # noqa: FBT001 - called from QML
        """Let the voice be heard, or not."""
        if on != self._voice_on:
            self._voice_on = on
            self.hushed.emit(not on)
            self.voiceChanged.emit()

    @Property(bool, notify=voiceChanged)
    def voiceOn(self) -> bool:
        """Whether the voice is heard."""
        return self._voice_on

    @Property(str, constant=True)
    def fileName(self) -> str:
        """The file's name."""
        return self._path.name

    @Property(str, constant=True)
    def folderName(self) -> str:
        """Where the file lies."""
        return str(self._path.parent)

    @Property(str, notify=changed)
    def finding(self) -> str:
        """What the file is: reading, nothing, no-file, broken, or good."""
        edition = self._edition
        if edition is None:
            return "reading"
        if edition.finding is not Finding.LESSON:
            return edition.finding.value
        return "good" if edition.lesson else "broken"

    @Property(bool, notify=changed)
    def hasLesson(self) -> bool:
        """Whether there was a good lesson to show."""
        return self._lesson is not None

    @Property(list, notify=changed)
    def errors(self) -> list[dict[str, object]]:
        """What has to be mended: `line`, `before` and `after` the spot, `message`, `hint`.

        The line is 0 where the file's name is to blame.
        """
        return self._shown(errors=True)

    @Property(list, notify=changed)
    def advice(self) -> list[dict[str, object]]:
        """What could be better, in the same shape."""
        return self._shown(errors=False)

    @Property(int, notify=changed)
    def errorCount(self) -> int:
        """How many errors there are, also those that are not shown."""
        return len(self._remarks(errors=True))

    def _shown(self, *, errors: bool) -> list[dict[str, object]]:
        return [_as_shown(each) for each in self._remarks(errors=errors)[:MOST_SHOWN]]

    def _remarks(self, *, errors: bool) -> list[Remark]:
        remarks = self._edition.remarks if self._edition else ()
        return [each for each in remarks if each.problem.is_error is errors]


def _as_shown(remark: Remark) -> dict[str, object]:
    problem = remark.problem
    spot = min(problem.column - 1, len(remark.line))
    return {
        "line": 0 if problem.code in OF_THE_NAME else problem.line,
        "before": remark.line[:spot].lstrip(),
        "after": remark.line[spot : spot + LONGEST_LINE].rstrip(),
        "message": _sentence(message_of(problem)),
        "hint": _sentence(hint_of(problem)),
    }


def _sentence(words: str) -> str:
    """With a capital at its beginning."""
    return words[:1].upper() + words[1:]
