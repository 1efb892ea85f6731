"""The rows of the lesson editor's lists, as QML shows them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.authoring.schema import element_data, step_data
from kiosk.content.facts import Fact
from kiosk.content.tree import Trail
from kiosk.editor.forms import Control, FormRow, kind_title
from kiosk.editor.overview import Arrow, Cell, StepLine, step_of
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds


@dataclass(frozen=True, slots=True)
class StepRow:
    index: int
    title: str
    icon_name: str
    words: str
    arrows: str
    problems: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class ArrowRow:
    """An arrow beside the list of steps."""

    key: str
    """Where it is written, as a text."""
    start: int
    end: int
    lane: int
    """How far from the steps it runs, so that no two lie upon each other."""


@dataclass(frozen=True, slots=True)
class ScreenRow:
    name: str
    title: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FieldRow:
    key: str
    """Its trail, as a text that comes back with what is done to it."""
    control: str
    title: str
    value: str
    words: str
    """What the value means, where it is a name."""
    present: bool
    depth: int
    item: bool
    picks: bool
    """Whether the value is chosen from some that are there."""
    problem: str
    longest: int
    facts: str
    """The facts that the sentence states, each with its source."""
    recorded: str
    """The languages in which somebody has recorded the sentence."""
    icon_name: str
    """The drawing that the value names; empty for none."""


@dataclass(frozen=True, slots=True)
class ProblemRow:
    index: int
    message: str
    hint: str
    place: str
    grave: bool
    cure: str


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Something to pick: an icon, a step to lead to, a kind to add."""

    value: str
    title: str
    icon_name: str = ""
    picture: str = ""
    photo: str = ""
    """A photo that is no picture yet: the shape it is cropped to, and its whole path."""


@dataclass(frozen=True, slots=True)
class WaysRow:
    """A step in the four ways."""

    index: int
    words: str
    in_way: tuple[bool, ...]
    """For each way: whether the step belongs to it; so the others."""
    said: tuple[str, ...]
    touched: tuple[str, ...]
    gap: tuple[str, ...]
    """What is missing for the way; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class MakeRow:
    """A make of phone, as a tab."""

    name: str
    """Empty for the one that most have."""
    title: str


def key_of(trail: Trail) -> str:
    return json.dumps(trail)


def trail_of(key: str) -> Trail:
    """The trail that a text stands for."""
    return tuple(json.loads(key))


def step_row(
    at: int,
    line: StepLine,
    leads: list[Arrow],
    problems: int,
    *,
    icons: frozenset[str],
    chosen: bool,
) -> StepRow:
    told = ", ".join(
        f"{arrow.words + ' ' if arrow.words else ''}→ {arrow.end + 1 if arrow.end >= 0 else '?'}"
        for arrow in leads
    )
    title = kind_title("steps", line.kind) if line.kind else ""
    return StepRow(at, title, step_icon(line.kind, icons), line.words, told, problems, chosen)


def arrow_rows(found: Sequence[Arrow]) -> list[ArrowRow]:
    """The arrows that lead somewhere; the short ones run nearest to the steps."""
    rows: list[ArrowRow] = []
    for arrow in sorted(found, key=lambda each: abs(each.end - each.start)):
        if arrow.end < 0:
            continue
        low, high = sorted((arrow.start, arrow.end))
        taken = {
            row.lane
            for row in rows
            if min(row.start, row.end) <= high and low <= max(row.start, row.end)
        }
        lane = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        rows.append(ArrowRow(key_of(arrow.trail), arrow.start, arrow.end, lane))
    return rows


def step_icon(key: str, icons: frozenset[str]) -> str:
    """A drawing for a kind of step: that of its own name, or what its own example shows first."""
    kind = next((name for name, each in step_kinds().items() if each.key == key), "")
    if not kind or kind in icons:
        return kind or "question"
    data = step_data(kind)
    choices = data.get("choices")
    named = [str(each["icon"]) for each in choices if "icon" in each] if choices else []
    step = step_of(data)
    if named or step is None:
        return next(iter(named), "question")
    if step.answers():
        return "question"
    if step.key_rows(step.begin()):
        return "text-size"
    if step.ticks():
        return "document"
    return "hand" if step.is_exercise else "sound"


def field_row(
    row: FormRow,
    *,
    words: str,
    picks: bool,
    problem: str,
    facts: Iterable[Fact] = (),
    recorded: Iterable[str] = (),
    icon_name: str = "",
) -> FieldRow:
    told = (f"{fact.value}: {fact.means} ({fact.source}, {fact.on:%d/%m/%Y})" for fact in facts)
    return FieldRow(
        key=key_of(row.trail),
        control=row.control.value,
        title=row.title or (f"{row.trail[-1] + 1}" if isinstance(row.trail[-1], int) else ""),
        value=row.value,
        words=words,
        present=row.present,
        depth=row.depth,
        item=row.item,
        picks=picks or row.control is Control.CHOICE,
        problem=problem,
        longest=row.longest,
        facts="\n".join(told),
        recorded=", ".join(recorded),
        icon_name=icon_name,
    )


def ways_row(at: int, words: str, cells: tuple[Cell, ...]) -> WaysRow:
    """A step for the table of the four ways."""
    return WaysRow(
        at,
        words,
        in_way=tuple(each.in_way for each in cells),
        said=tuple(each.said for each in cells),
        touched=tuple(each.touched for each in cells),
        gap=tuple(each.gap for each in cells),
    )


def step_kind_rows(icons: frozenset[str]) -> list[ChoiceRow]:
    """Every kind of step, to be added."""
    return [
        ChoiceRow(name, kind_title("steps", kind.key), step_icon(kind.key, icons))
        for name, kind in step_kinds().items()
    ]


def element_kind_rows() -> list[ChoiceRow]:
    """Every kind of element, to be added; the names of the first ones that people want go first."""
    return [
        ChoiceRow(key, kind_title("screens", key), str(element_data(key).get("icon", "")))
        for key in element_kinds()
    ]
