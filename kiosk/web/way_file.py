"""The file format of a way through a lesson: its graph in compact form.

    lines    numbers of the lesson's lines that are used
    first    lines said at the start
    keys     keyboards: rows of keys, each `[target, text, icon, columns]`
    targets  names of all targets
    nodes    `[look, lines said on entering, target, edge, target, edge…]`

    at       where the way is opened if not at its start: `{entry, trail}`, as nodes

A target is an index into `targets`. An edge is the number of the next node, or `[node, lines…]`
where lines are said; `-1 - node` marks an edge that enters another step, and its lines are stored
with the node entered.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line, Speaker
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.durable import write_durably
from kiosk.folders import CHECKOUT
from kiosk.player import lesson_run
from kiosk.player.lesson_run import LessonRun
from kiosk.web.graph import Edge, Graph, GraphState, GrowingGraph, graph_of
from kiosk.web.lines import Lines
from kiosk.web.look import StateDescriber

WayFile = dict[str, object]
CORE = ("domain", "keyboard", "phone", "player", "steps", "qr")
OF_THESE_PAGES = ("graph.py", "lines.py", "look.py", "way_file.py")
"""The folders, and the files beside this one, whose code determines the content of way files."""


def way_file(lesson: Lesson, way: Way) -> WayFile:
    """The file of one way; `lines` contains the lines themselves.

    Raises:
        TooManyStatesError: the lesson exceeds the limit of states.
    """
    lines = Lines()
    describer = StateDescriber(Settings(), lines)
    first = describer.said_first(lesson_run.begin(lesson, way))
    graph = graph_of(lesson, way, describer.describe, describer.said_between)
    targets, nodes = _written(graph)
    return {
        "lines": [_line_fields(line) for line in lines],
        "first": list(first),
        "keys": describer.key_rows,
        "targets": targets,
        "nodes": nodes,
    }


def cached_way_file(lesson: Lesson, way: Way, cache_folder: Path) -> WayFile:
    """The file of one way, cached until lesson or code changes."""
    text = f"{code_stamp()}|{way}|{lesson.model_dump_json(exclude={'phones'})}"
    path = cache_folder / f"{hashlib.sha256(text.encode()).hexdigest()[:40]}.json"
    try:
        found: WayFile = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        found = way_file(lesson, way)
        cache_folder.mkdir(parents=True, exist_ok=True)
        write_durably(path, compact(found).encode(), may_be_lost=True)
    return found


def line_of(fields: Mapping[str, str]) -> Line:
    """A line from the form stored in `lines`."""
    return Line(**{**fields, "speaker": Speaker(fields["speaker"])})  # type: ignore[arg-type]


def compact(content: object) -> str:
    """JSON without spaces."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


@cache
def code_stamp() -> str:
    """A hash of the code on which way files depend."""
    hashed = hashlib.sha256()
    core = (path for folder in CORE for path in (CHECKOUT / "kiosk" / folder).rglob("*.py"))
    for path in (*sorted(core), *(Path(__file__).with_name(name) for name in OF_THESE_PAGES)):
        hashed.update(path.read_bytes())
    return hashed.hexdigest()


def _line_fields(line: Line) -> dict[str, str]:
    return {
        "text": line.text,
        "speak": line.speak,
        "speaker": line.speaker.value,
        "sound": line.sound,
    }


class GrowingWayFile:
    """A way file whose nodes are computed on demand.

    Lines keep the lesson's own numbers, so `lines` stays empty.
    """

    def __init__(self, lesson: Lesson, way: Way, lines: Lines) -> None:
        self._lesson = lesson
        self._way = way
        self._describer = StateDescriber(Settings(), lines)
        self._graph = GrowingGraph(self._describer.describe, self._describer.said_between)
        self._entered: dict[int, tuple[int, ...]] = {}
        self._targets: dict[str, int] = {}

    def begun(self, shown: LessonRun | None = None) -> WayFile:
        """The file with its first node.

        Args:
            shown: the run at which the way is opened instead of its start.
        """
        first = lesson_run.begin(self._lesson, self._way)
        content: WayFile = {"lines": [], "first": list(self._describer.said_first(first))}
        self._graph.number(first)
        if shown and shown.step:
            *trail, entry = map(self._entry, (*_runs_before(shown), shown))
            content["at"] = {"entry": entry, "trail": trail}
        return {**content, "nodes": [self._node(0)], **self._names()}

    def grown(self, number: int) -> WayFile:
        """One more node, with all keyboards and targets known so far."""
        return {"node": self._node(number), **self._names()}

    def run(self, number: int) -> LessonRun:
        """The canonical run of a node."""
        return self._graph.run(number)

    def _entry(self, run: LessonRun) -> int:
        number = self._graph.number(run)
        self._entered.setdefault(number, self._describer.said_first(run))
        return number

    def _node(self, number: int) -> list[object]:
        state = self._graph.state(number)
        _note_entries(state, self._entered)
        return _node_of(number, state, self._entered, self._targets)

    def _names(self) -> WayFile:
        return {"keys": self._describer.key_rows, "targets": list(self._targets)}


def _runs_before(run: LessonRun) -> Iterator[LessonRun]:
    """The run at its entry into each step of its history."""
    for length, at in enumerate(run.history):
        step = None if at == lesson_run.OPENING else run.lesson.steps[at]
        progress = step.begin() if step else ()
        yield LessonRun(run.lesson, run.way, at=at, progress=progress, history=run.history[:length])


def _written(graph: Graph) -> tuple[list[str], list[list[object]]]:
    entered: dict[int, tuple[int, ...]] = {}
    for node in graph.nodes:
        _note_entries(node, entered)
    targets: dict[str, int] = {}
    nodes = [_node_of(number, node, entered, targets) for number, node in enumerate(graph.nodes)]
    return list(targets), nodes


def _note_entries(state: GraphState, entered: dict[int, tuple[int, ...]]) -> None:
    """Records the lines said on entering other steps from this state."""
    for edge in state.edges.values():
        if edge.enters:
            entered.setdefault(edge.to, edge.said)


def _node_of(
    number: int,
    state: GraphState,
    entered: Mapping[int, tuple[int, ...]],
    targets: dict[str, int],
) -> list[object]:
    written: list[object] = [state.look, list(entered.get(number, ()))]
    for target, edge in state.edges.items():
        written += [targets.setdefault(target, len(targets)), _edge(edge, entered)]
    return written


def _edge(edge: Edge, entered: Mapping[int, tuple[int, ...]]) -> object:
    to = -1 - edge.to if edge.enters else edge.to
    said_on_entry = edge.enters and edge.said == entered[edge.to]
    return [to, *edge.said] if edge.said and not said_on_entry else to
