"""A way through a lesson as a graph of all reachable states and all touches.

A state is a `LessonRun` without its lesson and history. States with the same look and the same
reactions are merged. Keys for wrong letters share one edge, whose state shows the typed letter.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from kiosk.domain.lesson import Lesson
from kiosk.domain.placement import NEXT
from kiosk.domain.screen import NAVIGATION
from kiosk.domain.step import Step
from kiosk.domain.way import Way
from kiosk.player import lesson_run
from kiosk.player.lesson_run import CONFIRM, MISSES_BEFORE_FINGER, OPENING, SHADE, LessonRun

if TYPE_CHECKING:
    from kiosk.domain.arrival import Arrival

HINT = "hint"
SHOW = "show"
"""Edges that are no touches: a hint, and the next demonstration in the way *watch*."""
NOTHING = "nothing"
"""A touch on the phone outside all elements."""
ANY = "*"
"""In a target: any letter without an edge of its own; in a state: the letter typed."""
MAX_MISSES = MISSES_BEFORE_FINGER
"""Further misses change nothing."""
MAX_STATES = 60_000

State = tuple[Hashable, ...]
Look = Mapping[str, object]
"""What is shown and heard in a state, as JSON data."""


@dataclass(frozen=True, slots=True)
class Edge:
    to: int
    """The number of the next state."""
    said: tuple[int, ...] = ()
    """Numbers of the lines that are said."""
    enters: bool = False
    """Whether the edge enters another step, so that *Back* returns to the state before it."""


@dataclass(frozen=True, slots=True)
class GraphState:
    look: Look
    edges: Mapping[str, Edge]
    """Edges by target; a touch without effect has none."""


@dataclass(frozen=True, slots=True)
class Graph:
    """One way through a lesson on one make of phone; the first node is the start."""

    nodes: tuple[GraphState, ...]


class TooManyStatesError(ValueError):
    """The lesson exceeds the limit of states."""


def graph_of(
    lesson: Lesson,
    way: Way,
    describe: Callable[[LessonRun], Look],
    said_between: Callable[[LessonRun, LessonRun], tuple[int, ...]],
) -> Graph:
    """Explores all states of a way.

    Args:
        lesson: the lesson in its variant for one make of phone.
        way: the way through it.
        describe: describes what is shown in a state.
        said_between: the lines said when a touch leads from one state to another.

    Raises:
        TooManyStatesError: there are more states than the limit.
    """
    growing = GrowingGraph(describe, said_between)
    growing.number(lesson_run.begin(lesson, way))
    states: list[GraphState] = []
    while len(states) < len(growing):
        states.append(growing.state(len(states)))
    return _minimised([each.look for each in states], [each.edges for each in states])


class GrowingGraph:
    """A graph whose states are numbered and described only when they are reached."""

    def __init__(
        self,
        describe: Callable[[LessonRun], Look],
        said_between: Callable[[LessonRun, LessonRun], tuple[int, ...]],
    ) -> None:
        self._describe = describe
        self._said_between = said_between
        self._numbers: dict[State, int] = {}
        self._runs: list[LessonRun] = []

    def __len__(self) -> int:
        """The number of states found so far."""
        return len(self._runs)

    def run(self, number: int) -> LessonRun:
        """The canonical run of a state."""
        return self._runs[number]

    def state(self, number: int) -> GraphState:
        """A state with its edges; the states they lead to are numbered by this call."""
        run = self._runs[number]
        return GraphState(self._describe(run), dict(self._edges_of(run)))

    def _edges_of(self, run: LessonRun) -> Iterator[tuple[str, Edge]]:
        here = _state_of(run)
        for name, target in _targets(run):
            shown = _with_any_letter(run, target, _after(run, target))
            said = self._said_between(run, shown) if shown != run else ()
            if said or _state_of(shown) != here:
                yield name, Edge(self.number(shown), said, _enters(run, shown))

    def number(self, run: LessonRun) -> int:
        """The number of a run's state; a new one for a new state.

        Raises:
            TooManyStatesError: there are more states than the limit.
        """
        state = _state_of(run)
        if state not in self._numbers:
            if len(self._numbers) >= MAX_STATES:
                raise TooManyStatesError(f"{run.lesson.id}: more than {MAX_STATES} states")
            self._numbers[state] = len(self._numbers)
            self._runs.append(_canonical(run))
        return self._numbers[state]


def _canonical(run: LessonRun) -> LessonRun:
    """The run with irrelevant differences removed, which behaves the same from here on."""
    return replace(run, misses=min(run.misses, MAX_MISSES), history=_relevant_history(run))


def _relevant_history(run: LessonRun) -> tuple[int, ...]:
    """The relevant part of the history: the messages that came, and the first exercise."""
    steps = run.lesson.steps
    came: dict[Arrival, int] = {}
    exercise = None
    for at in run.history:
        if at == OPENING:
            continue
        if arrival := steps[at].arrives:
            came.pop(arrival, None)
            came[arrival] = at
        if exercise is None and steps[at].is_exercise:
            exercise = at
    kept = tuple(came.values())
    if exercise is None or any(steps[at].is_exercise for at in kept):
        return kept
    return (exercise, *kept)


def _state_of(run: LessonRun) -> State:
    """Everything that determines what is shown and how the run reacts."""
    return (
        *(run.at, run.progress, min(run.misses, MAX_MISSES), run.asked_help, run.feedback),
        *(
            _relevant_history(run),
            run.over,
            run.shown_done,
            run.shade_open,
            run.said_option,
            run.missed_target,
        ),
    )


def _enters(run: LessonRun, after: LessonRun) -> bool:
    return after.over or len(after.history) > len(run.history)


def _after(run: LessonRun, target: str) -> LessonRun:
    """The run after a touch, a hint or a demonstration."""
    if target == HINT:
        return lesson_run.ask_help(run)
    if target == SHOW:
        return lesson_run.demonstrate(run)
    return lesson_run.touch(run, target)


def _targets(run: LessonRun) -> Iterator[tuple[str, str]]:
    """Everything that can be touched in a state: pairs of edge name and target.

    One key stands for all letter keys of a keyboard that do not lead on.
    """
    if run.over:
        return
    step = run.step
    found = [NEXT, HINT, *([SHOW] if run.way is Way.WATCH else [])]
    if step:
        found += [NOTHING, CONFIRM, SHADE]
        found += [*run.screen.targets, *NAVIGATION] if run.screen else []
    yield from ((target, target) for target in dict.fromkeys(found))
    if step:
        yield from _own_targets(step, run)


def _own_targets(step: Step, run: LessonRun) -> Iterator[tuple[str, str]]:
    expected = step.expects(run.progress)
    keyboards: set[str] = set()
    keys = {key.target for row in step.key_rows(run.progress) for key in row}
    for target in dict.fromkeys(step.own_targets(run.progress)):
        prefix = target.partition(":")[0]
        if target not in keys or not _letter_of(target) or target == expected:
            yield target, target
        elif prefix not in keyboards:
            keyboards.add(prefix)
            yield f"{prefix}:{ANY}", target


def _with_any_letter(before: LessonRun, target: str, after: LessonRun) -> LessonRun:
    """Replaces a wrong letter in the progress by `ANY`, so that all wrong letters share a state."""
    letter = _letter_of(target)
    step = before.step
    if not letter or step is None or target == step.expects(before.progress):
        return after
    if after.at != before.at or after.over:
        return after
    progress = tuple(
        was + ANY if each == was + letter else each
        for was, each in zip_longest(before.progress, after.progress, fillvalue="")
        if isinstance(each, str)
    )
    return replace(after, progress=progress[: len(after.progress)])


def _letter_of(target: str) -> str:
    """The letter of a key's target; empty for other targets."""
    prefix, colon, letter = target.partition(":")
    return letter if colon and prefix and len(letter) == 1 else ""


def _minimised(looks: Sequence[Look], edges: Sequence[Mapping[str, Edge]]) -> Graph:
    """Merges equivalent states (Moore's partition refinement)."""
    blocks = _numbered([_frozen(look) for look in looks])
    count = 0
    while count != max(blocks, default=-1) + 1:
        count = max(blocks, default=-1) + 1
        blocks = _numbered(
            [
                (block, tuple(sorted((t, blocks[e.to], e.said, e.enters) for t, e in out.items())))
                for block, out in zip(blocks, edges, strict=True)
            ]
        )
    nodes: dict[int, GraphState] = {}
    for look, out, block in zip(looks, edges, blocks, strict=True):
        if block not in nodes:
            to = {
                target: Edge(blocks[edge.to], edge.said, edge.enters)
                for target, edge in out.items()
            }
            own = {
                t: edge for t, edge in to.items() if edge.said or edge.enters or edge.to != block
            }
            nodes[block] = GraphState(look, own)
    return Graph(tuple(nodes[block] for block in sorted(nodes)))


def _numbered(keys: Sequence[Hashable]) -> list[int]:
    """A number for each distinct key, in order of first occurrence."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _frozen(value: object) -> Hashable:
    if isinstance(value, Mapping):
        return tuple(sorted((key, _frozen(each)) for key, each in value.items()))
    if isinstance(value, list | tuple):
        return tuple(map(_frozen, value))
    return value if isinstance(value, Hashable) else repr(value)
