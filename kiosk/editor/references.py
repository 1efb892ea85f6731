"""Determines which fields of a kind refer to a screen, target, step, icon or picture.

The kind's own `references` is called for its example with a name in every identifier field.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError

from kiosk.authoring.schema import NAME, element_data, lesson_schema, step_data
from kiosk.content.kinds import steps_by_key
from kiosk.content.tree import Data, KeyPath
from kiosk.domain.screen import NAVIGATION
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

ANY = "*"
"""Wildcard for the index of an item."""
PROBE = "ten"
CALL_KEYS = ("decline", "answer")
"""The targets of a ringing phone, used before any answer names them."""


@cache
def reference_sorts(part: str, key: str) -> Mapping[KeyPath, str]:
    """What fields refer to: target, step, trouble, picture, icon, number or screen."""
    if part == "head":
        return {("icon",): "icon", ("number",): "number"}
    if part == "steps":
        kind = next(name for name, each in step_kinds().items() if each.key == key)
        model: Any = steps_by_key()[key]
        example = step_data(kind)
    else:
        model, example = element_kinds()[key], element_data(key)
    found: dict[KeyPath, str] = {}
    if "screen" in model.model_fields:
        found["screen",] = "screen"
    for data in (_filled(example, model), example):
        try:
            made = model.model_validate(data)
        except ValidationError:
            continue
        return {**found, **{_general(each.at): each.sort for each in made.references()}}
    return found


def sort_of(part: str, key: str, key_path: KeyPath) -> str:
    """What the field at a key path refers to; empty when it is no reference."""
    return reference_sorts(part, key).get(_general(key_path), "")


def target_field(key: str) -> KeyPath | None:
    """The field of a kind of step that names its single target; None when there is none."""
    sorts = reference_sorts("steps", key)
    fields = (
        key_path for key_path, sort in sorts.items() if sort == "target" and ANY not in key_path
    )
    return next(fields, None)


def touchable(screen: Data) -> Iterator[str]:
    """The targets on a screen, including those of invalid elements."""
    for data in screen if isinstance(screen, list) else ():
        if not isinstance(data, dict):
            continue
        key = next((each for each in data if each in element_kinds()), None)
        if key is None:
            continue
        try:
            yield from element_kinds()[key].model_validate(data).targets
        except ValidationError:
            value = data[key]
            if element_kinds()[key].touchable and isinstance(value, str):
                yield value


def step_targets(lesson: Data, step: Data) -> tuple[str, ...]:
    """The targets available at a step, on the phone screen that it shows."""
    if not isinstance(lesson, dict) or not isinstance(step, dict):
        return NAVIGATION
    key = next((each for each in step if each in steps_by_key()), "")
    if key:
        try:
            drawn_elements = steps_by_key()[key].model_validate(step).drawn()
        except ValidationError:
            drawn_elements = ()
        if drawn_elements:
            drawn: Any = [dict(each) for each in drawn_elements]
            return tuple(touchable(drawn)) or CALL_KEYS
    screens = lesson.get("screens")
    name = step.get("screen")
    own = screens.get(name) if isinstance(screens, dict) and isinstance(name, str) else None
    return (*dict.fromkeys(touchable(own)), *NAVIGATION)


def _general(key_path: KeyPath) -> KeyPath:
    return tuple(ANY if isinstance(step, int) else step for step in key_path)


def _filled(example: Mapping[str, Any], model: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """The example with a name in every identifier field."""
    defs = lesson_schema()["$defs"]
    schema = next(each for name, each in defs.items() if name == model.__name__)
    return dict(_with_names(example, schema, defs))


def _with_names(data: Any, schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:  # noqa: ANN401
    if "$ref" in schema:
        schema = defs[str(schema["$ref"]).rsplit("/", 1)[-1]]
    if isinstance(data, list):
        inner = schema.get("items", {})
        return [_with_names(each, inner, defs) for each in data]
    if not isinstance(data, dict) or "properties" not in schema:
        return data
    filled = {
        name: _with_names(each, schema["properties"].get(name, {}), defs)
        for name, each in data.items()
    }
    for name, field in schema["properties"].items():
        if name in filled:
            continue
        if field.get("pattern") == NAME:
            filled[name] = PROBE
        elif field.get("type") == "array" and field.get("items", {}).get("pattern") == NAME:
            filled[name] = [PROBE]
    return filled
