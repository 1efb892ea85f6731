"""File access of the lesson editor: drafts, saving, and merging of changes made elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.editor.lesson_file import Conflict, LessonFile, Saved, UnreadableFileError, UnsavedText
from kiosk.editor.merge import merged
from kiosk.ui.background.folder_watch import FolderWatch
from kiosk.ui.background.jobs import Err, Jobs, Lane, Ok, Result

T = TypeVar("T")
DRAFT_AFTER_MS = 300
TRY_AGAIN_MS = 1000
SETTLE_MS = 100
POLL_MS = 2000
UNREADABLE = gettext_noop("Tệp này không phải chữ UTF-8. Mở bằng Notepad, lưu lại với mã UTF-8.")
NOT_READ = gettext_noop("Không đọc được tệp. Rút ra cắm lại USB, hoặc chọn tệp khác.")
NOT_SAVED = gettext_noop("Chưa lưu được: đĩa đầy, hoặc USB đã rút. Máy giữ bản nháp; thử lưu lại.")
NO_DRAFT = gettext_noop("Chưa giữ được bản nháp ở đâu cả. Máy đang thử lại.")


class LessonKeeper(QObject):
    """Reads, saves and watches one lesson file, and keeps a draft of unsaved text."""

    read = Signal(str, bool)
    """The text to edit, and whether it comes from an unsaved draft."""
    merged = Signal(str)
    """The text after a merge with changes made elsewhere."""
    conflict = Signal(str)
    """The text of the file, which was changed elsewhere in the same lines."""
    saved = Signal()
    notified = Signal(str)
    """An error message, in Vietnamese; empty once the error is over."""

    def __init__(
        self,
        path: Path,
        spare: Path,
        jobs: Jobs,
        parent: QObject,
        instead_of: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path.absolute()
        self.base = ""
        """The text of the file when it was last read or written."""
        self._text: Callable[[], str] = lambda: ""
        self._file = LessonFile(self.path, spare, instead_of)
        self._jobs = jobs
        self._failed = False
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
        self._drafting.timeout.connect(self._keep_draft)
        self._watch = FolderWatch(self, settle_ms=SETTLE_MS, poll_ms=POLL_MS)
        self._watch.settled.connect(self._look_again)

    def open(self, text: Callable[[], str]) -> None:
        """Reads the file and its draft; `text` returns the current text, for later drafts."""
        self._text = text

        def work() -> tuple[str, UnsavedText | None]:
            return self._file.read(), self._file.find_draft()

        self._run(work, self._opened, what=gettext_noop("mở tệp bài đang soạn"))

    def _opened(self, result: Result[tuple[str, UnsavedText | None]]) -> None:
        if isinstance(result, Err):
            unreadable = isinstance(result.error, UnreadableFileError)
            self.notified.emit(UNREADABLE if unreadable else NOT_READ)
            return
        there, draft = result.value
        self.base = there
        found = draft is not None and draft.text != there
        text = there
        if draft is not None and found:
            text = merged(draft.base, draft.text, there) or draft.text
        self.read.emit(text, found)
        self._watch.follow(frozenset({str(self.path), str(self.path.parent)}))

    def close(self) -> None:
        """Stops watching the file; a pending draft is written at once."""
        self._watch.deleteLater()
        if self._drafting.isActive():
            self._drafting.stop()
            self._keep_draft()

    def changed(self) -> None:
        """Schedules a draft, `DRAFT_AFTER_MS` after the first change."""
        if not self._drafting.isActive():
            self._drafting.start()

    def _keep_draft(self) -> None:
        base, text = self.base, self._text()
        if text == base:
            self._run(self._file.forget_draft, self._drafted, what=gettext_noop("bỏ bản nháp"))
            return
        draft = UnsavedText(base, text)
        self._run(
            lambda: self._file.keep_draft(draft), self._drafted, what=gettext_noop("giữ bản nháp")
        )

    def _drafted(self, result: Result[None]) -> None:
        if isinstance(result, Err):
            self._failed = True
            self.notified.emit(NO_DRAFT)
            self._drafting.start(TRY_AGAIN_MS)
        elif self._failed:
            self._failed = False
            self.notified.emit("")

    def save(self, *, force: bool = False) -> None:
        """Writes the text to the file; `force` overwrites changes made elsewhere."""
        base, text = self.base, self._text()

        def work() -> Saved | Conflict:
            return self._file.save(base, text, force=force)

        self._run(work, self._saved, what=gettext_noop("lưu bài đang soạn"))

    def _saved(self, result: Result[Saved | Conflict]) -> None:
        if isinstance(result, Err):
            self.notified.emit(NOT_SAVED)
        elif isinstance(result.value, Conflict):
            self.conflict.emit(result.value.disk_text)
        else:
            self.base = result.value.text
            self.notified.emit("")
            if result.value.merged:
                self.merged.emit(result.value.text)
            self.saved.emit()

    def take(self, disk_text: str) -> None:
        """Replaces the edited text by the text of the changed file."""
        self.base = disk_text
        self.merged.emit(disk_text)

    def _look_again(self) -> None:
        self._run(self._file.read, self._looked, what=gettext_noop("đọc lại tệp bài đang soạn"))

    def _looked(self, result: Result[str]) -> None:
        if not isinstance(result, Ok) or result.value == self.base:
            return
        there, mine = result.value, self._text()
        if there in ("", mine):
            return
        both = merged(self.base, mine, there)
        if both is None:
            self.conflict.emit(there)
        else:
            self.base = there
            self.merged.emit(both)

    def _run(self, work: Callable[[], T], then: Callable[[Result[T]], None], *, what: str) -> None:
        self._jobs.run(
            work,
            then,
            what=what,
            lane=Lane.WAITED_FOR,
            expected=(OSError, UnreadableFileError),
        )
