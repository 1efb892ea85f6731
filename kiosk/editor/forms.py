"""Forms for steps, elements and a lesson's head, generated from the lesson schema.

New kinds of steps and elements get their form automatically: no kind is named here.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from kiosk.authoring.schema import NAME, lesson_schema
from kiosk.content.kinds import steps_by_key
from kiosk.content.tree import Data, KeyPath
from kiosk.content.wording import described
from kiosk.domain.model import Model
from kiosk.domain.phone_make import MAKE_NAMES, OTHER_MAKES
from kiosk.editor.writing import Value
from kiosk.phone import element_kinds

Schema = Mapping[str, Any]
LONG = 81
"""Texts that may be at least this long are edited as sentences, others as labels."""
MEANT = re.compile(r"([^,;:.()]+(?:, [^,;:.()]+)?) \(([a-z][a-z-]*)\)")
"""In a description: the meaning of a keyword, followed by the keyword in parentheses."""
KEY = re.compile(r"(?<!\w)([a-z_]+):")
FOR_FILES = re.compile(r"[`<\[]|\b[a-z]+/[a-z]|\.yaml\b")
"""Marks instructions for writing files, besides a field name with its colon."""
OF_EVERY_HEAD: tuple[KeyPath, ...] = (("icon",), ("remember",))
"""Optional fields of the head that are always offered."""
CLAUSE = re.compile(r"(?<=[,;:.]) ")


class Control(StrEnum):
    """The input control of a field."""

    SENTENCE = "sentence"
    LABEL = "label"
    NAME = "name"
    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"
    """Selection from fixed words."""
    DATE = "date"
    LIST = "list"
    """Items, each of which is a row or a group of rows."""
    GROUP = "group"
    """Rows that belong together."""
    NAMED = "named"
    """Groups, each with a name given by the trainer."""


@dataclass(frozen=True, slots=True)
class FormRow:
    key_path: KeyPath
    """The key path of its value inside the part."""
    control: Control
    title: str
    """Description of the content, in Vietnamese."""
    value: str = ""
    present: bool = False
    """Whether the field exists in the file."""
    required: bool = False
    options: tuple[str, ...] = ()
    depth: int = 0
    longest: int = 0
    """Maximum number of characters; 0 for no limit."""
    low: int = 0
    high: int = 0
    item: bool = False
    """Whether it is an item of a list, which can be moved and removed."""
    offered: bool = False
    """Whether it is shown even when the field does not exist."""
    internal: bool = False
    """Whether it is an identifier used only in the file, which the editor assigns."""

    @property
    def is_wanted(self) -> bool:
        """Whether it is shown without asking for more fields."""
        return not self.internal and (self.present or self.required or self.offered)


@cache
def _whole() -> Schema:
    return lesson_schema()


@cache
def _models(part: str) -> Mapping[str, Schema]:
    """The schema of each kind of step or element, by key field."""
    schema = _whole()["properties"]
    if part == "steps":
        items = schema["steps"]["items"]["anyOf"]
    else:
        items = schema["screens"]["additionalProperties"]["items"]["anyOf"]
    found = (_followed(item) for item in items)
    return {str(each["title"]): each for each in found}


def head_form(data: Mapping[str, Data]) -> tuple[FormRow, ...]:
    """The form of the lesson's head."""
    schema = _whole()
    fields = {
        name: field
        for name, field in schema["properties"].items()
        if name not in ("screens", "steps", "phones")
    }
    rows = _rows({**schema, "properties": fields}, data, (), 0)
    return tuple(replace(row, offered=row.key_path in OF_EVERY_HEAD) for row in rows)


def step_form(key: str, data: Mapping[str, Data]) -> tuple[FormRow, ...]:
    rows = _rows(_models("steps")[key], data, (), 0, order_of("steps", key))
    return _marked(rows, "name", steps_by_key()[key])


def element_form(key: str, data: Mapping[str, Data]) -> tuple[FormRow, ...]:
    rows = _rows(_models("screens")[key], data, (), 0, order_of("screens", key))
    return _marked(rows, key, element_kinds()[key])


def _marked(rows: Iterable[FormRow], name: str, kind: type[Model]) -> tuple[FormRow, ...]:
    """Sets `offered` for the kind's own fields, and `internal` for the part's identifier."""
    own = {kind.model_fields[each].alias or each for each in _own_fields(kind)}
    return tuple(
        replace(
            row,
            offered=row.key_path[0] in own and len(row.key_path) == 1,
            internal=row.key_path == (name,) and row.control is Control.NAME,
        )
        for row in rows
    )


def _own_fields(kind: type[Model]) -> Iterator[str]:
    """The fields that the kind's class itself declares."""
    return (name for name in kind.model_fields if name in vars(kind).get("__annotations__", {}))


def order_of(part: str, key: str) -> tuple[str, ...]:
    """The fields of a kind in the order in which they are written."""
    if part == "head":
        return tuple(_whole()["properties"])
    fields = _models(part)[key]["properties"]
    first: tuple[str, ...] = (key,)
    if part == "steps":
        first = ("say", "name", "screen", key) if "say" in fields else (key, "says", "name")
    return (*first, *(name for name in fields if name not in first))


def kind_title(part: str, key: str) -> str:
    """The title of a kind: the first sentence of its description."""
    return described(str(_models(part)[key]["description"])).split(". ")[0].rstrip(".")


def _rows(
    schema: Schema,
    data: Mapping[str, Data],
    key_path: KeyPath,
    depth: int,
    order: Sequence[str] = (),
) -> Iterator[FormRow]:
    """Required fields first, then existing ones, then the others."""
    required = frozenset(schema.get("required", ()))
    fields: Mapping[str, Schema] = schema["properties"]
    usual = [*(name for name in order if name in fields), *fields]
    names = sorted(dict.fromkeys(usual), key=lambda name: (name not in required, name not in data))
    for name in names:
        yield from _field(
            fields[name], data.get(name), (*key_path, name), depth, required=name in required
        )


def _field(
    field: Schema,
    value: Data,
    key_path: KeyPath,
    depth: int,
    *,
    required: bool = False,
    item: bool = False,
) -> Iterator[FormRow]:
    schema = _branch(field, value)
    title = described(str(field.get("description") or schema.get("description") or ""))
    present = value is not None
    common: dict[str, Any] = {
        "key_path": key_path,
        "title": title_of(title),
        "present": present,
        "required": required,
        "depth": depth,
        "item": item,
    }
    shape = schema.get("type")
    if shape == "array":
        yield FormRow(
            control=Control.LIST,
            **common,
            high=int(schema.get("maxItems", 0)),
            low=int(schema.get("minItems", 0)),
        )
        inner = schema["items"]
        for at, each in enumerate(value if isinstance(value, list) else ()):
            yield from _field(inner, each, (*key_path, at), depth + 1, item=True)
    elif "properties" in schema:
        yield FormRow(control=Control.GROUP, **common)
        if isinstance(value, dict):
            yield from _rows(schema, value, key_path, depth + 1)
    elif shape == "object":
        yield FormRow(control=Control.NAMED, **common)
        inner = _followed(_of_any_name(schema))
        for name, each in (value if isinstance(value, dict) else {}).items():
            part = each if isinstance(each, dict) else {}
            yield FormRow(
                (*key_path, name), Control.GROUP, name, present=True, depth=depth + 1, item=True
            )
            yield from _rows(inner, part, (*key_path, name), depth + 2)
    else:
        text = value if isinstance(value, str) else ""
        yield FormRow(
            control=_control(schema),
            value=text,
            options=_options(key_path, schema),
            **common,
            longest=int(schema.get("maxLength", 0)),
            low=int(schema.get("minimum", 0)),
            high=int(schema.get("maximum", 0)),
        )


def title_of(description: str) -> str:
    """A field's title in a form: its description without instructions for writing files."""
    clauses = CLAUSE.split(re.sub(r" \([a-z][a-z-]*\)", "", description))
    kept = list(itertools.takewhile(lambda each: not is_for_files(each), clauses))
    words = " ".join(kept or clauses).rstrip(".,;:")
    return words.removesuffix(" thì ghi true")  # in the form this is a switch


def is_for_files(words: str) -> bool:
    """Whether the text is an instruction for writing files."""
    named = any(name in _field_names() for name in KEY.findall(words))
    return named or bool(FOR_FILES.search(words))


@cache
def _field_names() -> frozenset[str]:
    """The names of all fields in the schema."""
    schemas = (_whole(), *_whole()["$defs"].values())
    return frozenset(name for each in schemas for name in each.get("properties", {}))


def short_title(description: str) -> str:
    """The first words of the title, short enough to name the field in a sentence."""
    return re.split(r"[,;:.(]", title_of(description))[0]


@cache
def field_titles() -> Mapping[str, str]:
    """The short title of each field, by its name in the file."""
    models = (_models(part) for part in ("screens", "steps"))
    schemas = [each for found in models for each in found.values()]
    titles: dict[str, str] = {}
    for schema in (*schemas, *_whole()["$defs"].values(), _whole()):
        for name, field in schema.get("properties", {}).items():
            words = described(str(field.get("description") or ""))
            if words:
                titles[name] = short_title(words)
    return titles


@cache
def choice_words() -> Mapping[str, str]:
    """The meaning of keywords for choice fields, taken from the field descriptions."""
    titles: dict[str, str] = {str(make): name for make, name in MAKE_NAMES.items()}
    for schema in _whole()["$defs"].values():
        for field in schema.get("properties", {}).values():
            for words, word in MEANT.findall(described(str(field.get("description") or ""))):
                titles[word] = words.strip()[:1].upper() + words.strip()[1:]
    return titles


def _control(schema: Schema) -> Control:
    if "enum" in schema:
        return Control.CHOICE
    if schema.get("format") == "date":
        return Control.DATE
    if schema.get("pattern") == NAME:
        return Control.NAME
    simple = {"boolean": Control.SWITCH, "integer": Control.NUMBER, "number": Control.NUMBER}
    if isinstance(shape := schema.get("type"), str) and shape in simple:
        return simple[shape]
    return Control.SENTENCE if int(schema.get("maxLength", LONG)) >= LONG else Control.LABEL


def _options(key_path: KeyPath, schema: Schema) -> tuple[str, ...]:
    options = tuple(str(word) for word in schema.get("enum", ()))
    return OTHER_MAKES if key_path[-1:] == ("make",) else options


def _branch(field: Schema, value: Data) -> Schema:
    """The schema branch that matches a value, or else the first branch."""
    field = _followed(field)
    if "anyOf" not in field:
        return field
    branches = [_followed(each) for each in field["anyOf"]]
    for branch in branches:
        shape = branch.get("type")
        if (isinstance(value, list) and shape == "array") or (
            isinstance(value, str) and shape not in ("array", "object")
        ):
            return branch
    return branches[0]


def _followed(schema: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    name = str(schema["$ref"]).rsplit("/", 1)[-1]
    return {**_whole()["$defs"][name], **{k: v for k, v in schema.items() if k != "$ref"}}


def _of_any_name(schema: Schema) -> Schema:
    """The schema of the values in a mapping whose keys are names given by the trainer."""
    patterns: Mapping[str, Schema] = schema.get("patternProperties", {})
    found = schema.get("additionalProperties") or next(iter(patterns.values()), schema)
    return found if isinstance(found, Mapping) else schema


def empty_item(part: str, key: str, key_path: KeyPath) -> Value:
    """Initial data of a new list item: placeholder values for its required fields."""
    schema: Schema = _whole() if part == "head" else _models(part)[key]
    for step in key_path:
        schema = _followed(schema)
        if isinstance(step, int):
            schema = _branch(schema, [])["items"]
        elif "properties" in _branch(schema, None):
            schema = _branch(schema, None)["properties"][step]
        else:
            schema = _of_any_name(_branch(schema, None))
    branch = _branch(schema, [])
    inner = _followed(branch.get("items") or _of_any_name(branch))
    return _beginning(inner)


def _beginning(schema: Schema) -> Value:
    schema = _branch(schema, None)
    if "properties" in schema:
        required: Sequence[str] = schema.get("required", ())
        return {name: _beginning(schema["properties"][name]) for name in required}
    if schema.get("type") == "array":
        return [_beginning(schema["items"])]
    control = _control(schema)
    words = described(str(schema.get("description", "")))
    first = re.split(r"[.,:(]", words)[0][:40].strip() or "…"
    beginnings: Mapping[Control, Value] = {
        Control.NAME: "ten",
        Control.NUMBER: int(schema.get("minimum", 1)),
        Control.SWITCH: False,
        Control.CHOICE: str(next(iter(schema.get("enum", ("",))))),
    }
    return beginnings.get(control, first)
