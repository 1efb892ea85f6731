"""Whether every step of a lesson can be reached, and the end from every step."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kiosk.content.draft import Draft
from kiosk.content.problems import Problem


def check_routes(draft: Draft, names: Mapping[str, int]) -> Iterator[Problem]:
    """Steps that are never shown, and steps that one never gets out of."""
    ways_on = [list(_following(draft, at, names)) for at in range(len(draft.steps))]
    end = len(draft.steps)
    reached = _reached_from([0], ways_on)
    ends_well = _reached_from([end], _turned_round(ways_on, end))
    for at in range(end):
        if at not in reached:
            yield draft.document.problem(("steps", at), "step_unreachable")
    stuck = [at for at in range(end) if at in reached and at not in ends_well]
    if stuck:
        yield draft.document.problem(("steps", stuck[0]), "no_way_out")


def _following(draft: Draft, at: int, names: Mapping[str, int]) -> Iterator[int]:
    """The indices of the steps that may come after; a name that leads nowhere is told elsewhere."""
    step = draft.steps[at]
    for name in step.exits() if step else _written_exits(draft, at):
        yield names.get(name, at + 1)


def _written_exits(draft: Draft, at: int) -> Iterator[str]:
    """The exits of a step that could not be read: wherever a `goto` in it leads, and onwards."""
    yield ""
    for trail in draft.document.values:
        if trail[:2] == ("steps", at) and trail[-1] == "goto":
            yield draft.text_at(trail)


def _turned_round(ways_on: Sequence[Iterable[int]], end: int) -> list[list[int]]:
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
