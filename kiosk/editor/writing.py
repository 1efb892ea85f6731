"""Writes values as YAML that parses to the same value, quoted only where necessary."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from kiosk.content.lookalikes import mended
from kiosk.content.positions import document_of
from kiosk.content.tree import Data

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value]"
"""A value to write; never None."""
Wanted: TypeAlias = "Value | None"
"""The wanted value of a field; None removes the field."""
INDENT = 2
RISKY_START = frozenset("-?:,[]{}#&*!|>'\"%@`~=“”‘’„«»")
RISKY_INSIDE = re.compile(r": |:$| #|[\n\r\t\x85\u2028\u2029]")
RISKY_IN_FLOW = re.compile(r"[,\[\]{}:]")
OTHER_TYPE = re.compile(
    r"(?:true|false|yes|no|on|off|y|n|null|[-+]?[0-9][0-9_.,:eExXoOa-fA-F+-]*|\.(?:inf|nan))",
    re.IGNORECASE,
)
"""Texts that other YAML parsers read as a boolean, number, date or null."""


def read_back(value: Value) -> Data:
    """The data that the lesson reader gets for a written value: every scalar is a text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int):
        return as_read(str(value))
    if isinstance(value, Mapping):
        return {key: read_back(each) for key, each in value.items()}
    return [read_back(each) for each in value]


def scalar(value: str | int | bool, style: str = "", *, flow: bool = False) -> str:  # noqa: FBT001
    """A scalar on one line, with the same kind of quotes as before if it had any."""
    if not isinstance(value, str):
        return str(read_back(value))
    value = as_read(value)
    if style == "'" and not re.search(r"[\n\r\x85\u2028\u2029]", value):
        return single_quoted(value)
    if style == '"':
        return double_quoted(value)
    if is_plain(value, flow=flow):
        return value
    return (
        double_quoted(value)
        if re.search(r"[\n\r\t\x85\u2028\u2029]", value)
        else (single_quoted(value))
    )


def as_read(value: str) -> str:
    """The text as the lesson reader gets it, with look-alike characters replaced."""
    value = unicodedata.normalize("NFC", value)
    line = f"x: {double_quoted(value)}"
    if mended(line, "")[0] == line:
        return value
    data = document_of(line, "").data
    meant = data.get("x") if isinstance(data, dict) else None
    return meant if isinstance(meant, str) else value


def single_quoted(value: str) -> str:
    """The text in single quotes, with single quotes doubled."""
    return "'" + value.replace("'", "''") + "'"


def double_quoted(value: str) -> str:
    """The text in double quotes, with special characters escaped."""
    return (
        json.dumps(value, ensure_ascii=False)
        .replace("\x85", "\\N")
        .replace("\u2028", "\\L")
        .replace("\u2029", "\\P")
    )


def is_plain(value: str, *, flow: bool) -> bool:
    """Whether the text can be written without quotes."""
    if not value or value != value.strip() or value[0] in RISKY_START:
        return False
    if RISKY_INSIDE.search(value) or (flow and RISKY_IN_FLOW.search(value)):
        return False
    if OTHER_TYPE.fullmatch(value) is not None:
        return False
    # The text must not start with a character that the reader would replace as a look-alike.
    line = f"- x: {value}\n- {value}\n"
    return mended(line, "")[0] == line


def flow_text(value: Value) -> str:
    """A value on one line, in brackets if it has parts."""
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)}: {flow_text(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, str | int):
        return scalar(value, flow=True)
    return "[" + ", ".join(flow_text(each) for each in value) + "]"


def block_lines(value: Value, indent: int) -> list[str]:
    """The lines of a non-empty mapping or list, with that indentation."""
    space = " " * indent
    if isinstance(value, Mapping):
        lines: list[str] = []
        for key, each in value.items():
            lines += pair_lines(key, each, indent)
        return lines
    assert not isinstance(value, str | int)
    lines = []
    for each in value:
        lines += item_lines(each, indent)
    return lines or [f"{space}[]"]


def pair_lines(key: str, value: Value, indent: int) -> list[str]:
    """The lines of a key with its value."""
    head = f"{' ' * indent}{_key(key)}:"
    if has_parts(value):
        return [head, *block_lines(value, indent + INDENT)]
    return [f"{head} {flow_text(value) if not isinstance(value, str | int) else scalar(value)}"]


def item_lines(value: Value, indent: int) -> list[str]:
    head = f"{' ' * indent}- "
    if has_parts(value):
        first, *rest = block_lines(value, indent + INDENT)
        return [head + first.lstrip(" "), *rest]
    return [head + (flow_text(value) if not isinstance(value, str | int) else scalar(value))]


def has_parts(value: Value) -> bool:
    """Whether it is a non-empty mapping or list."""
    return not isinstance(value, str | int) and len(value) > 0


def _key(key: str) -> str:
    return key if is_plain(key, flow=True) else single_quoted(key)
