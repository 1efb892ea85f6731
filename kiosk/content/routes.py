"""Checks that every step is reachable, and that every step has a path to the end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kiosk.content.draft import Draft
from kiosk.content.problems import Problem


def check_routes(draft: Draft, names: Mapping[str, int]) -> Iterator[Problem]:
    """Reports unreachable steps, and the first step without a path to the end."""
    written = _written_exits(draft)
    ways_on = [
        [names.get(name, at + 1) for name in (step.exits() if step else ("", *written[at]))]
        for at, step in enumerate(draft.steps)
    ]
    end = len(draft.steps)
    reached = _reached_from([0], ways_on)
    ends_well = _reached_from([end], _reversed(ways_on, end))
    for at in range(end):
        if at not in reached:
            yield draft.document.problem(("steps", at), "step_unreachable")
    stuck = [at for at in range(end) if at in reached and at not in ends_well]
    if stuck:
        yield draft.document.problem(("steps", stuck[0]), "no_way_out")


def _written_exits(draft: Draft) -> Mapping[int, Sequence[str]]:
    """The `goto` names of each step, for steps that could not be read."""
    found: dict[int, list[str]] = defaultdict(list)
    for key_path in draft.document.values:
        if key_path[:1] == ("steps",) and key_path[-1] == "goto" and isinstance(key_path[1], int):
            found[key_path[1]].append(draft.text_at(key_path))
    return found


def _reversed(ways_on: Sequence[Iterable[int]], end: int) -> list[list[int]]:
    back: list[list[int]] = [[] for _ in range(end + 1)]
    for at, following in enumerate(ways_on):
        for after in following:
            back[after].append(at)
    return back


def _reached_from(start: Iterable[int], ways_on: Sequence[Iterable[int]]) -> set[int]:
    waiting, reached = list(start), set[int]()
    while waiting:
        at = waiting.pop()
        if at not in reached:
            reached.add(at)
            waiting.extend(ways_on[at] if at < len(ways_on) else ())
    return reached
