"""The fields of a step, an element or a lesson's head, as a form made from the kind's own schema.

A kind that is added to the kiosk has its form by that: nothing here knows any kind by name.
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
from kiosk.content.tree import Data, Trail
from kiosk.content.wording import described
from kiosk.domain.model import Model
from kiosk.domain.phone_make import MAKE_NAMES, OTHER_MAKES
from kiosk.editor.writing import Value
from kiosk.phone import element_kinds

Schema = Mapping[str, Any]
LONG = 81
"""Texts that may have so many letters are sentences for the learner."""
MEANT = re.compile(r"([^,;:.()]+(?:, [^,;:.()]+)?) \(([a-z][a-z-]*)\)")
"""In a description: what a word of the file means, and that word."""
KEY = re.compile(r"(?<!\w)([a-z_]+):")
FOR_FILES = re.compile(r"[`<\[]|\b[a-z]+/[a-z]|\.yaml\b")
"""What tells how to write a thing in a file, besides the name of a field with its colon."""
OF_EVERY_HEAD: tuple[Trail, ...] = (("icon",), ("remember",))
"""What a lesson may do without, and should not."""
CLAUSE = re.compile(r"(?<=[,;:.]) ")


class Control(StrEnum):
    """How a value is given."""

    SENTENCE = "sentence"
    LABEL = "label"
    NAME = "name"
    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"
    """One of some words."""
    DATE = "date"
    LIST = "list"
    """Items, each of which is a row of its own, or a group of them."""
    GROUP = "group"
    """Rows that belong together."""
    NAMED = "named"
    """Groups of which each has a name that the trainer gives."""


@dataclass(frozen=True, slots=True)
class FormRow:
    trail: Trail
    """Where its value stands in the part."""
    control: Control
    title: str
    """What belongs there, in Vietnamese."""
    value: str = ""
    present: bool = False
    """Whether anything is written there."""
    required: bool = False
    options: tuple[str, ...] = ()
    depth: int = 0
    longest: int = 0
    """How many letters it may have; 0 where that is not counted."""
    low: int = 0
    high: int = 0
    item: bool = False
    """Whether it is an item of a list, which can be moved and taken out."""
    offered: bool = False
    """Whether it is shown also where nothing is written."""
    internal: bool = False
    """Whether it is a name for the file alone, which the editor gives by itself."""

    @property
    def is_wanted(self) -> bool:
        """Whether a trainer needs to see it without asking for more."""
        return not self.internal and (self.present or self.required or self.offered)


@cache
def _whole() -> Schema:
    return lesson_schema()


@cache
def _models(part: str) -> Mapping[str, Schema]:
    """The definition of each kind of step or element, by its key."""
    schema = _whole()["properties"]
    if part == "steps":
        items = schema["steps"]["items"]["anyOf"]
    else:
        items = schema["screens"]["additionalProperties"]["items"]["anyOf"]
    found = (_followed(item) for item in items)
    return {str(each["title"]): each for each in found}


def head_form(data: Mapping[str, Data]) -> tuple[FormRow, ...]:
    """The form of everything of a lesson but its screens and steps."""
    schema = _whole()
    fields = {
        name: field
        for name, field in schema["properties"].items()
        if name not in ("screens", "steps", "phones")
    }
    rows = _rows({**schema, "properties": fields}, data, (), 0)
    return tuple(replace(row, offered=row.trail in OF_EVERY_HEAD) for row in rows)


def step_form(key: str, data: Mapping[str, Data]) -> tuple[FormRow, ...]:
    rows = _rows(_models("steps")[key], data, (), 0, order_of("steps", key))
    return _marked(rows, "name", steps_by_key()[key])


def element_form(key: str, data: Mapping[str, Data]) -> tuple[FormRow, ...]:
    rows = _rows(_models("screens")[key], data, (), 0, order_of("screens", key))
    return _marked(rows, key, element_kinds()[key])


def _marked(rows: Iterable[FormRow], name: str, kind: type[Model]) -> tuple[FormRow, ...]:
    """The rows, with what is the kind's own, and the name by which others find this part."""
    own = {kind.model_fields[each].alias or each for each in _own_fields(kind)}
    return tuple(
        replace(
            row,
            offered=row.trail[0] in own and len(row.trail) == 1,
            internal=row.trail == (name,) and row.control is Control.NAME,
        )
        for row in rows
    )


def _own_fields(kind: type[Model]) -> Iterator[str]:
    """The fields that the kind itself declares, and shares with no other."""
    return (name for name in kind.model_fields if name in vars(kind).get("__annotations__", {}))


def order_of(part: str, key: str) -> tuple[str, ...]:
    """The fields of a kind in their usual order, for where a new one is written."""
    if part == "head":
        return tuple(_whole()["properties"])
    fields = _models(part)[key]["properties"]
    first: tuple[str, ...] = (key,)
    if part == "steps":
        first = ("say", "name", "screen", key) if "say" in fields else (key, "says", "name")
    return (*first, *(name for name in fields if name not in first))


def kind_title(part: str, key: str) -> str:
    """What a kind is called: the first sentence of its description."""
    return described(str(_models(part)[key]["description"])).split(". ")[0].rstrip(".")


def _rows(
    schema: Schema,
    data: Mapping[str, Data],
    trail: Trail,
    depth: int,
    order: Sequence[str] = (),
) -> Iterator[FormRow]:
    """What must be there first, then what is there, then what may be."""
    required = frozenset(schema.get("required", ()))
    fields: Mapping[str, Schema] = schema["properties"]
    usual = [*(name for name in order if name in fields), *fields]
    names = sorted(dict.fromkeys(usual), key=lambda name: (name not in required, name not in data))
    for name in names:
        yield from _field(
            fields[name], data.get(name), (*trail, name), depth, required=name in required
        )


def _field(
    field: Schema,
    value: Data,
    trail: Trail,
    depth: int,
    *,
    required: bool = False,
    item: bool = False,
) -> Iterator[FormRow]:
    schema = _branch(field, value)
    title = described(str(field.get("description") or schema.get("description") or ""))
    present = value is not None
    common: dict[str, Any] = {
        "trail": trail,
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
            yield from _field(inner, each, (*trail, at), depth + 1, item=True)
    elif "properties" in schema:
        yield FormRow(control=Control.GROUP, **common)
        if isinstance(value, dict):
            yield from _rows(schema, value, trail, depth + 1)
    elif shape == "object":
        yield FormRow(control=Control.NAMED, **common)
        inner = _followed(_of_any_name(schema))
        for name, each in (value if isinstance(value, dict) else {}).items():
            part = each if isinstance(each, dict) else {}
            yield FormRow(
                (*trail, name), Control.GROUP, name, present=True, depth=depth + 1, item=True
            )
            yield from _rows(inner, part, (*trail, name), depth + 2)
    else:
        text = value if isinstance(value, str) else ""
        yield FormRow(
            control=_control(schema),
            value=text,
            options=_options(trail, schema),
            **common,
            longest=int(schema.get("maxLength", 0)),
            low=int(schema.get("minimum", 0)),
            high=int(schema.get("maximum", 0)),
        )


def title_of(description: str) -> str:
    """What a form says of a field: its description, without how it is written in a file."""
    clauses = CLAUSE.split(re.sub(r" \([a-z][a-z-]*\)", "", description))
    kept = list(itertools.takewhile(lambda each: not is_for_files(each), clauses))
    words = " ".join(kept or clauses).rstrip(".,;:")
    return words.removesuffix(" thì ghi true")  # in the form one touches it


def is_for_files(words: str) -> bool:
    """Whether they tell how a thing is written in a file."""
    named = any(name in _field_names() for name in KEY.findall(words))
    return named or bool(FOR_FILES.search(words))


@cache
def _field_names() -> frozenset[str]:
    """The names of all fields, as they stand in a file."""
    schemas = (_whole(), *_whole()["$defs"].values())
    return frozenset(name for each in schemas for name in each.get("properties", {}))


def short_title(description: str) -> str:
    """The first words of that, by which a sentence can name the field."""
    return re.split(r"[,;:.(]", title_of(description))[0]


@cache
def field_titles() -> Mapping[str, str]:
    """What a form calls each field that a step or the head may have, by its name in the file."""
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
    """What the words mean that fields let one choose from, as their descriptions tell."""
    told: dict[str, str] = {str(make): name for make, name in MAKE_NAMES.items()}
    for schema in _whole()["$defs"].values():
        for field in schema.get("properties", {}).values():
            for words, word in MEANT.findall(described(str(field.get("description") or ""))):
                told[word] = words.strip()[:1].upper() + words.strip()[1:]
    return told


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


def _options(trail: Trail, schema: Schema) -> tuple[str, ...]:
    options = tuple(str(word) for word in schema.get("enum", ()))
    return OTHER_MAKES if trail[-1:] == ("make",) else options


def _branch(field: Schema, value: Data) -> Schema:
    """The shape that a value has, where it may have several; else the richest of them."""
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
    """The shape of the values in a mapping whose keys are names that the trainer gives."""
    patterns: Mapping[str, Schema] = schema.get("patternProperties", {})
    found = schema.get("additionalProperties") or next(iter(patterns.values()), schema)
    return found if isinstance(found, Mapping) else schema


def empty_item(part: str, key: str, trail: Trail) -> Value:
    """What a new item of a list begins with: the words that its fields ask for."""
    schema: Schema = _whole() if part == "head" else _models(part)[key]
    for step in trail:
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
