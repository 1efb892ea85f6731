"""The extent of an item in the text, including the comments above and after it."""

from kiosk.editor.structure import Sort, Structure, YamlNode


class EditRefusedError(Exception):
    """The edit cannot be made without changing other parts."""


def extent(at: Structure, parent: YamlNode, where: int) -> tuple[int, int]:
    """Start and end offset of an item, including its comments."""
    item = parent.items[where]
    if parent.sort is Sort.MAPPING:
        key = parent.keys[where]
        begin = at.offset(key.start)
        end = at.offset(item.end) if not item.empty else at.offset(key.end) + 1
    elif parent.flow:
        begin, end = at.offset(item.start), at.offset(item.end)
    else:
        begin = hyphen(at, parent, where)
        end = max(at.offset(item.end), begin + 1)
    if parent.flow:
        return begin, end
    end = _with_comment_behind(at, end)
    if not begins_its_line(at, begin):
        return begin, end
    line = line_of(at, begin)
    least = line_of(at, extent_end(at, parent, where - 1)) if where else _line_above(at, parent)
    while line - 1 > least and at.line_text(line - 1).strip().startswith("#"):
        line -= 1
    if line < line_of(at, begin):
        text = at.line_text(line)
        begin = at.lines[line] + len(text) - len(text.lstrip())
    return begin, end


def extent_end(at: Structure, parent: YamlNode, where: int) -> int:
    """The end offset of an item, without a comment after it."""
    item = parent.items[where]
    if item.empty:
        return at.offset(parent.keys[where].end) if parent.keys else at.offset(item.start)
    return at.offset(item.end)


def _line_above(at: Structure, parent: YamlNode) -> int:
    """The line above which comments belong to the preceding content, not to the first item."""
    if parent is at.root:
        return line_of(at, at.offset(parent.start))
    first = parent.keys[0] if parent.keys else parent
    line = first.start[0]
    while line and at.line_text(line - 1).strip().startswith("#"):
        line -= 1
    return line - 1


def _with_comment_behind(at: Structure, end: int) -> int:
    """The end of the line if only a comment follows, else the given offset."""
    line_end = at.line_end(line_of(at, end))
    rest = at.text[end:line_end]
    return line_end if not rest.strip() or rest.lstrip().startswith("#") else end


def gap_after(at: Structure, parent: YamlNode, where: int) -> str:
    """The separator used between items: a line break, with a blank line if they have one."""
    pairs = [
        (extent(at, parent, each)[1], extent(at, parent, each + 1)[0])
        for each in range(len(parent.items) - 1)
    ]
    near = pairs[min(where, len(pairs) - 1)] if pairs else None
    if near is None:
        return at.line_break
    between = at.text[near[0] : near[1]]
    blank = not between.strip() and line_of(at, near[1]) - line_of(at, near[0]) > 1
    return at.line_break * (2 if blank else 1)


def hyphen(at: Structure, parent: YamlNode, where: int) -> int:
    """The offset of the hyphen of an item in a block list."""
    line, column = parent.items[where].start[0], column_of(parent)
    first = parent.items[where - 1].end[0] if where else parent.start[0]
    while line > first and at.line_text(line)[column : column + 1] != "-":
        line -= 1
    offset = at.offset((line, column))
    if at.text[offset : offset + 1] != "-":
        raise EditRefusedError
    return offset


def column_of(node: YamlNode) -> int:
    """The indentation of the parts of a block collection."""
    return node.keys[0].start[1] if node.keys else node.start[1]


def line_of(at: Structure, offset: int) -> int:
    low, high = 0, len(at.lines) - 2
    while low < high:
        middle = (low + high + 1) // 2
        if at.lines[middle] <= offset:
            low = middle
        else:
            high = middle - 1
    return low


def begins_its_line(at: Structure, offset: int) -> bool:
    """Whether only spaces precede the offset on its line."""
    return not at.text[at.lines[line_of(at, offset)] : offset].strip("\ufeff ")
