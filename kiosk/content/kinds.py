"""Determines the kind of a step or element by its key field."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from kiosk.content.near import near_matches
from kiosk.content.positions import Document
from kiosk.content.problems import Problem
from kiosk.content.tree import Data, KeyPath
from kiosk.domain.screen import Element
from kiosk.domain.step import Step
from kiosk.phone import element_kinds
from kiosk.steps import step_kinds

K = TypeVar("K", Step, Element)


@cache
def steps_by_key() -> Mapping[str, type[Step]]:
    """The class of each kind of step, by its key field."""
    return {kind.key: kind for kind in step_kinds().values()}


def kind_of_part(
    document: Document, key_path: KeyPath, data: Mapping[str, Data], kinds: Mapping[str, type[K]]
) -> type[K] | Problem:
    """Determines the class of a part.

    The key of one kind may be a field of another (a message has a `button`): the kind that has all
    of these keys as fields is chosen.
    """
    present = [key for key in data if key in kinds]
    fitting = [kinds[key] for key in present if _knows_all(kinds[key], present)]
    if fitting:
        return fitting[0]
    sort = "step" if "say" in kinds else "element"
    if present:
        first, second = _clashing(kinds, present)
        return document.problem_of_key(
            (*key_path, second),
            "two_kinds",
            where=f"{sort}:",
            first=first,
            second=second,
        )
    for key in data:
        known = any(_knows_all(kind, [key]) for kind in kinds.values())
        if not known and (near := near_matches(key, kinds)):
            return document.problem_of_key(
                (*key_path, key),
                "field_unknown",
                where=f"{sort}:",
                name=key,
                near="|".join(near),
            )
    return document.problem(key_path, f"{sort}_without_kind", kinds=", ".join(kinds))


def drawn_elements(step: Step) -> tuple[Element, ...]:
    """The phone elements that a step adds itself."""
    return tuple(_made(fields) for fields in step.drawn())


def _made(fields: Mapping[str, object]) -> Element:
    kinds = element_kinds()
    kind = next(kinds[key] for key in fields if key in kinds)
    return kind.model_validate(fields)


def _clashing(kinds: Mapping[str, type[K]], present: list[str]) -> tuple[str, str]:
    """The first two keys that are not merely a field of another kind present."""
    others = {key: [kinds[other] for other in present if other != key] for key in present}
    own = [key for key in present if not any(_knows_all(kind, [key]) for kind in others[key])]
    first, second = (own if len(own) > 1 else present)[:2]
    return first, second


def _knows_all(kind: type[Step] | type[Element], keys: list[str]) -> bool:
    fields = {field.alias or name for name, field in kind.model_fields.items()}
    return fields.issuperset(keys)
