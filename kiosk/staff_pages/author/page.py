"""All lessons of the kiosk: edit, hide, disable, copy to a USB stick."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.content.near import plain_name
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.editor.lesson_file import new_file
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel
from kiosk.staff_pages.studio.one_sentence import SentenceStudio
from kiosk.ui.authoring.editor_picker_view_model import NO_STICK
from kiosk.ui.authoring.editor_view_model import (
    EditorViewModel,
    export_failure_message,
    export_message,
)
from kiosk.ui.background.jobs import Err, Lane, Result
from kiosk.ui.visit.visit_view_model import VisitViewModel
from kiosk.usb_import.export import ExportedLesson, export_lesson
from kiosk.usb_import.scan import LessonContext
from kiosk.usb_import.usb_drives import find_sticks

LIST, LESSON, EDITOR = "list", "lesson", "editor"
#: In the staff's list of lessons: learners do not see its tile.
HIDDEN = gettext_noop("Đang ẩn")
#: In the staff's list of lessons: it is not taught on this kiosk.
UNUSED = gettext_noop("Thôi dạy")
#: In the staff's list of lessons: its file has mistakes.
BROKEN = gettext_noop("Có lỗi")

UNSAVED = gettext_noop("Chưa lưu. Máy giữ bản nháp; mở lại bài này là thấy.")


@dataclass(frozen=True, slots=True)
class LessonRow:
    name: str
    title: str
    note: str
    icon_name: str


@qml_type
class AuthorPageModel(SettingsPageModel):
    """The pages in order: list of lessons, one lesson, editor."""

    title = gettext_noop("Soạn bài")
    icon = "document"
    order = 47
    sections = ("lessons",)

    changed = Signal()

    lessons = ShownList(LessonRow)
    """The lessons that match the search text."""

    _shows: Properties["AuthorPageModel"] = Properties(changed)
    _has: Properties["AuthorPageModel"] = Properties()

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._typed = ""
        self._name = ""
        self._said = self._said_of = ""
        self._exporting = False
        self._editor: EditorViewModel | None = None
        self._studio = SentenceStudio(context, self)
        context.lesson_store.changed.connect(self._fill)
        context.settings_service.changed.connect(self._fill)

    @property
    def is_busy(self) -> bool:
        """True while the editor is open, because authors pause, and while a lesson is copied."""
        return self._editor is not None or self._exporting

    def enter(self) -> None:
        super().enter()
        self._typed = self._name = ""
        self._show_message("")
        self._fill()

    def leave(self) -> None:
        """Closes the editor, which keeps unsaved changes as a draft."""
        self._close_editor()

    def go_back(self) -> bool:
        """Goes from the editor to the lesson, and from there to the list."""
        if self._editor is not None:
            self._show_message("" if self._editor.property("saved") else UNSAVED)
            self._close_editor()
            return True
        if not self._name:
            return False
        self._name = ""
        self._show_message("")
        self._fill()
        return True

    @Slot()
    def back(self) -> None:
        """Called by the editor's back button."""
        self.go_back()

    # Lists and messages.

    def _files(self) -> Mapping[str, Path]:
        """The files of broken lessons, by lesson id."""
        return {each.path.stem: each.path for each in self.context.lesson_store.everything.broken}

    def _fill(self) -> None:
        asked = plain_name(self._typed)
        translator, heads = self.context.translator, self.context.lesson_store.everything.heads
        rows = [
            LessonRow(
                name, f"{head.number}. {translator.shown(head.title)}", self._note(name), head.icon
            )
            for name, head in heads.items()
        ]
        rows += [
            LessonRow(name, path.name, translator.shown(BROKEN), "warning")
            for name, path in self._files().items()
            if name not in heads
        ]
        self.lessons.show([row for row in rows if asked in plain_name(f"{row.title} {row.name}")])
        self.changed.emit()

    def _note(self, name: str) -> str:
        lessons = self.settings.lessons
        note = UNUSED if name in lessons.unused else HIDDEN if name in lessons.hidden else ""
        return self.context.translator.shown(note) if note else ""

    def _show_message(self, words: str, of: str = "") -> None:
        self._said, self._said_of = words, of
        self.changed.emit()

    # Slots called by QML.

    @Slot(str)
    def lookFor(self, typed: str) -> None:
        self._typed = typed
        self._fill()

    @Slot(str)
    def choose(self, name: str) -> None:
        self._name = name
        self._show_message("")

    @Slot()
    def toggleHidden(self) -> None:
        """Hides or shows the lesson's tile for learners."""
        self._toggle("hidden", self.settings.lessons.hidden)

    @Slot()
    def toggleUnused(self) -> None:
        """Disables or enables the lesson on this kiosk."""
        self._toggle("unused", self.settings.lessons.unused)

    def _toggle(self, field: str, names: tuple[str, ...]) -> None:
        """Adds the lesson to the list in the settings, or removes it."""
        without = tuple(each for each in names if each != self._name)
        self.set("lessons", **{field: without if self._name in names else (*names, self._name)})

    @Slot()
    def edit(self) -> None:
        """Opens the lesson in the editor; a supplied lesson is edited as the kiosk's own copy."""
        file = self._file()
        if file is not None:
            kiosk = self._kiosk()
            own = file if file.is_relative_to(self.context.folders.own) else kiosk.own_place(file)
            self._open(own, instead_of=None if own == file else file)

    @Slot()
    def begin(self) -> None:
        """Opens the editor with a new lesson; the search text becomes its title."""
        words = " ".join(self._typed.split())
        title = words[:1].upper() + words[1:]
        self._open(new_file(self.context.folders.lessons, title), title=title)

    @Slot()
    def exportToStick(self) -> None:
        """Copies the lesson to the first USB stick."""
        file, folders = self._file(), self.context.folders
        if file is None or self._exporting:
            return

        def work() -> ExportedLesson | None:
            sticks = find_sticks(folders)
            text = file.read_text(encoding="utf-8") if sticks else ""
            return export_lesson(text, file, sticks[0].path, folders) if sticks else None

        self._exporting = True
        self.context.jobs.run(
            work,
            self._exported,
            what=gettext_noop("chép bài vào USB"),
            lane=Lane.USB,
            expected=(OSError, ValueError),
        )
        self._show_message("")

    def _exported(self, result: Result[ExportedLesson | None]) -> None:
        self._exporting = False
        if isinstance(result, Err):
            self._show_message(export_failure_message(result.error))
        elif result.value is None:
            self._show_message(NO_STICK)
        else:
            self._show_message(*export_message(result.value))

    def _kiosk(self) -> LessonContext:
        return LessonContext(self.context.folders, self.context.lesson_store.everything.heads)

    def _file(self) -> Path | None:
        return self._kiosk().file_of(self._name) or self._files().get(self._name)

    # The editor.

    def _open(self, path: Path, *, instead_of: Path | None = None, title: str = "") -> None:
        context = self.context
        editor = EditorViewModel(
            path, context.folders, context.jobs, self, instead_of=instead_of, title=title
        )
        editor.played.connect(context.visit.try_step)
        editor.heard.connect(lambda line: context.speaker.say_source([line]))
        self._studio.serve(editor)
        context.show_pictures_of(str((instead_of or path).parent))
        self._editor = editor
        context.staff.set_full_window(on=True)
        editor.open()
        self.changed.emit()

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        self._studio.leave()
        self.context.staff.set_full_window(on=False)
        self.changed.emit()
        editor.close()
        # Jobs on other threads still hold references; it is deleted with the last of them.
        editor.setParent(None)
        self.context.lesson_store.refresh()

    # Properties read by QML.

    page = _shows(str, lambda self: EDITOR if self._editor else LESSON if self._name else LIST)
    """The page shown: `list`, `lesson` or `editor`."""
    visit = _has(VisitViewModel, lambda self: self.context.visit)
    """The visit in which the editor plays the lesson."""

    @Property(QObject, notify=changed)
    def editor(self) -> EditorViewModel | None:
        """The editor, while it is open."""
        return self._editor

    @Property(str, notify=changed)
    def lesson(self) -> str:
        head = self.context.lesson_store.everything.heads.get(self._name)
        return f"{head.number}. {self.context.translator.shown(head.title)}" if head else self._name

    hidden = _shows(bool, lambda self: self._name in self.settings.lessons.hidden)
    unused = _shows(bool, lambda self: self._name in self.settings.lessons.unused)
    sound = _shows(bool, lambda self: self._name in self.context.lesson_store.everything.heads)
    """Whether the lesson has no errors."""

    @Property(str, notify=changed)
    def said(self) -> str:
        """The translated message about the last action; empty for none."""
        shown = self.context.translator.shown(self._said) if self._said else ""
        return shown.replace("%1", self._said_of)


PAGE = AuthorPageModel
