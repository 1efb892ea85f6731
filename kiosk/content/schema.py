"""The JSON schema of a lesson, for editors that complete and check while one types."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kiosk.content.examples import example_data
from kiosk.domain.lesson import LessonHead
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAME = "^[a-z0-9]+(-[a-z0-9]+)*$"
Schema = dict[str, Any]


def lesson_schema() -> Schema:
    """What may stand in a lesson file."""
    steps, elements = step_kinds(), element_kinds()
    models: list[type[BaseModel]] = [LessonHead, *steps.values(), *elements.values()]
    references, definitions = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/$defs/{model}"
    )
    links = {model: references[(model, "validation")] for model in models}
    defs: dict[str, Schema] = definitions["$defs"]
    for kind, model in steps.items():
        _name_of(links[model], defs)["examples"] = example_data(kind)["steps"]
    head = defs.pop(_last_part(links[LessonHead]))
    return {
        "$schema": DIALECT,
        "title": "Bài học | Lesson",
        "type": "object",
        "properties": {**head["properties"], **_parts(links, steps, elements)},
        "required": [*head["required"], "steps"],
        "additionalProperties": False,
        "$defs": defs,
    }


def _parts(links: dict[type[BaseModel], Schema], steps: Any, elements: Any) -> Schema:  # noqa: ANN401
    return {
        "screens": {
            "description": "Các màn hình điện thoại. | The phone's screens.",
            "type": "object",
            "propertyNames": {"pattern": NAME},
            "additionalProperties": {
                "type": "array",
                "items": {"anyOf": [links[model] for model in elements.values()]},
            },
        },
        "steps": {
            "description": "Các bước, theo thứ tự. | The steps, in order.",
            "type": "array",
            "minItems": 1,
            "items": {"anyOf": [links[model] for model in steps.values()]},
        },
    }


def _name_of(link: Schema, defs: dict[str, Schema]) -> Schema:
    return defs[_last_part(link)]


def _last_part(link: Schema) -> str:
    return str(link["$ref"]).rsplit("/", 1)[-1]
