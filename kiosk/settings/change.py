"""Changes to the text of the local settings file, keeping its layout where possible."""

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

import yaml

from kiosk.content.positions import document_of
from kiosk.content.problems import any_error
from kiosk.content.tree import Data

Value: TypeAlias = "str | bool | int | float | tuple[str, ...] | Mapping[str, str] | None"
"""A new value of a field; None removes the field."""
Changes: TypeAlias = "Mapping[str, Mapping[str, Value]]"
"""The new values, by section and field."""

_PLAIN = re.compile(r"[^\W\d_][^\W_]*(?: [^\W_]+)*|\d+(?:\.\d+)?")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_SIMPLE = (None, "'", '"')
_INDENT = "  "
NAME = "local settings"


class UnreadableOverlayError(ValueError):
    """The text is not YAML with sections of fields."""


class _NotEditableInPlaceError(Exception):
    """The YAML is written in a way that cannot be edited in place."""


def sections_of(text: str) -> dict[str, dict[str, Data]]:
    """The fields that a text sets, by section.

    Raises:
        UnreadableOverlayError: the text is not YAML with sections of fields.
    """
    document = document_of(text, NAME)
    data = {} if document.data is None else document.data
    if not document.whole or any_error(document.problems) or not isinstance(data, dict):
        raise UnreadableOverlayError
    sections: dict[str, dict[str, Data]] = {}
    for name, fields in data.items():
        if fields is not None and not isinstance(fields, dict):
            raise UnreadableOverlayError
        sections[name] = fields or {}
    return sections


def changed(text: str, changes: Changes) -> str:
    """Returns the text with the changes; other fields stay, and comments where possible.

    Raises:
        UnreadableOverlayError: the text is not YAML with sections of fields.
    """
    wanted = _written_anew(_merged(sections_of(text), changes))
    try:
        edited = _edited(text, changes)
        if sections_of(edited) == sections_of(wanted):
            return edited
    except (_NotEditableInPlaceError, UnreadableOverlayError, yaml.YAMLError):
        pass
    return wanted


def _merged(sections: dict[str, dict[str, Data]], changes: Changes) -> dict[str, dict[str, object]]:
    merged: dict[str, dict[str, object]] = {name: dict(old) for name, old in sections.items()}
    for section, fields in changes.items():
        into = merged.setdefault(section, {})
        for name, value in fields.items():
            into.pop(name, None)
            if value is not None:
                into[name] = value
    return merged


def _written_anew(sections: Mapping[str, Mapping[str, object]]) -> str:
    lines: list[str] = []
    for name, fields in sections.items():
        lines.append(f"{name}:")
        lines += (f"{_INDENT}{field}: {_as_yaml(value)}" for field, value in fields.items())
    return "".join(f"{line}\n" for line in lines)


def _as_yaml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        inner = (f"{_as_yaml(name)}: {_as_yaml(each)}" for name, each in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_as_yaml(each) for each in value) + "]"
    text = "" if value is None else str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in quoted)


def _edited(text: str, changes: Changes) -> str:
    for section, fields in changes.items():
        for name, value in fields.items():
            text = _with_field(text, section, name, value)
    return text


def _with_field(text: str, section: str, name: str, value: Value) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    found = _pair(root, section)
    if found is None:
        if value is None:
            return text
        begun = text if not text or text.endswith("\n") else f"{text}\n"
        return f"{begun}{section}:\n{_INDENT}{name}: {_as_yaml(value)}\n"
    key, fields = found
    if isinstance(fields, yaml.ScalarNode) and fields.value == "":
        return _after_line(text, key, f"{_INDENT}{name}: {_as_yaml(value)}", value)
    if not isinstance(fields, yaml.MappingNode) or fields.flow_style:
        raise _NotEditableInPlaceError
    pair = _pair(fields, name)
    if pair is None:
        indent = " " * fields.value[0][0].start_mark.column
        return _after_line(text, key, f"{indent}{name}: {_as_yaml(value)}", value)
    return _with_value(text, *pair, value)


def _pair(node: yaml.Node | None, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The key node with this name and its value node; None if there is none."""
    if node is None:
        return None
    if not isinstance(node, yaml.MappingNode):
        raise _NotEditableInPlaceError
    return next((pair for pair in node.value if pair[0].value == name), None)


def _after_line(text: str, key: yaml.Node, line: str, value: Value) -> str:
    """Returns the text with `line` below the line of `key`; unchanged if `value` is None."""
    if value is None:
        return text
    end = _line_end(text, key)
    head = text[:end] if text[:end].endswith("\n") else f"{text[:end]}\n"
    return f"{head}{line}\n{text[end:]}"


def _with_value(text: str, key: yaml.Node, old: yaml.Node, value: Value) -> str:
    on_one_line = old.end_mark.line == key.start_mark.line
    is_simple = isinstance(old, yaml.ScalarNode) and old.style in _SIMPLE
    if not on_one_line or not (is_simple or getattr(old, "flow_style", False)):
        raise _NotEditableInPlaceError
    if value is None:
        start = key.start_mark.index - key.start_mark.column
        return text[:start] + text[_line_end(text, key) :]
    start, end = old.start_mark.index, old.end_mark.index
    space = "" if text[start - 1 : start].isspace() else " "
    return f"{text[:start]}{space}{_as_yaml(value)}{text[end:]}"


def _line_end(text: str, key: yaml.Node) -> int:
    """The index at which the line below the key begins."""
    at = text.find("\n", key.end_mark.index)
    return len(text) if at < 0 else at + 1
