"""The view model of the lesson editor."""

import errno
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.authoring.inspection import numbers_in
from kiosk.authoring.revision import Revision, RevisionReader
from kiosk.authoring.skeleton import FIRST_NUMBER
from kiosk.content.facts import read_facts
from kiosk.content.media import media_in
from kiosk.content.voices import RecordedSentences, recorded_languages
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.line import Line
from kiosk.editor import changes
from kiosk.editor.drawing_search import drawing_words
from kiosk.editor.extents import EditRefusedError
from kiosk.editor.forms import Control, kind_title
from kiosk.editor.history import Change, LessonText
from kiosk.editor.numbers import free_numbers, numbers_listed
from kiosk.editor.placed_problems import placed_problems
from kiosk.editor.references import target_field
from kiosk.editor.session import EditedPart, Session
from kiosk.editor.structure import structure_of
from kiosk.folders import Folders
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.ui.authoring.editor_actions import EditorActions
from kiosk.ui.authoring.editor_picker_view_model import PickerContent
from kiosk.ui.authoring.editor_rows import (
    key_of,
    key_path_of,
    step_kind_rows,
)
from kiosk.ui.authoring.lesson_keeper import LessonKeeper
from kiosk.ui.background.jobs import Err, Jobs, Lane, Result
from kiosk.usb_import.export import ExportedLesson, export_lesson
from kiosk.usb_import.stick_writer import StickProtectedError
from kiosk.usb_import.usb_drives import find_sticks

READ_AFTER_MS = 150
REFUSED = gettext_noop("Chỗ này chưa sửa được: sửa lỗi ghi bên dưới trước.")
SAVED = gettext_noop("Đã lưu.")
FOUND_DRAFT = gettext_noop("Đây là bản nháp chưa lưu lần trước. Lưu lại, hoặc hoàn tác để bỏ.")
MERGED = gettext_noop("Có người vừa sửa tệp này. Máy đã ghép cả hai.")
#: After a lesson was copied to a stick, or into a folder; %1 is the folder.
EXPORTED = gettext_noop("Đã chép vào thư mục %1. Ki-ốt khác lấy được từ đó.")
EXPORTED_PARTLY = gettext_noop(
    "Đã chép vào thư mục %1, trừ giọng của người chưa cho dùng ở máy khác."
)
NOT_EXPORTED = gettext_noop("Chưa chép được. Rút ra cắm lại USB, rồi thử lần nữa.")
FULL = gettext_noop("Chưa chép được: USB đã đầy. Xóa bớt tệp trên USB, hoặc dùng USB khác.")
PULLED = gettext_noop("Chưa chép xong thì USB đã rút. Cắm lại, rồi chép lần nữa.")
PROTECTED = gettext_noop("USB này không cho ghi. Gạt chốt khóa trên USB, hoặc dùng USB khác.")
READ_ONLY = gettext_noop("Máy này chỉ được đọc USB. Muốn chép ra thì gọi người trông máy.")
EXPORT_FAILURES = {
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.ENOSPC: FULL,
    errno.EIO: PULLED,
    errno.ENODEV: PULLED,
    errno.ENOENT: PULLED,
    errno.ENXIO: PULLED,
}
NOT_SOUND = gettext_noop("Sửa các lỗi màu đỏ, rồi mới chạy thử được.")


def export_message(what: ExportedLesson) -> tuple[str, str]:
    """Returns the message after a lesson was copied, and the folder name that replaces its %1."""
    return EXPORTED_PARTLY if what.held_back else EXPORTED, what.folder.name


def export_failure_message(error: BaseException) -> str:
    """Returns the message for a failure to copy a lesson to a stick."""
    if isinstance(error, StickProtectedError):
        return PROTECTED
    number = error.errno if isinstance(error, OSError) else None
    return EXPORT_FAILURES.get(number or 0, NOT_EXPORTED)


@qml_type
class EditorViewModel(EditorActions):
    """Applies the user's actions to the session and exposes the result to QML."""

    changed = Signal()
    chosenChanged = Signal()
    messageChanged = Signal()
    savedChanged = Signal()
    studioChanged = Signal()
    played = Signal(object, str, int)
    """A lesson, a way, and the index of the first step to play."""
    heard = Signal(object)
    """A line for the voice to say."""
    recordRequested = Signal(str, str)
    """A sentence to record, and the title of the lesson."""

    _has: Properties["EditorViewModel"] = Properties()
    _shows: Properties["EditorViewModel"] = Properties(changed)
    _shows_saved: Properties["EditorViewModel"] = Properties(savedChanged)
    _shows_message: Properties["EditorViewModel"] = Properties(messageChanged)
    _shows_chosen: Properties["EditorViewModel"] = Properties(chosenChanged)

    def __init__(
        self,
        path: Path,
        folders: Folders,
        jobs: Jobs,
        parent: QObject,
        *,
        instead_of: Path | None = None,
        title: str = "",
    ) -> None:
        """Nothing is read before `open`.

        Args:
            path: the file to write.
            folders: the kiosk's folders.
            jobs: runs all reads and writes.
            parent: the Qt parent.
            instead_of: the shipped lesson that the file replaces.
            title: the title of a new lesson; empty to derive it from the file name.
        """
        super().__init__(path.absolute(), folders, jobs, parent)
        self._folders = folders
        self._title = title
        self._jobs = jobs
        self._keeper = LessonKeeper(path, folders.state / "drafts", jobs, self, instead_of)
        self._reader = RevisionReader(self._keeper.path, folders)
        self._picker.notified.connect(self._show_message)
        self._studio: QObject | None = None
        self._loaded = False
        self._awaited = False
        """True while a job checks the text."""
        self._message = self._message_argument = ""
        self._disk_text: str | None = None
        self._reading = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._reading.timeout.connect(self._read)
        self._keeper.read.connect(self._open)
        self._keeper.merged.connect(self._take_merged)
        self._keeper.conflict.connect(self._show_conflict)
        self._keeper.saved.connect(self._tell_saved)
        self._keeper.notified.connect(self._show_message)

    def open(self) -> None:
        """Loads the picker's content in a job, then reads the file or its draft."""

        def work() -> PickerContent:
            step_kind_rows(frozenset())
            folders, path = self._folders, self._keeper.path
            taken = numbers_in(*folders.lesson_folders, besides=frozenset({path}))
            sticks = (each.path for each in find_sticks(folders))
            elsewhere = numbers_listed(path.parent, *folders.lesson_folders, *sticks)
            return PickerContent(
                media_in(folders),
                drawing_words(*folders.icon_folders),
                drawing_words(*folders.picture_folders),
                free_numbers(FIRST_NUMBER, {*taken, *elsewhere}),
                read_facts(*folders.lesson_folders),
                recorded_languages(folders),
            )

        self._jobs.run(
            work, self._take_content, what=gettext_noop("mở trình soạn bài"), lane=Lane.WAITED_FOR
        )

    def close(self) -> None:
        """Stops the editor; unsaved text is kept as a draft."""
        self._reading.stop()
        self._keeper.close()

    def _take_content(self, result: Result[PickerContent]) -> None:
        if not isinstance(result, Err):
            self._picker.offered = result.value
        self._keeper.open(lambda: self._session.lesson.text)

    def use_studio(self, studio: QObject) -> None:
        """Sets the object that records sentences."""
        self._studio = studio
        self.studioChanged.emit()

    def read_recordings(self) -> None:
        """Reloads the list of recorded sentences, after a new recording."""
        self._jobs.run(
            lambda: recorded_languages(self._folders),
            self._take_recordings,
            what=gettext_noop("đọc các câu đã thu"),
            lane=Lane.WAITED_FOR,
        )

    def _take_recordings(self, result: Result[tuple[RecordedSentences, ...]]) -> None:
        if not isinstance(result, Err):
            self._picker.offered = replace(self._picker.offered, recorded=result.value)
            self._show()

    @property
    def _free(self) -> int:
        """The lowest free lesson number."""
        return next(iter(self._picker.offered.numbers), 1)

    def _open(self, text: str, from_draft: bool) -> None:  # noqa: FBT001 - a signal's argument
        base = self._keeper.base
        if not base and not text:
            title = self._title or self._keeper.path.stem.replace("-", " ").capitalize()
            lesson = LessonText.of(changes.new_lesson(title, self._free))
        else:
            lesson = LessonText.of(base)
        if from_draft:
            lesson = lesson.replaced(structure_of(text))
            self._show_message(FOUND_DRAFT)
        self._loaded = True
        self._set_session(Session(lesson).with_step(0))
        self._keeper.changed()

    def _take_merged(self, text: str) -> None:
        self._disk_text = None
        lesson = self._session.lesson.replaced(structure_of(text))
        self._set_session(replace(self._session, lesson=lesson).settled())
        self._show_message(MERGED)

    def _show_conflict(self, disk_text: str) -> None:
        self._disk_text = disk_text
        self.messageChanged.emit()

    def _tell_saved(self) -> None:
        self._show_message(SAVED)
        self.savedChanged.emit()

    def _show_message(self, words: str, of: str = "") -> None:
        self._message, self._message_argument = words, of
        self.messageChanged.emit()

    def _do(self, *done: Change) -> bool:
        """Applies the changes; when they are refused, shows a message and returns False."""
        try:
            after = self._session.doing(*done)
        except EditRefusedError:
            self._show_message(REFUSED)
            return False
        self._show_message("")
        self._set_session(after)
        return True

    def _set_session(self, after: Session) -> None:
        before, self._session = self._session, after
        if after.lesson.text != before.lesson.text or not self._problems:
            self._keeper.changed()
            self._reading.start()
        self._show()

    def _show(self) -> None:
        self._fill()
        self.changed.emit()
        self.chosenChanged.emit()
        self.savedChanged.emit()

    def _read(self) -> None:
        """Checks the text for problems in a job."""
        text = self._session.lesson.text
        self._awaited = True
        self._jobs.run(
            lambda: self._reader.revision_of(text.removeprefix("\ufeff")),
            lambda result: self._take(text, result),
            what=gettext_noop("đọc bài đang soạn"),
            lane=Lane.WAITED_FOR,
        )

    def _take(self, text: str, result: Result[Revision]) -> None:
        self._awaited = False
        if isinstance(result, Err) or text != self._session.lesson.text:
            return
        revision = result.value
        self._lesson = revision.lesson
        problems = [each.problem for each in revision.problems_at]
        self._problems = placed_problems(self._session.lesson.structure, problems, self._free)
        self._fill_problems()
        self._show_ways()
        self._show()

    @Slot()
    def save(self) -> None:
        self._keeper.save()

    @Slot()
    def overwriteDisk(self) -> None:
        """Resolves a conflict: saves this text over the changed file."""
        self._disk_text = None
        self.messageChanged.emit()
        self._keeper.save(force=True)

    @Slot()
    def useDiskText(self) -> None:
        """Resolves a conflict: takes the text of the changed file."""
        if self._disk_text is not None:
            self._keeper.take(self._disk_text)

    @Slot(str)
    def hear(self, text: str) -> None:
        if text.strip():
            self.heard.emit(Line(text))

    @Slot(str)
    def record(self, text: str) -> None:
        """Requests the recording of a sentence."""
        if text.strip():
            self.recordRequested.emit(" ".join(text.split()), self.title)

    @Slot(str)
    def play(self, way: str) -> None:
        """Plays the lesson from the selected step in this way."""
        if self._lesson is None:
            self._show_message(NOT_SOUND)
            return
        lesson = self._lesson.for_phone(self._session.make or None)
        self.played.emit(lesson, way, min(self._session.step, len(lesson.steps) - 1))

    @Slot()
    def exportToStick(self) -> None:
        """Copies the lesson as edited to a USB stick."""
        self._picker.offer_sticks(self._export)

    @Slot()
    def exportToFolder(self) -> None:
        """Copies the lesson as edited to a folder of this computer, such as a shared one."""
        self._picker.offer_folders(self._export)

    def _export(self, place: Path) -> None:
        text, path, folders = self._session.lesson.text, self._keeper.path, self._folders
        self._jobs.run(
            lambda: export_lesson(text, path, place, folders),
            self._exported,
            what=gettext_noop("chép bài vào USB"),
            lane=Lane.USB,
            expected=(OSError,),
        )

    def _exported(self, result: Result[ExportedLesson]) -> None:
        if isinstance(result, Err):
            self._show_message(export_failure_message(result.error))
        else:
            self._show_message(*export_message(result.value))

    @Property(QObject, notify=studioChanged)
    def studio(self) -> QObject | None:
        """The object that records sentences; null when there is none."""
        return self._studio

    fileName = _has(str, lambda self: self._keeper.path.name)
    folder = _has(str, lambda self: str(self._keeper.path.parent))
    title = _shows(str, lambda self: str(self._session.data.get("title") or ""))
    loaded = _shows(bool, lambda self: self._loaded)
    """True once the file or its draft has been read."""
    lookedOver = _shows(
        bool, lambda self: self._loaded and not self._awaited and not self._reading.isActive()
    )
    """True when the listed problems are those of the current text."""
    mayUndo = _shows(bool, lambda self: self._session.lesson.may_undo)
    mayRedo = _shows(bool, lambda self: self._session.lesson.may_redo)
    saved = _shows_saved(bool, lambda self: self._session.lesson.text == self._keeper.base)
    """True when the file has the current text."""
    message = _shows_message(str, lambda self: self._message)
    """The message about the last action, in Vietnamese; empty for none."""
    succeeded = _shows_message(
        bool,
        lambda self: (
            self._message in (SAVED, MERGED, EXPORTED, EXPORTED_PARTLY) and self._disk_text is None
        ),
    )
    """True when the message reports success and there is no conflict."""
    messageArgument = _shows_message(str, lambda self: self._message_argument)
    """The text that replaces %1 in the message."""
    conflict = _shows_message(bool, lambda self: self._disk_text is not None)
    """True when the file was changed elsewhere in the same lines."""
    errorCount = _shows(int, lambda self: sum(each.severity == "error" for each in self._problems))
    part = _shows_chosen(str, lambda self: self._session.part.value)
    """The part shown in the form: head, step or element."""
    step = _shows_chosen(int, lambda self: self._session.step)
    element = _shows_chosen(
        int, lambda self: self._session.element if self._session.part is EditedPart.ELEMENT else -1
    )
    """The index of the selected element; -1 for none."""
    screen = _shows_chosen(str, lambda self: self._session.screen)
    make = _shows_chosen(str, lambda self: self._session.make)
    """The selected make of phone; empty for the default one."""

    @Property(str, notify=chosenChanged)
    def stepPicture(self) -> str:
        """The picture of the selected step; empty for none."""
        data = self._session.step_data
        picture = data.get("picture") if isinstance(data, dict) else None
        return picture if isinstance(picture, str) else ""

    @Property(bool, notify=chosenChanged)
    def mayOwnScreen(self) -> bool:
        """True when the selected make has no variant of the shown screen yet."""
        return bool(self._session.make and self._session.screen) and not (
            self._session.is_own_screen
        )

    @Property(bool, notify=chosenChanged)
    def mayTarget(self) -> bool:
        """True when the selected element can become the target of the selected step."""
        session = self._session
        elements = session.elements()
        if session.part is not EditedPart.ELEMENT or not 0 <= session.element < len(elements):
            return False
        element = elements[session.element]
        kind = changes.kind_at(session.lesson.structure, ("steps", session.step))
        return bool(element and element.targets and kind and target_field(kind))

    @Property(bool, notify=chosenChanged)
    def mayUseScreen(self) -> bool:
        """True when a screen is shown that is not the screen of the selected step."""
        data = self._session.step_data
        own = data.get("screen") if isinstance(data, dict) else None
        return bool(self._session.screen) and own != self._session.screen

    @Property(str, notify=chosenChanged)
    def formTitle(self) -> str:
        """The title of the form, in Vietnamese."""
        session = self._session
        if session.part is EditedPart.HEAD or not session.kind:
            return "Đầu bài" if session.part is EditedPart.HEAD else "?"
        if session.part is EditedPart.STEP:
            return f"Bước {session.step + 1}: {kind_title('steps', session.kind)}"
        return kind_title("screens", session.kind)

    @Property(str, notify=chosenChanged)
    def wordsKey(self) -> str:
        """The key of the field with the visible words of the selected element; empty for none."""
        if self._session.part is not EditedPart.ELEMENT:
            return ""
        for row in self._session.form():
            if row.control in (Control.LABEL, Control.SENTENCE) and row.present:
                return key_of(row.key_path)
        return ""

    @Property(str, notify=chosenChanged)
    def words(self) -> str:
        key = self.wordsKey
        found = self._session.at((*self._session.key_path, *key_path_of(key))) if key else ""
        return str(found or "")
