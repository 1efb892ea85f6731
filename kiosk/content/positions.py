"""Parses YAML to plain data with the position of every part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from kiosk.content.fault import Fault
from kiosk.content.line_prefixes import without_prefixes
from kiosk.content.plain_text import is_plain
from kiosk.content.problems import START, Position, Problem, problem_at
from kiosk.content.source import lines_of, read_text, shown_path
from kiosk.content.tree import Data, KeyPath, Tree, UnreadableLessonError
from kiosk.yaml_depth import LOADER

MAX_MENDINGS = 20
ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data, with the position of each part."""

    path: str
    data: Data = None
    keys: Mapping[KeyPath, Position] = field(default_factory=dict)
    values: Mapping[KeyPath, Position] = field(default_factory=dict)
    empties: frozenset[KeyPath] = frozenset()
    """Parts without content after their colon or hyphen."""
    reported: frozenset[KeyPath] = frozenset()
    """Parts for which a problem was already reported."""
    problems: tuple[Problem, ...] = ()
    whole: bool = False
    """Whether the whole file was parsed."""

    def place(self, key_path: KeyPath) -> Position:
        """The position of a part, or of the closest part around it."""
        while key_path and key_path not in self.values:
            key_path = key_path[:-1]
        return self.values.get(key_path, START)

    def problem(self, key_path: KeyPath, code: str, /, **facts: str) -> Problem:
        """A problem at a part of the file."""
        return problem_at(self.path, self.place(key_path), code, **facts)

    def problem_of_key(self, key_path: KeyPath, code: str, /, **facts: str) -> Problem:
        """A problem at the key of a part (the word before the colon)."""
        return problem_at(self.path, self.keys.get(key_path) or self.place(key_path), code, **facts)

    def at(self, key_path: KeyPath) -> Data:
        """The part at a key path; None when there is none."""
        data = self.data
        for step in key_path:
            if isinstance(data, dict) and isinstance(step, str):
                data = data.get(step)
            elif isinstance(data, list) and isinstance(step, int) and step < len(data):
                data = data[step]
            else:
                return None
        return data


def read_document(path: Path) -> Document:
    """Parses a file, or reports why it cannot be read; never raises."""
    text = read_text(path)
    shown = shown_path(path)
    if isinstance(text, Problem):
        return Document(shown, problems=(text,))
    return document_of(text, shown)


def document_of(text: str, path: str) -> Document:
    """Parses a text; lines with obvious slips are corrected to find further problems."""
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
        reported=frozenset(tree.reported),
        problems=tuple(sorted({*lookalikes, *slips, *tree.problems})),
        whole=whole,
    )


def mended_text(text: str, path: str) -> tuple[str, bool]:
    """The text with all obvious slips corrected, and whether YAML can parse all of it."""
    text, _ = _mended(text.removeprefix(ORDER_MARK), path)
    _, _, better, whole = _gathered(text, path)
    return better, whole


def _mended(text: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    if is_plain(text):
        return text, ()
    from kiosk.content.lookalikes import mended  # noqa: PLC0415 - not needed for the first frame

    return mended(text, path)


def _gathered(text: str, path: str) -> tuple[Tree, list[Fault], str, bool]:
    """The tree, the faults found, the corrected text, and whether all of it was parsed."""
    faults: list[Fault] = []
    for _ in range(MAX_MENDINGS):
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
        from kiosk.content.yaml_faults import fault_of  # noqa: PLC0415 - only for invalid files

        return tree, fault_of(error, path, lines_of(text), tree.last_scalar)
    except (yaml.YAMLError, RecursionError):
        return tree, Fault((problem_at(path, START, "yaml_unclear"),))
    return tree, None
