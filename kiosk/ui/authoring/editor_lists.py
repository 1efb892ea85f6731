"""List models, form and phone views of the lesson editor."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.lesson import Lesson
from kiosk.domain.phone_make import MAKE_NAMES, OTHER_MAKES, Make
from kiosk.domain.screen import Screen
from kiosk.domain.way import Way
from kiosk.editor import changes
from kiosk.editor.drawing_search import words_for
from kiosk.editor.forms import Control, choice_words
from kiosk.editor.history import LessonText
from kiosk.editor.overview import arrows, element_of, step_lines, ways_table
from kiosk.editor.placed_problems import PlacedProblem
from kiosk.editor.references import target_field
from kiosk.editor.session import EditedPart, Session, has_length_advice, length_note
from kiosk.folders import Folders
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.ui.authoring.editor_picker_view_model import EditorPickerViewModel
from kiosk.ui.authoring.editor_rows import (
    ArrowRow,
    FieldRow,
    MakeRow,
    ProblemRow,
    ScreenRow,
    StepRow,
    WaysRow,
    arrow_rows,
    field_row,
    step_row,
    ways_row,
)
from kiosk.ui.authoring.editor_screens import EditorScreens
from kiosk.ui.background.jobs import Jobs
from kiosk.ui.visit.phone_view_model import PhoneScene, PhoneViewModel


@qml_type
class EditorLists(QObject):
    """Fills the list models from the session and from the problems found in the text."""

    fieldsChanged = Signal()

    steps = ShownList(StepRow)
    screens = ShownList(ScreenRow)
    arrows = ShownList(ArrowRow)
    """Jumps: the arrows from steps and answers to other steps."""
    form = ShownList(FieldRow)
    """The form fields of the selected part."""
    makes = ShownList(MakeRow)
    """The tabs for the makes of phone."""
    problems = ShownList(ProblemRow)
    ways = ShownList(WaysRow)
    """How each step appears in each of the four ways."""

    _has: Properties["EditorLists"] = Properties()
    _shows_fields: Properties["EditorLists"] = Properties(fieldsChanged)

    def __init__(self, path: Path, folders: Folders, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = Session(LessonText.of(""))
        self._picker = EditorPickerViewModel(path, folders, jobs, self)
        self._problems: tuple[PlacedProblem, ...] = ()
        self._lesson: Lesson | None = None
        self._phone = PhoneViewModel(self)
        self._small = EditorScreens(self)
        others = (MakeRow(make.value, MAKE_NAMES[make]) for make in OTHER_MAKES)
        self.makes.show([MakeRow("", "Android"), *others])
        self._shows_all = False
        """True when the form also shows empty optional fields."""

    def _fill(self) -> None:
        session = self._session
        data = dict(session.data)
        leads = arrows(data)
        lines = step_lines(data)
        self.steps.show(
            [
                step_row(
                    at,
                    line,
                    [each for each in leads if each.start == at],
                    self._problems_below(("steps", at)),
                    icons=self._picker.offered.media.icons,
                    chosen=at == session.step and session.part is not EditedPart.HEAD,
                )
                for at, line in enumerate(lines)
            ]
        )
        self.arrows.show(arrow_rows(leads))
        self._small.show({name: session.elements_of(name) for name in session.screens})
        self.screens.show(
            [
                ScreenRow(name, title, name == session.screen)
                for name, title in session.screen_titles().items()
            ]
        )
        self._show_form()
        self._show_phone()

    def _fill_problems(self) -> None:
        """Fills the list of problems."""
        self.problems.show(
            [
                ProblemRow(
                    at,
                    each.message,
                    each.hint,
                    self._place_of(each),
                    each.severity == "error",
                    each.fix_label,
                )
                for at, each in enumerate(self._problems)
            ]
        )

    def _show_form(self) -> None:
        session = self._session
        shown = []
        for row in session.form():
            problem = self._problem_at((*session.key_path, *row.key_path))
            if not (self._shows_all or problem or row.is_wanted):
                continue
            sort = session.sort_of(row.key_path)
            words = choice_words().get(row.value, "") if row.control is Control.CHOICE else ""
            if sort in ("target", "screen", "trouble"):
                words = dict(session.options(row.key_path)).get(row.value, row.value)
            elif sort == "step":
                words = session.words_of_step(row.value)
            elif sort in ("icon", "picture") and row.value:
                words = words_for(row.value, self._picker.words_of(sort))
            is_said = row.control is Control.SENTENCE
            facts = self._picker.offered.facts.stated_in(row.value) if is_said else ()
            recorded = self._recorded_in(row.value) if is_said else ()
            shown.append(
                field_row(
                    row,
                    words=words,
                    picks=bool(sort),
                    icon_name=row.value if sort == "icon" else "",
                    problem=problem,
                    facts=facts,
                    recorded=recorded,
                )
            )
        self.form.show(shown)

    @Slot()
    def toggleAllFields(self) -> None:
        """Shows or hides the empty optional fields of the form."""
        self._shows_all = not self._shows_all
        self._show_form()
        self.fieldsChanged.emit()

    def _recorded_in(self, sentence: str) -> tuple[str, ...]:
        """Returns the languages in which the sentence is recorded."""
        key = sentence_key(sentence)
        return tuple(each.language for each in self._picker.offered.recorded if key in each.keys)

    def _show_phone(self) -> None:
        session = self._session
        elements = tuple(
            each or element_of({"text": "…"}) or element_of({"bar": "…"})
            for each in session.elements()
        )
        screen = Screen(session.screen or "_", tuple(each for each in elements if each))
        data = session.step_data
        field = target_field(changes.kind_at(session.lesson.structure, ("steps", session.step)))
        target = session.at(("steps", session.step, *field)) if field else None
        own = data.get("screen") if isinstance(data, dict) else None
        glowing = target if isinstance(target, str) and own == session.screen else ""
        self._phone.show_scene(
            PhoneScene(
                screen=screen if elements else None,
                glowing=glowing,
                has_back=session.make != Make.IPHONE,
            )
        )

    def _problems_below(self, key_path: tuple[str | int, ...]) -> int:
        return sum(
            each.key_path[: len(key_path)] == key_path and each.severity == "error"
            for each in self._problems
        )

    def _problem_at(self, key_path: tuple[str | int, ...]) -> str:
        found = (each.message for each in self._problems if each.key_path == key_path)
        return next(found, "")

    def _place_of(self, problem: PlacedProblem) -> str:
        key_path = problem.key_path
        if key_path[:1] == ("steps",) and len(key_path) > 1:
            return f"Bước {int(key_path[1]) + 1}"
        if "screens" in key_path[:3] and len(key_path) > key_path.index("screens") + 1:
            name = str(key_path[key_path.index("screens") + 1])
            return f"Màn hình «{self._session.screen_titles().get(name, name)}»"
        return "Đầu bài" if key_path else f"Dòng {problem.line}"

    def _show_ways(self) -> None:
        table = ways_table(self._lesson) if self._lesson else ()
        lines = step_lines(dict(self._session.data))
        self.ways.show([ways_row(at, lines[at].words, cells) for at, cells in enumerate(table)])

    phone = _has(PhoneViewModel, lambda self: self._phone)
    """The simulated phone that shows the selected screen."""
    smallScreens = _has(EditorScreens, lambda self: self._small)
    picker = _has(EditorPickerViewModel, lambda self: self._picker)
    """The picker for fields whose value is chosen from a list."""
    showsAllFields = _shows_fields(bool, lambda self: self._shows_all)
    """True when the form also shows empty optional fields."""
    wayNames = _has(list[str], lambda self: [way.value for way in Way])

    @Slot(str, result=str)
    def adviceOn(self, text: str) -> str:
        """Returns the length of a text in syllables and advice if it is too long."""
        return length_note(text)

    @Slot(str, result=bool)
    def isLong(self, text: str) -> bool:
        """True when the text is too long to be understood by ear."""
        return has_length_advice(text)
