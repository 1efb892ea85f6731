"""Determines an author's mistake from a YAML parser error."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from yaml import MarkedYAMLError
from yaml.events import ScalarEvent

from kiosk.content.fault import Fault
from kiosk.content.problems import MAX_PROBLEMS, Position, problem_at

TAB = re.compile(r"[ -]*\t")
FIELD = re.compile(r"(?P<head>\s*(?:- +)*)(?P<name>[^\s:#'\"\[{][^:]*?)\s*:(?P<gap>\s+|$)")
GLUED = re.compile(r"(?P<head>\s*(?:- +)*(?P<name>[a-z_]+)):(?P<value>[^\s:/].*)")
GLUED_HYPHEN = re.compile(r"\s*-(?P<name>[a-z_]+):(\s|$)")
BULLET = re.compile(r"(\s*)([*+•·–—]|\d{1,3}[.)](?=\s+[a-z_]+:))\s")
MAX_HEAD_LENGTH = 200
EQUALS = re.compile(r"\s*(?:- +)*(?P<name>[a-z_]+) *= *(?=[^:]*$)")
KEYLESS = re.compile(r":(\s|$)")
PLAIN_NAME = re.compile(r"[a-z_]+")
SIGNS = "@`%*&!|>?,]}"
CLOSERS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class _Scene:
    """Position and context of the parser error; lines and columns count from 0."""

    path: str
    lines: Sequence[str]
    line: int
    column: int
    doing: str
    since: Position | None
    complaint: str

    @property
    def text(self) -> str:
        return self.text_of(self.line)

    def text_of(self, line: int) -> str:
        """A line of the text; empty beyond the end, where errors can occur too."""
        return self.lines[line] if line < len(self.lines) else ""

    def fault(self, line: int, column: int, code: str, **facts: str) -> Fault:
        """A fault with one problem; line and column count from 0."""
        return Fault((problem_at(self.path, Position(line + 1, column + 1), code, **facts),))

    def mended(self, line: int, better: str, fault: Fault) -> Fault:
        """Adds the text with the corrected line to a fault."""
        lines = [*self.lines[:line], better, *self.lines[line + 1 :]]
        return Fault(fault.problems, "\n".join(lines))


def fault_of(
    error: MarkedYAMLError, path: str, lines: Sequence[str], last: ScalarEvent | None
) -> Fault:
    """The author's mistake that caused a YAML parser error."""
    mark, since = error.problem_mark, error.context_mark
    scene = _Scene(
        path=path,
        lines=lines,
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        doing=error.context or "",
        since=Position(since.line, since.column) if since else None,
        complaint=error.problem or "",
    )
    return (
        _tabs(scene)
        or _quotes(scene, last)
        or _bullet(scene)
        or _equals(scene)
        or _line_without_colon(scene)
        or _glued(scene)
        or _hyphen_after_colon(scene)
        or _value_with_sign(scene)
        or _colon_in_text(scene)
        or _joined_lines(scene)
        or _open_bracket(scene)
        or _line_start(scene)
        or _indentation(scene)
    )


def _field(text: str) -> re.Match[str] | None:
    return FIELD.match(text, 0, MAX_HEAD_LENGTH)


def _tabs(scene: _Scene) -> Fault | None:
    if not TAB.match(scene.text):
        return None
    places = (
        Position(at + 1, found.end())
        for at, line in enumerate(scene.lines)
        if (found := TAB.match(line))
    )
    reported = islice(places, MAX_PROBLEMS)
    return Fault(tuple(problem_at(scene.path, place, "tab") for place in reported))


def _quotes(scene: _Scene, last: ScalarEvent | None) -> Fault | None:
    if "quoted scalar" in scene.doing and scene.since:
        escaped = "escape" in scene.complaint or "hex" in scene.complaint
        return scene.fault(*scene.since, "backslash_in_quotes" if escaped else "quote_open")
    if last is None or last.style not in ("'", '"'):
        return None
    start, end = last.start_mark, last.end_mark
    if start is None or end is None or end.line != scene.line or end.column > scene.column:
        return None
    if start.line != end.line:
        return scene.fault(start.line, start.column, "quote_open")
    rest = scene.text[end.column :]
    inside = last.style == "'" and rest.rstrip().endswith("'")
    code = "quote_inside" if inside else "text_after_quote"
    fault = scene.fault(start.line, start.column, code, text=rest.strip()[:40])
    if inside:
        better = rest.rstrip()[:-1].replace("'", "''")
        return scene.mended(scene.line, f"{scene.text[: end.column - 1]}''{better}'", fault)
    whole = scene.text[start.column :].replace("'", "''")
    return scene.mended(scene.line, f"{scene.text[: start.column]}'{whole}'", fault)


def _bullet(scene: _Scene) -> Fault | None:
    """A list with bullets other than hyphens, in this line or up to 3 lines above."""
    for line in range(scene.line, max(-1, scene.line - 4), -1):
        text = scene.text_of(line)
        if found := BULLET.match(text):
            fault = scene.fault(line, found.end(1), "wrong_bullet", sign=found[2])
            better = f"{found[1]}-{text[found.end(2) :]}"
            return scene.mended(line, better, fault)
    return None


def _equals(scene: _Scene) -> Fault | None:
    """`title = Nối Wi-Fi`, in this line or up to 3 lines above."""
    for line in range(scene.line, max(-1, scene.line - 4), -1):
        text = scene.text_of(line)
        if found := EQUALS.match(text):
            fault = scene.fault(line, found.end("name"), "equals_sign", name=found["name"])
            better = f"{text[: found.end('name')]}: {text[found.end() :]}"
            return scene.mended(line, better, fault)
    return None


def _line_without_colon(scene: _Scene) -> Fault | None:
    if "simple key" not in scene.doing or not scene.since:
        return None
    line, column = scene.since
    return _glued_at(scene, line) or scene.fault(
        line, column, "line_without_colon", text=scene.text_of(line).strip()[:40]
    )


def _glued(scene: _Scene) -> Fault | None:
    """`say:Bác` or `-say: Bác`, in this line or in lines above that YAML joined to one text."""
    for line in range(scene.line, max(-1, scene.line - 4), -1):
        text = scene.text_of(line)
        if found := GLUED_HYPHEN.match(text):
            fault = scene.fault(line, text.index("-"), "no_space_after_hyphen")
            at = text.index("-") + 1
            return scene.mended(line, f"{text[:at]} {text[at:]}", fault) if found else fault
        if "mapping values" in scene.complaint and (fault_above := _glued_at(scene, line)):
            return fault_above
        if line != scene.line and _field(text):
            return None
    return None


def _glued_at(scene: _Scene, line: int) -> Fault | None:
    found = GLUED.match(scene.text_of(line))
    if not found:
        return None
    head, value = found["head"], found["value"]
    fault = scene.fault(line, len(head), "no_space_after_colon", name=found["name"])
    return scene.mended(line, f"{head}: {value}", fault)


def _hyphen_after_colon(scene: _Scene) -> Fault | None:
    """`remember: - Một`: a list that starts on the line of its key."""
    found = _field(scene.text)
    if "sequence entries" not in scene.complaint or not found or found.end() != scene.column:
        return None
    return scene.fault(scene.line, scene.column, "hyphen_after_colon", name=found["name"])


def _value_with_sign(scene: _Scene) -> Fault | None:
    found = _field(scene.text)
    if not found or found.end() > scene.column:
        return None
    value = scene.text[found.end() :]
    closer = CLOSERS.get(value[:1])
    inside = closer is not None and closer in value and value.rstrip()[-1:] != closer
    if value[:1] not in SIGNS and not inside:
        return None
    fault = scene.fault(scene.line, found.end(), "starts_with_sign", sign=value[:1])
    return _in_quotes(scene, found.end(), fault)


def _colon_in_text(scene: _Scene) -> Fault | None:
    found = _field(scene.text)
    if "mapping values" not in scene.complaint or not found:
        return None
    first_colon = scene.text.index(":", found.start("name"))
    if scene.column == first_colon and PLAIN_NAME.fullmatch(found["name"]):
        return None
    fault = scene.fault(scene.line, scene.column, "colon_in_text")
    if scene.column == first_colon:
        return fault
    return _in_quotes(scene, found.end(), fault)


def _joined_lines(scene: _Scene) -> Fault | None:
    """A line without a colon above a field; YAML joins it to the key of that field."""
    if "mapping values" not in scene.complaint:
        return None
    first: int | None = None
    for line in range(scene.line - 1, -1, -1):
        text = scene.text_of(line).strip()
        if _field(text):
            return None
        if text and not text.startswith("#"):
            first = line
        if text.startswith("- "):
            break
    if first is None:
        return None
    text = scene.text_of(first)
    column = len(text) - len(text.lstrip(" -"))
    return scene.fault(first, column, "line_without_colon", text=text.strip(" -")[:40])


def _in_quotes(scene: _Scene, start: int, fault: Fault) -> Fault:
    value = scene.text[start:].rstrip().replace("'", "''")
    return scene.mended(scene.line, f"{scene.text[:start]}'{value}'", fault)


def _open_bracket(scene: _Scene) -> Fault | None:
    if "flow" not in scene.doing or not scene.since:
        return None
    line, column = scene.since
    sign = scene.text_of(line)[column : column + 1]
    while sign not in CLOSERS and line >= 0:
        column = max(scene.text_of(line).rfind(opener) for opener in CLOSERS)
        sign = scene.text_of(line)[column] if column >= 0 else ""
        line -= sign not in CLOSERS
    if sign not in CLOSERS:
        return None
    return scene.fault(line, column, "bracket_open", sign=sign, closer=CLOSERS[sign])


def _line_start(scene: _Scene) -> Fault | None:
    before, here = scene.text[: scene.column], scene.text[scene.column :]
    if before.strip(" -"):
        return None
    if KEYLESS.match(here):
        return scene.fault(scene.line, scene.column, "key_missing")
    if here[:1] in set(SIGNS) and here:
        return scene.fault(scene.line, scene.column, "starts_with_sign", sign=here[:1])
    if here.startswith("- ") and (first := _first_without_hyphen(scene)):
        return first
    in_list = "collection" in scene.doing or "sequence" in scene.doing
    if in_list and scene.since and scene.since.column == scene.column:
        return scene.fault(scene.line, scene.column, "hyphen_missing")
    return None


def _first_without_hyphen(scene: _Scene) -> Fault | None:
    """The first item of the list that this line continues, if only that item has no hyphen."""
    first: tuple[int, int] | None = None
    for line in range(scene.line - 1, -1, -1):
        text = scene.text_of(line)
        bare = text.lstrip()
        column = len(text) - len(bare)
        if not bare or bare.startswith("#"):
            continue
        if column < scene.column:
            found = first if text.rstrip().endswith(":") else None
            return scene.fault(*found, "hyphen_missing") if found else None
        first = None if bare.startswith("- ") else (line, column)
    return None


def _indentation(scene: _Scene) -> Fault:
    at_start = not scene.text[: scene.column].strip(" -")
    if at_start or "mapping values" in scene.complaint:
        column = len(scene.text) - len(scene.text.lstrip())
        return scene.fault(scene.line, column, "bad_indent")
    return scene.fault(scene.line, scene.column, "yaml_unclear")
