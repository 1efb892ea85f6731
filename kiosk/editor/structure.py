"""The extents of all parts of a YAML text, so that single parts can be edited."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import yaml
from yaml import events

from kiosk.content.positions import ORDER_MARK, mended_text
from kiosk.content.source import LINE_BREAK
from kiosk.content.tree import DEEPEST, Data, KeyPath
from kiosk.yaml_depth import LOADER

Place = tuple[int, int]
"""Line and column, counted from 0."""


class Sort(StrEnum):
    """The sort of a YAML node."""

    TEXT = "text"
    LIST = "list"
    MAPPING = "mapping"


@dataclass(slots=True)
class YamlNode:
    """A node of the text: a scalar, a list or a mapping."""

    sort: Sort
    start: Place
    end: Place
    """The position after its last character; for block collections set after parsing ends."""
    flow: bool = False
    """Whether it is written in brackets."""
    style: str = ""
    """The quote of a scalar, or `|` or `>`; empty for a plain one."""
    value: str = ""
    items: list["YamlNode"] = field(default_factory=list)
    """The items of a list, or the values of a mapping."""
    keys: list["YamlNode"] = field(default_factory=list)
    """The keys of a mapping, in file order."""

    @property
    def empty(self) -> bool:
        """Whether nothing is written here."""
        return self.sort is Sort.TEXT and not self.style and not self.value

    def index_of(self, key: str) -> int:
        """The index of the first pair with that key; -1 when there is none."""
        return next((at for at, each in enumerate(self.keys) if each.value == key), -1)

    def data(self) -> Data:
        """The data of the node, as the lesson reader sees it."""
        if self.sort is Sort.LIST:
            return [item.data() for item in self.items]
        if self.sort is Sort.MAPPING:
            found: dict[str, Data] = {}
            for key, item in zip(self.keys, self.items, strict=True):
                found.setdefault(key.value, item.data())
            return found
        return None if self.empty else unicodedata.normalize("NFC", self.value)


@dataclass(frozen=True, slots=True)
class Structure:
    """A text with its nodes."""

    text: str
    root: YamlNode | None
    """None when nothing could be parsed."""
    whole: bool
    """Whether the whole text can be parsed once obvious slips are corrected."""
    lines: tuple[int, ...]
    """The start offset of each line, followed by the length of the text."""
    mended: frozenset[int]
    """Lines in which a slip was corrected before parsing; columns in them are unreliable."""

    @property
    def line_break(self) -> str:
        """The line break used in this text."""
        found = LINE_BREAK.search(self.text)
        return found.group() if found else "\n"

    def offset(self, place: Place) -> int:
        line, column = place
        return min(self.lines[min(line, len(self.lines) - 1)] + column, len(self.text))

    def line_end(self, line: int) -> int:
        """The offset of the end of a line, before its line break."""
        begin, end = self.lines[line], self.lines[line + 1]
        while end > begin and LINE_BREAK.match(self.text[end - 1]):
            end -= 1
        return end

    def line_text(self, line: int) -> str:
        """A line without its line break."""
        return self.text[self.lines[line] : self.line_end(line)]

    def at(self, key_path: KeyPath) -> YamlNode | None:
        """The node at a key path; None when there is none."""
        node = self.root
        for step in key_path:
            if node is None:
                return None
            if isinstance(step, int):
                fits = node.sort is Sort.LIST and step < len(node.items)
                node = node.items[step] if fits else None
            else:
                at = node.index_of(step) if node.sort is Sort.MAPPING else -1
                node = node.items[at] if at >= 0 else None
        return node

    def source(self, node: YamlNode) -> str:
        """The source text of a node."""
        return self.text[self.offset(node.start) : self.offset(node.end)]

    def key_paths(self) -> Iterator[tuple[KeyPath, YamlNode]]:
        """All nodes with their key paths, outer nodes first."""
        if self.root:
            yield from _below((), self.root)

    def trusted(self, node: YamlNode) -> bool:
        """Whether none of the node's lines was corrected."""
        return not any(line in self.mended for line in range(node.start[0], node.end[0] + 1))


def structure_of(text: str) -> Structure:
    """Parses a text, even an invalid one; never raises."""
    body = text.removeprefix(ORDER_MARK)
    skipped = len(text) - len(body)
    lines = [0, *(match.end() + skipped for match in LINE_BREAK.finditer(body)), len(text)]
    better, whole = mended_text(body, "")
    changed = frozenset(_changed(LINE_BREAK.split(body), LINE_BREAK.split(better)))
    root = _root(better)
    if skipped and root:
        _shift_first_line(root)
    return Structure(text, root, whole, tuple(lines), changed)


def _changed(before: list[str], after: list[str]) -> Iterator[int]:
    for at, line in enumerate(before):
        if at >= len(after) or after[at] != line:
            yield at


def _shift_first_line(root: YamlNode) -> None:
    """Shifts the first line by one column for the byte order mark."""
    for _, node in _below((), root):
        for each in (node, *node.keys):
            if each.start[0] == 0:
                each.start = (0, each.start[1] + 1)
            if each.end[0] == 0:
                each.end = (0, each.end[1] + 1)


def _below(key_path: KeyPath, node: YamlNode) -> Iterator[tuple[KeyPath, YamlNode]]:
    yield key_path, node
    for at, item in enumerate(node.items):
        step: str | int = at if node.sort is Sort.LIST else node.keys[at].value
        if node.sort is Sort.LIST or node.index_of(str(step)) == at:
            yield from _below((*key_path, step), item)


def _root(text: str) -> YamlNode | None:
    """The root node, as far as the text can be parsed."""
    opened: list[tuple[YamlNode, list[YamlNode]]] = []
    root: YamlNode | None = None
    try:
        for event in yaml.parse(text, Loader=LOADER):
            node = _node(event)
            if node is not None:
                if opened:
                    opened[-1][1].append(node)
                elif root is None:
                    root = node
                else:
                    return root
                if node.sort is not Sort.TEXT:
                    opened.append((node, []))
                    if len(opened) > DEEPEST:
                        break
            elif isinstance(event, events.CollectionEndEvent):
                _close(*opened.pop(), _place(event.end_mark))
    except (yaml.YAMLError, RecursionError):
        pass
    for node, parts in reversed(opened):
        _close(node, parts, node.start)
    _trim(root, text)
    return root


def _node(event: events.Event) -> YamlNode | None:
    start, end = _place(event.start_mark), _place(event.end_mark)
    if isinstance(event, events.ScalarEvent):
        style = event.style or ""
        return YamlNode(Sort.TEXT, start, end, style=style, value=event.value or "")
    if isinstance(event, events.AliasEvent):
        return YamlNode(Sort.TEXT, start, end, style="*", value=f"*{event.anchor}")
    if isinstance(event, events.SequenceStartEvent):
        return YamlNode(Sort.LIST, start, end, flow=bool(event.flow_style))
    if isinstance(event, events.MappingStartEvent):
        return YamlNode(Sort.MAPPING, start, end, flow=bool(event.flow_style))
    return None


def _close(node: YamlNode, parts: list[YamlNode], end: Place) -> None:
    if node.sort is Sort.MAPPING:
        paired = len(parts) // 2 * 2
        node.keys, node.items = parts[0:paired:2], parts[1:paired:2]
    else:
        node.items = parts
    if node.flow:
        node.end = end


def _trim(node: YamlNode | None, text: str) -> None:
    """Ends block nodes after their last character, before blank lines and comments."""
    if node is None:
        return
    for item in node.items:
        _trim(item, text)
    if node.sort is Sort.TEXT and node.style in "|>" and node.style:
        lines = LINE_BREAK.split(text)
        last = min(node.end[0], len(lines) - 1)
        if node.end[1] == 0 or last > node.end[0]:
            last -= 1
        while last > node.start[0] and not lines[last].strip():
            last -= 1
        node.end = (last, len(lines[last].rstrip()))
    elif node.sort is not Sort.TEXT and not node.flow:
        node.end = max((each.end for each in (*node.items, *node.keys)), default=node.start)


class _Mark(Protocol):
    """A start or end mark, common to both of PyYAML's parsers."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


def _place(mark: _Mark | None) -> Place:
    return (mark.line, mark.column) if mark else (0, 0)
