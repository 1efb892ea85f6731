"""Overviews of a lesson: list of steps, jumps between them, table of ways."""

from dataclasses import dataclass

from pydantic import ValidationError

from kiosk.content.kinds import drawn_elements, steps_by_key
from kiosk.content.tree import Data, KeyPath
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line
from kiosk.domain.placement import NEXT
from kiosk.domain.screen import Element
from kiosk.domain.step import Step
from kiosk.domain.way import Way
from kiosk.editor.changes import kind_of_data
from kiosk.phone import element_kinds
from kiosk.player.lesson_run import HELP_AT_FIRST, LessonRun

KEY_WORDS = {
    "back": "Nút quay lại",
    "home": "Nút về màn hình chính",
    "decline": "Nút đỏ: cúp máy",
    "answer": "Nút xanh: nghe",
}
"""Captions of the phone's own keys, by target."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A jump from a step to another one by `goto`."""

    start: int
    end: int
    """The index of the destination; -1 when no step has that name."""
    words: str
    """The text of the answer that jumps; empty for the step's own `goto`."""
    key_path: KeyPath = ()
    """The key path of the `goto` field."""


@dataclass(frozen=True, slots=True)
class StepLine:
    kind: str
    """The key field of the step's kind; empty when it is unclear."""
    words: str
    name: str
    screen: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A step in one way: what is said and touched."""

    in_way: bool
    said: str = ""
    touched: str = ""
    gap: str = ""
    """What is missing for this way, in Vietnamese; empty for nothing."""


def step_lines(data: Data) -> tuple[StepLine, ...]:
    """A summary of every step in the file, including invalid ones."""
    return tuple(_line(step) for step in _steps(data))


def arrows(data: Data) -> tuple[Arrow, ...]:
    """The jumps of steps and answers, in file order."""
    steps = _steps(data)
    names = {
        str(step["name"]): at
        for at, step in reversed(list(enumerate(steps)))
        if isinstance(step, dict) and step.get("name")
    }
    found = []
    for at, step in enumerate(steps):
        if not isinstance(step, dict):
            continue
        if goto := step.get("goto"):
            found.append(Arrow(at, names.get(str(goto), -1), "", ("steps", at, "goto")))
        choices = step.get("choices")
        for turn, choice in enumerate(choices if isinstance(choices, list) else ()):
            if isinstance(choice, dict) and (goto := choice.get("goto")):
                words = str(choice.get("text", ""))
                key_path = ("steps", at, "choices", turn, "goto")
                found.append(Arrow(at, names.get(str(goto), -1), words, key_path))
    return tuple(found)


def ways_table(lesson: Lesson) -> tuple[tuple[Cell, ...], ...]:
    """For each step, its cell for each way, in the order of `Way`."""
    return tuple(
        tuple(_cell(lesson, at, step, way) for way in Way) for at, step in enumerate(lesson.steps)
    )


def screen_elements(data: Data) -> tuple[Element | None, ...]:
    """The elements of a screen; None for an invalid one."""
    return tuple(element_of(each) for each in (data if isinstance(data, list) else ()))


def element_of(data: Data) -> Element | None:
    """The element described by the data; None when it is invalid."""
    key = kind_of_data(data, element_kinds())
    if not key:
        return None
    try:
        return element_kinds()[key].model_validate(data)
    except ValidationError:
        return None


def step_of(data: Data) -> Step | None:
    """The step described by the data; None when it is invalid."""
    key = kind_of_data(data, steps_by_key())
    if not key:
        return None
    try:
        return steps_by_key()[key].model_validate(data)
    except ValidationError:
        return None


def drawn_by(data: Data) -> tuple[Element, ...]:
    """The phone elements that a step adds itself, as a call does."""
    step = step_of(data)
    return drawn_elements(step) if step else ()


def _cell(lesson: Lesson, at: int, step: Step, way: Way) -> Cell:
    if not step.belongs_to(way):
        return Cell(in_way=False)
    earlier = tuple(each for each in lesson.positions(way) if each < at)
    run = LessonRun(lesson, way, at=at, progress=step.begin(), history=earlier)
    target = step.expects(step.begin())
    touched = "" if target == NEXT else _shown_target(lesson, at, target)
    return Cell(
        in_way=True,
        said=run.line.text,
        touched=touched,
        gap=_gap(lesson, at, step, way, run.line),
    )


def _gap(lesson: Lesson, at: int, step: Step, way: Way, line: Line) -> str:
    """Content that is missing in a way, although the lesson is valid."""
    if way is Way.ALONE and step.is_exercise and not step.alone_line and not step.learner_decides:
        return "chưa có lời riêng cho lượt tự làm"
    if way is Way.TOGETHER and HELP_AT_FIRST[way] and step.is_exercise and not step.wrong:
        screen = lesson.screen_of(at)
        if screen and len(screen.targets) > 1 and not step.answers():
            return "chưa có lời nhắc khi chạm nhầm"
    if way is Way.OWN_PHONE and step.is_done_on_own_phone and not (step.troubles or step.answers()):
        return "chưa có điều hay trục trặc" if lesson.head.troubles else ""
    return "" if line else "không có lời"


def _shown_target(lesson: Lesson, at: int, target: str) -> str:
    """The text on the target, or the target's name when it has none."""
    step, screen = lesson.steps[at], lesson.screen_of(at)
    if target in step.answers():
        return step.answers()[target]
    keys = (key for row in step.key_rows(step.begin()) for key in row)
    if any(key.target == target for key in keys):
        return f"các phím {step.end()[0]}"
    for element in screen.elements if screen else ():
        if target in element.targets and element.words:
            return element.words[0]
    return KEY_WORDS.get(target, target)


def _line(step: Data) -> StepLine:
    if not isinstance(step, dict):
        return StepLine("", str(step or ""), "", "")
    key = kind_of_data(step, steps_by_key())
    made = step_of(step)
    words = made.line.text if made else ""
    if not words:
        texts = (value for value in step.values() if isinstance(value, str))
        words = max(texts, key=len, default="")
    caller = step.get(key)
    if isinstance(caller, str) and "say" not in step and caller != words:
        words = f"{caller}: {words}"
    name, screen = step.get("name"), step.get("screen")
    return StepLine(key, words, str(name or ""), str(screen or ""))


def _steps(data: Data) -> list[Data]:
    steps = data.get("steps") if isinstance(data, dict) else None
    return steps if isinstance(steps, list) else []
