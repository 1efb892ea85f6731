"""Row types of the lesson editor's list models, and the functions that make them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.authoring.schema import element_data, step_data
from kiosk.content.facts import Fact
from kiosk.content.tree import KeyPath
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
    """An arrow beside the list of steps, from a step to the step it leads to."""

    key: str
    """The key path of the field that holds the jump, as JSON."""
    start: int
    end: int
    lane: int
    """The horizontal lane of the arrow; overlapping arrows have different lanes."""


@dataclass(frozen=True, slots=True)
class ScreenRow:
    name: str
    title: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FieldRow:
    key: str
    """The key path of the field, as JSON; QML passes it back to the slots."""
    control: str
    title: str
    value: str
    words: str
    """The words for the value, where the value is a name."""
    present: bool
    depth: int
    item: bool
    picks: bool
    """True when the value is chosen in the picker."""
    problem: str
    longest: int
    facts: str
    """The facts that the sentence states, each with its source."""
    recorded: str
    """The languages in which the sentence is recorded."""
    icon_name: str
    """The icon that the value names; empty for none."""


@dataclass(frozen=True, slots=True)
class ProblemRow:
    index: int
    message: str
    hint: str
    place: str
    grave: bool
    fix_label: str


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A choice in the picker: an icon, a jump target, a kind to add."""

    value: str
    title: str
    icon_name: str = ""
    picture: str = ""
    photo: str = ""
    """`shape/path` of a photo that is not yet in the lesson; the shape is the crop."""


@dataclass(frozen=True, slots=True)
class WaysRow:
    """A step in the table of the four ways; each tuple has one value per way."""

    index: int
    words: str
    in_way: tuple[bool, ...]
    """True for each way that includes the step."""
    said: tuple[str, ...]
    touched: tuple[str, ...]
    gap: tuple[str, ...]
    """What the way lacks at this step; empty when nothing is missing."""


@dataclass(frozen=True, slots=True)
class MakeRow:
    """A make of phone, shown as a tab."""

    name: str
    """Empty for the default make."""
    title: str


def key_of(key_path: KeyPath) -> str:
    return json.dumps(key_path)


def key_path_of(key: str) -> KeyPath:
    """Parses the JSON that `key_of` has made."""
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
    makes = ", ".join(
        f"{arrow.words + ' ' if arrow.words else ''}→ {arrow.end + 1 if arrow.end >= 0 else '?'}"
        for arrow in leads
    )
    title = kind_title("steps", line.kind) if line.kind else ""
    return StepRow(at, title, step_icon(line.kind, icons), line.words, makes, problems, chosen)


def arrow_rows(found: Sequence[Arrow]) -> list[ArrowRow]:
    """Returns the arrows with a valid end, shortest first; short arrows take inner lanes."""
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
        rows.append(ArrowRow(key_of(arrow.key_path), arrow.start, arrow.end, lane))
    return rows


def step_icon(key: str, icons: frozenset[str]) -> str:
    """Returns the icon with the name of the kind, else one that fits the kind's example."""
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
    sentences = (
        f"{fact.value}: {fact.means} ({fact.source}, {fact.on:%d/%m/%Y})" for fact in facts
    )
    return FieldRow(
        key=key_of(row.key_path),
        control=row.control.value,
        title=row.title or (f"{row.key_path[-1] + 1}" if isinstance(row.key_path[-1], int) else ""),
        value=row.value,
        words=words,
        present=row.present,
        depth=row.depth,
        item=row.item,
        picks=picks or row.control is Control.CHOICE,
        problem=problem,
        longest=row.longest,
        facts="\n".join(sentences),
        recorded=", ".join(recorded),
        icon_name=icon_name,
    )


def ways_row(at: int, words: str, cells: tuple[Cell, ...]) -> WaysRow:
    """Returns the table row of a step; `cells` has one cell per way."""
    return WaysRow(
        at,
        words,
        in_way=tuple(each.in_way for each in cells),
        said=tuple(each.said for each in cells),
        touched=tuple(each.touched for each in cells),
        gap=tuple(each.gap for each in cells),
    )


def step_kind_rows(icons: frozenset[str]) -> list[ChoiceRow]:
    """Returns a choice for every kind of step."""
    return [
        ChoiceRow(name, kind_title("steps", kind.key), step_icon(kind.key, icons))
        for name, kind in step_kinds().items()
    ]


def element_kind_rows() -> list[ChoiceRow]:
    """Returns a choice for every kind of element."""
    return [
        ChoiceRow(key, kind_title("screens", key), str(element_data(key).get("icon", "")))
        for key in element_kinds()
    ]
