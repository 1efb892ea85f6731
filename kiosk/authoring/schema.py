"""The JSON schema of lesson files, for completion and validation in text editors."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kiosk.authoring.examples import element_example_data, example_data
from kiosk.domain.lesson import MAX_ELEMENTS, MAX_SCREENS, MAX_STEPS, LessonHead
from kiosk.domain.phone_make import OTHER_MAKES
from kiosk.domain.screen import Element
from kiosk.domain.step import Step
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAME = "^[a-z0-9]+(-[a-z0-9]+)*$"
VISIBLE = r"\S"
DAY = r"^\d{4}-\d{2}-\d{2}$"
SCHEMA_FILE = "_lesson.schema.json"
"""The schema's file name in the lessons folder."""
MODELINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""The first line of a lesson, which tells text editors to use the schema beside it."""
Schema = dict[str, Any]


def schema_text() -> str:
    """The schema as the content of a file."""
    return json.dumps(lesson_schema(), ensure_ascii=False, indent=2) + "\n"


def lesson_schema() -> Schema:
    """The JSON schema of a lesson file."""
    steps, elements = step_kinds(), element_kinds()
    models: list[type[BaseModel]] = [LessonHead, *steps.values(), *elements.values()]
    references, definitions = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/$defs/{model}"
    )
    links = {model: references[(model, "validation")] for model in models}
    defs: dict[str, Schema] = {
        name: _tidy(definition) for name, definition in definitions["$defs"].items()
    }
    for definition in defs.values():
        definition.pop("description", None)
    step_snippets = [
        _describe(defs, links[model], model, step_data(kind), example_data(kind)["title"])
        for kind, model in steps.items()
    ]
    element_snippets = [
        _describe(defs, links[model], model, element_data(key), element_example_data(key)["title"])
        for key, model in elements.items()
    ]
    head = defs.pop(_last_part(links[LessonHead]))
    screens = _screens([links[model] for model in elements.values()], element_snippets)
    return {
        "$schema": DIALECT,
        "title": "Bài học | Lesson",
        "type": "object",
        "properties": {
            **head["properties"],
            "screens": screens,
            "phones": _phones(screens),
            "steps": _steps([links[model] for model in steps.values()], step_snippets),
        },
        "required": [*head["required"], "steps"],
        "additionalProperties": False,
        "$defs": defs,
    }


def step_data(kind: str) -> Schema:
    """The step in a kind's example, with numbers and booleans converted."""
    model = step_kinds()[kind]
    return next(_typed(model, data) for data in example_data(kind)["steps"] if model.key in data)


def element_data(key: str) -> Schema:
    """The element in its own example, with numbers and booleans converted."""
    elements = (part for parts in element_example_data(key)["screens"].values() for part in parts)
    return next(_typed(element_kinds()[key], data) for data in elements if next(iter(data)) == key)


def _typed(model: type[BaseModel], data: Mapping[str, Any]) -> Schema:
    made = model.model_validate(data)
    return made.model_dump(
        mode="json", by_alias=True, exclude_unset=True, exclude_computed_fields=True
    )


def _describe(
    defs: dict[str, Schema], link: Schema, model: type[Step | Element], example: Schema, title: str
) -> Schema:
    """Adds title, description and example to a definition; returns a snippet for text editors."""
    english = (model.__doc__ or "").split("\n")[0]
    definition = defs[_last_part(link)]
    definition["title"] = model.key
    definition["description"] = f"{title}. | {english}"
    definition["examples"] = [example]
    return {"label": model.key, "description": title, "body": example}


def _screens(elements: list[Schema], snippets: list[Schema]) -> Schema:
    return {
        "description": "Các màn hình điện thoại. | The phone's screens.",
        "type": "object",
        "propertyNames": {"pattern": NAME},
        "maxProperties": MAX_SCREENS,
        "additionalProperties": {
            "description": "Các mục trên màn hình, từ trên xuống. | What is on it, from the top.",
            "type": "array",
            "maxItems": MAX_ELEMENTS,
            "items": {"anyOf": elements, "defaultSnippets": snippets},
        },
    }


def _steps(steps: list[Schema], snippets: list[Schema]) -> Schema:
    return {
        "description": "Các bước, theo thứ tự. | The steps, in order.",
        "type": "array",
        "minItems": 1,
        "maxItems": MAX_STEPS,
        "items": {"anyOf": steps, "defaultSnippets": snippets},
    }


def _phones(screens: Schema) -> Schema:
    """The variants for other makes; steps in them are only checked when merged, not here."""
    step = {"type": "object"}
    parts = {
        "screens": screens,
        "steps": {
            "description": "Bước thay, theo tên bước. | Steps in place of those of that name.",
            "type": "object",
            "propertyNames": {"pattern": NAME},
            "additionalProperties": {"anyOf": [step, {"type": "array", "items": step}]},
        },
    }
    make = {"type": "object", "properties": parts, "additionalProperties": False}
    return {
        "description": "Điện thoại hãng khác thì khác chỗ nào. | What differs on other makes.",
        "type": "object",
        "properties": dict.fromkeys(OTHER_MAKES, make),
        "additionalProperties": False,
    }


def _tidy(schema: Schema) -> Schema:
    """Adapts pydantic's schema to lesson files.

    Fields are omitted rather than null, and a bare number is accepted as a text.
    """
    tidy: Schema = {}
    for word, value in schema.items():
        if word == "properties":
            tidy[word] = {name: _tidy_field(field) for name, field in value.items()}
        elif word == "items":
            tidy[word] = _tidy(value)
        elif word == "anyOf":
            branches = [_tidy(branch) for branch in value if branch != {"type": "null"}]
            tidy |= branches[0] if len(branches) == 1 else {word: branches}
        elif word != "default" or value is not None:
            tidy[word] = value
    if tidy.get("format") == "date":
        tidy["pattern"] = DAY
    if tidy.get("type") == "string" and not {"enum", "const", "format"} & tidy.keys():
        tidy["type"] = ["string", "integer" if "pattern" in tidy else "number"]
        tidy.setdefault("pattern", VISIBLE)
    return tidy


def _tidy_field(field: Schema) -> Schema:
    return {word: value for word, value in _tidy(field).items() if word != "title"}


def _last_part(link: Schema) -> str:
    return str(link["$ref"]).rsplit("/", 1)[-1]
