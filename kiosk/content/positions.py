"""A YAML file as plain data, with the place of every part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from kiosk.content.fault import Fault
from kiosk.content.line_prefixes import without_prefixes
from kiosk.content.plain_text import is_plain
from kiosk.content.problems import START, Position, Problem, problem_at
from kiosk.content.source import lines_of, read_text, shown_path
from kiosk.content.tree import Data, Trail, Tree, UnreadableLessonError
from kiosk.yaml_depth import LOADER

MOST_MENDINGS = 20
ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data and where each part of it is written."""

    path: str
    data: Data = None
    keys: Mapping[Trail, Position] = field(default_factory=dict)
    values: Mapping[Trail, Position] = field(default_factory=dict)
    empties: frozenset[Trail] = frozenset()
    """The parts after whose colon or hyphen nothing is written."""
    told: frozenset[Trail] = frozenset()
    """The parts about which a problem is told already."""
    problems: tuple[Problem, ...] = ()
    whole: bool = False
    """Whether the data is all that the file says."""

    def place(self, trail: Trail) -> Position:
        """Where a part is written, or the nearest part around it."""
        while trail and trail not in self.values:
            trail = trail[:-1]
        return self.values.get(trail, START)

    def problem(self, trail: Trail, code: str, /, **facts: str) -> Problem:
        """A problem of a part of the file."""
        return problem_at(self.path, self.place(trail), code, **facts)

    def problem_of_key(self, trail: Trail, code: str, /, **facts: str) -> Problem:
        """A problem of a part of the file that lies in the word before its colon."""
        return problem_at(self.path, self.keys.get(trail) or self.place(trail), code, **facts)

    def at(self, trail: Trail) -> Data:
        """The part at the end of a trail; None where there is none."""
        data = self.data
        for step in trail:
            if isinstance(data, dict) and isinstance(step, str):
                data = data.get(step)
            elif isinstance(data, list) and isinstance(step, int) and step < len(data):
                data = data[step]
            else:
                return None
        return data


def read_document(path: Path) -> Document:
    """What a file says, or why it cannot be read; never raises."""
    text = read_text(path)
    shown = shown_path(path)
    if isinstance(text, Problem):
        return Document(shown, problems=(text,))
    return document_of(text, shown)


def document_of(text: str, path: str) -> Document:
    """What a text says; a line with an obvious slip is mended to find what else is wrong."""
    text, prefix = without_prefixes(text.removeprefix(ORDER_MARK))
    text, lookalikes = _mended(text, path)
    if prefix:
        lookalikes = (problem_at(path, START, "lines_prefixed", text=prefix), *lookalikes)
    tree, faults, _, whole = _gathered(text, path)
    slips = [problem for fault in faults for problem in fault.problems]
    return Document(
        path=path,
        data=tree.data,
        keys=tree.keys,
        values=tree.values,
        empties=frozenset(tree.empties),
        told=frozenset(tree.told),
        problems=tuple(sorted({*lookalikes, *slips, *tree.problems})),
        whole=whole,
    )


def mended_text(text: str, path: str) -> tuple[str, bool]:
    """The text with every obvious slip mended, line by line, and whether YAML reads all of it."""
    text, _ = _mended(text.removeprefix(ORDER_MARK), path)
    _, _, better, whole = _gathered(text, path)
    return better, whole


def _mended(text: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    if is_plain(text):
        return text, ()
    from kiosk.content.lookalikes import mended  # noqa: PLC0415 - the first frame needs none of it

    return mended(text, path)


def _gathered(text: str, path: str) -> tuple[Tree, list[Fault], str, bool]:
    """The data, the slips on the way, the text without them, and whether that is all of it."""
    faults: list[Fault] = []
    for _ in range(MOST_MENDINGS):
        tree, fault = _gather(text, path)
        if fault is None:
            break
        faults.append(fault)
        if fault.mended is None:
            break
        text = fault.mended
    return tree, faults, text, fault is None


def _gather(text: str, path: str) -> tuple[Tree, Fault | None]:
    tree = Tree(path, text)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            tree.take(event)
    except UnreadableLessonError:
        return tree, Fault(())
    except yaml.MarkedYAMLError as error:
        from kiosk.content.yaml_faults import fault_of  # noqa: PLC0415 - not for sound files

        return tree, fault_of(error, path, lines_of(text), tree.last_scalar)
    except (yaml.YAMLError, RecursionError):
        return tree, Fault((problem_at(path, START, "yaml_unclear"),))
    return tree, None
