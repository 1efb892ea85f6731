"""Edits of YAML text that leave everything outside the edited part unchanged, byte for byte.

Each function returns the new text. The result is parsed again and compared with the expected
data; if they differ, the edit is refused.
"""

import copy
from collections.abc import Callable, Mapping, Sequence

from kiosk.content.tree import Data, KeyPath
from kiosk.editor.extents import (
    EditRefusedError,
    begins_its_line,
    column_of,
    extent,
    gap_after,
    hyphen,
    line_of,
)
from kiosk.editor.splices import Splice, applied
from kiosk.editor.structure import Sort, Structure, YamlNode, structure_of
from kiosk.editor.writing import (
    Value,
    block_lines,
    double_quoted,
    flow_text,
    has_parts,
    item_lines,
    pair_lines,
    read_back,
    scalar,
)


def set_value(
    at: Structure, key_path: KeyPath, value: Value, order: Sequence[str] = ()
) -> Structure:
    """Replaces a part, or adds a key to a mapping.

    Args:
        at: the text.
        key_path: where; missing parts around it are created.
        value: the value to write.
        order: the usual order of the mapping's keys; a new key is placed after those before it.

    Raises:
        EditRefusedError: the edit would change other parts.
    """

    def want(data: Data) -> Data:
        return _with_value(data, key_path, read_back(value))

    splice = _setting(at, key_path, value, order)
    try:
        return _checked(at, [splice], want)
    except EditRefusedError:
        if not isinstance(value, str):
            raise
        quoted = _setting(at, key_path, value, order, quote=True)
        return _checked(at, [quoted], want)


def remove(at: Structure, key_path: KeyPath) -> Structure:
    """Removes a part; a mapping that becomes empty is removed too, a list becomes `[]`.

    Raises:
        EditRefusedError: the part does not exist, or cannot be removed alone.
    """
    parent = at.at(key_path[:-1])
    if at.at(key_path) is None or parent is None or not key_path:
        raise EditRefusedError
    alone = len(parent.items) == 1
    if alone and parent.sort is Sort.MAPPING and len(key_path) > 1:
        return remove(at, key_path[:-1])
    if alone and parent.sort is Sort.LIST:
        return set_value(at, key_path[:-1], [])

    def want(data: Data) -> Data:
        inner = _inside(data, key_path[:-1])
        if isinstance(inner, list | dict):
            del inner[key_path[-1]]  # type: ignore[arg-type]  # a key for a mapping, else an index
        return data

    return _checked(at, [_removal(at, parent, _position(parent, key_path[-1]))], want)


def insert(at: Structure, key_path: KeyPath, index: int, value: Value) -> Structure:
    """Inserts an item into a list, which is created if it is missing.

    Raises:
        EditRefusedError: the part at the key path is not a list.
    """
    node = at.at(key_path)
    if node is None or node.empty or (node.sort is Sort.LIST and not node.items):
        return set_value(at, key_path, [value])
    if node.sort is not Sort.LIST:
        raise EditRefusedError
    index = max(0, min(index, len(node.items)))
    lines = [flow_text(value)] if node.flow else item_lines(value, column_of(node))
    written = _broken(at, lines)
    return _inserted(at, key_path, index, written, read_back(value))


def duplicate(at: Structure, key_path: KeyPath, index: int) -> Structure:
    """Duplicates an item of a list after itself, with its comments.

    Raises:
        EditRefusedError: there is no such item.
    """
    node = at.at((*key_path, index))
    parent = at.at(key_path)
    if node is None or parent is None or parent.sort is not Sort.LIST:
        raise EditRefusedError
    begin, end = extent(at, parent, index)
    return _inserted(at, key_path, index + 1, at.text[begin:end], node.data())


def duplicate_key(at: Structure, key_path: KeyPath, key: str, new: str) -> Structure:
    """Duplicates a pair of a mapping after itself, under a new key.

    Raises:
        EditRefusedError: there is no such pair, or the new key exists already.
    """
    parent = at.at(key_path)
    if parent is None or parent.index_of(key) < 0 or parent.index_of(new) >= 0:
        raise EditRefusedError
    where = parent.index_of(key)
    begin, end = extent(at, parent, where)
    name = parent.keys[where]
    head, tail = at.offset(name.start) - begin, at.offset(name.end) - begin
    source = at.text[begin:end]
    copied = source[:head] + scalar(new, flow=True) + source[tail:]
    data = parent.items[where].data()

    def want(whole: Data) -> Data:
        inner = _inside(whole, key_path)
        assert isinstance(inner, dict)
        inner[new] = copy.deepcopy(data)
        return whole

    if parent.flow:
        return _checked(at, [Splice(end, end, f", {copied}")], want)
    gap = gap_after(at, parent, where) + " " * column_of(parent)
    return _checked(at, [Splice(end, end, gap + copied.lstrip(" "))], want)


def move(at: Structure, key_path: KeyPath, old: int, new: int) -> Structure:
    """Moves an item of a list or a pair of a mapping, with its comments.

    Raises:
        EditRefusedError: there is no such item.
    """
    parent = at.at(key_path)
    if parent is None or not (0 <= old < len(parent.items) and 0 <= new < len(parent.items)):
        raise EditRefusedError
    order = list(range(len(parent.items)))
    order.insert(new, order.pop(old))
    slots = [extent(at, parent, where) for where in range(len(parent.items))]
    sources = [at.text[begin:end] for begin, end in slots]
    pairs = zip(slots, order, strict=True)
    splices = [
        Splice(begin, end, sources[which])
        for (begin, end), which in pairs
        if at.text[begin:end] != sources[which]
    ]

    def want(data: Data) -> Data:
        inner = _inside(data, key_path)
        if isinstance(inner, list):
            inner.insert(new, inner.pop(old))
        return data

    return _checked(at, splices, want)


def rename_key(at: Structure, key_path: KeyPath, new: str) -> Structure:
    """Renames a key of a mapping.

    Raises:
        EditRefusedError: there is no such key, or the new one exists already.
    """
    parent = at.at(key_path[:-1])
    if parent is None or parent.sort is not Sort.MAPPING or parent.index_of(new) >= 0:
        raise EditRefusedError
    where = parent.index_of(str(key_path[-1]))
    if where < 0:
        raise EditRefusedError
    key = parent.keys[where]
    splice = Splice(at.offset(key.start), at.offset(key.end), scalar(new, key.style, flow=True))

    def want(data: Data) -> Data:
        inner = _inside(data, key_path[:-1])
        assert isinstance(inner, dict)
        renamed = {new if name == key_path[-1] else name: each for name, each in inner.items()}
        inner.clear()
        inner.update(renamed)
        return data

    return _checked(at, [splice], want)


def _checked(at: Structure, splices: Sequence[Splice], want: Callable[[Data], Data]) -> Structure:
    """Applies the splices; refuses unless the result parses to the expected data."""
    for splice in splices:
        for line in at.mended:
            if splice.begin <= at.lines[line + 1] - 1 and splice.end > at.lines[line]:
                raise EditRefusedError
    before = at.root.data() if at.root else None
    after = structure_of(applied(at.text, splices))
    if (after.root.data() if after.root else None) != want(copy.deepcopy(before)):
        raise EditRefusedError
    return after


def _setting(
    at: Structure, key_path: KeyPath, value: Value, order: Sequence[str], *, quote: bool = False
) -> Splice:
    node = at.at(key_path)
    if node is None:
        return _adding(at, key_path, value, order, quote=quote)
    in_flow = _in_flow(at, key_path)
    if node.sort is Sort.TEXT and isinstance(value, str | int) and not node.empty:
        style = '"' if quote else node.style if node.style in ("'", '"') else ""
        return Splice(
            at.offset(node.start), at.offset(node.end), scalar(value, style, flow=in_flow)
        )
    begin, end = at.offset(node.start), at.offset(node.end)
    if in_flow:
        return Splice(begin, end, flow_text(value))
    parent = at.at(key_path[:-1])
    if parent is None:
        raise EditRefusedError
    if isinstance(key_path[-1], str):
        key = parent.keys[parent.index_of(key_path[-1])]
        begin = at.offset(key.end) + 1
        end = max(begin, end)
        lines = pair_lines("x", value, column_of(parent))
        written = _broken(at, lines).removeprefix(" " * column_of(parent)).removeprefix("x:")
        return Splice(begin, end, f" {double_quoted(str(value))}" if quote else written)
    lines = item_lines(value, column_of(parent))
    begin = hyphen(at, parent, key_path[-1]) + 1
    written = _broken(at, lines).lstrip(" ").removeprefix("-")
    return Splice(begin, max(begin, end), f" {double_quoted(str(value))}" if quote else written)


def _adding(
    at: Structure, key_path: KeyPath, value: Value, order: Sequence[str], *, quote: bool
) -> Splice:
    """Adds a key to a mapping; missing mappings around it are created."""
    if not key_path:
        if at.text.strip():
            raise EditRefusedError
        return Splice(len(at.text), len(at.text), _broken(at, [*block_lines(value, 0), ""]))
    parent, key = at.at(key_path[:-1]), key_path[-1]
    if not isinstance(key, str):
        raise EditRefusedError
    if parent is None or parent.empty or not (parent.items or parent.sort is Sort.TEXT):
        return _setting(at, key_path[:-1], {key: value}, ())
    if parent.sort is not Sort.MAPPING:
        raise EditRefusedError
    where = _behind(parent, key, order)
    if parent.flow:
        last = parent.items[where]
        end = at.offset(parent.keys[where].end if last.empty else last.end)
        return Splice(end, end, ", " + flow_text({key: value})[1:-1])
    _, end = extent(at, parent, where)
    indent = " " * column_of(parent)
    lines = (
        [f"{indent}{key}: {double_quoted(str(value))}"]
        if quote
        else pair_lines(key, value, column_of(parent))
    )
    gap = at.line_break
    if not key_path[:-1] and where and has_parts(value):
        gap = gap_after(at, parent, where)
    return Splice(end, end, gap + _broken(at, lines))


def _behind(parent: YamlNode, key: str, order: Sequence[str]) -> int:
    """The index of the pair after which a new key is written."""
    if key in order:
        before = set(order[: list(order).index(key)])
        found = [at for at, each in enumerate(parent.keys) if each.value in before]
        if found:
            return max(found)
    return len(parent.items) - 1


def _inserted(at: Structure, key_path: KeyPath, index: int, written: str, data: Data) -> Structure:
    node = at.at(key_path)
    assert node is not None

    def want(whole: Data) -> Data:
        inner = _inside(whole, key_path)
        assert isinstance(inner, list)
        inner.insert(index, copy.deepcopy(data))
        return whole

    if node.flow:
        if index < len(node.items):
            begin = at.offset(node.items[index].start)
            return _checked(at, [Splice(begin, begin, f"{written}, ")], want)
        end = at.offset(node.items[-1].end)
        return _checked(at, [Splice(end, end, f", {written}")], want)
    if index == 0:
        begin, _ = extent(at, node, 0)
        if at.text[:begin].rpartition("\n")[2].strip():  # the first item of a nested list
            raise EditRefusedError
        begin = at.lines[line_of(at, begin)]
        gap = gap_after(at, node, 0)
        return _checked(at, [Splice(begin, begin, _indented(node, written) + gap)], want)
    _, end = extent(at, node, index - 1)
    gap = gap_after(at, node, index - 1)
    return _checked(at, [Splice(end, end, gap + _indented(node, written))], want)


def _indented(node: YamlNode, written: str) -> str:
    return " " * column_of(node) + written.lstrip(" ")


def _removal(at: Structure, parent: YamlNode, where: int) -> Splice:
    begin, end = extent(at, parent, where)
    last = where == len(parent.items) - 1
    if parent.flow:
        if last:
            _, before = extent(at, parent, where - 1)
            return Splice(before, end, "")
        after, _ = extent(at, parent, where + 1)
        return Splice(begin, after, "")
    if begins_its_line(at, begin):
        begin = at.lines[line_of(at, begin)]
        line = line_of(at, end)
        if last and line + 2 >= len(at.lines) and at.line_end(line) == len(at.text):
            return Splice(max(0, begin - len(at.line_break)) if begin else 0, end, "")
        return Splice(begin, at.lines[line + 1], "")
    # After a hyphen on the same line: the next pair moves up, unless a comment is between them.
    if parent.sort is Sort.MAPPING:
        following = at.offset(parent.keys[where + 1].start)
        if not at.text[end:following].strip():
            return Splice(begin, following, "")
    return Splice(begin, end, "")


def _in_flow(at: Structure, key_path: KeyPath) -> bool:
    return any(
        node.flow for size in range(len(key_path)) if (node := at.at(key_path[:size])) is not None
    )


def _position(parent: YamlNode, step: str | int) -> int:
    return step if isinstance(step, int) else parent.index_of(step)


def _broken(at: Structure, lines: Sequence[str]) -> str:
    return at.line_break.join(lines)


def _inside(data: Data, key_path: KeyPath) -> Data:
    for step in key_path:
        data = data[step]  # type: ignore[index]  # the key path was found in the text
    return data


def _with_value(data: Data, key_path: KeyPath, value: Data) -> Data:
    if not key_path:
        return value
    step, *rest = key_path
    if isinstance(step, int):
        assert isinstance(data, list)
        data[step] = _with_value(data[step], tuple(rest), value)
        return data
    mapping: dict[str, Data] = dict(data) if isinstance(data, Mapping) else {}
    mapping[step] = _with_value(mapping.get(step), tuple(rest), value)
    return mapping
