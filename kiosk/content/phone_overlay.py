"""Applies a lesson's variant for one make of phone to its common content.

Below `phones: <make>:` a file has `screens:` and `steps:` by name. A screen there replaces the
one of that name, or is added. A step there replaces fields of the step of that name; a list of
steps replaces the step. Everything else stays. The result is an ordinary document in which every
part keeps its position in the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from kiosk.content.kinds import steps_by_key
from kiosk.content.near import near_matches
from kiosk.content.positions import Document
from kiosk.content.problems import Problem
from kiosk.content.tree import Data, KeyPath
from kiosk.domain.phone_make import OTHER_MAKES, Make
from kiosk.domain.step import Step

PHONES = "phones"
PARTS = ("screens", "steps")

V = TypeVar("V")


def makes_of(document: Document) -> tuple[Make, ...]:
    """The makes for which the file has a variant."""
    return tuple(make for make in OTHER_MAKES if isinstance(document.at((PHONES, make)), dict))


def check_overlays(document: Document) -> Iterator[Problem]:
    """Problems with the names below `phones:`."""
    phones = document.at((PHONES,))
    if phones is None:
        return
    if not isinstance(phones, dict):
        yield document.problem((PHONES,), "must_be_fields", name=PHONES, where="lesson:")
        return
    for make, parts in phones.items():
        key_path: KeyPath = (PHONES, make)
        if make not in OTHER_MAKES:
            yield _unknown(document, key_path, make, tuple(OTHER_MAKES))
        elif not isinstance(parts, dict):
            yield document.problem(key_path, "must_be_fields", name=make, where="lesson:")
        else:
            yield from _check_parts(document, key_path, parts)


def _check_parts(
    document: Document, key_path: KeyPath, parts: Mapping[str, Data]
) -> Iterator[Problem]:
    for name, part in parts.items():
        at: KeyPath = (*key_path, name)
        if name not in PARTS:
            yield _unknown(document, at, name, PARTS)
        elif part is not None and not isinstance(part, dict):
            yield document.problem(at, "must_be_fields", name=name, where="lesson:")
    steps = parts.get("steps")
    known = tuple(_names_of_steps(document))
    for name in steps if isinstance(steps, dict) else ():
        if name not in known:
            near = "|".join(near_matches(name, known))
            at = (*key_path, "steps", name)
            yield document.problem_of_key(at, "goto_nowhere", name=name, near=near)


def _unknown(document: Document, key_path: KeyPath, name: str, known: tuple[str, ...]) -> Problem:
    near = "|".join(near_matches(name, known)) or "|".join(known)
    return document.problem_of_key(key_path, "field_unknown", where="lesson:", name=name, near=near)


def _names_of_steps(document: Document) -> Iterator[str]:
    steps = document.at(("steps",))
    for step in steps if isinstance(steps, list) else ():
        name = step.get("name") if isinstance(step, dict) else None
        if isinstance(name, str):
            yield name


def overlay_screens(document: Document, make: Make) -> tuple[str, ...]:
    """The names of the screens that the file defines for this make."""
    screens = document.at((PHONES, make, "screens"))
    return tuple(screens) if isinstance(screens, dict) else ()


def document_for(document: Document, make: Make) -> Document:
    if not isinstance(document.data, dict) or not isinstance(document.at((PHONES, make)), dict):
        return document
    return _Overlay(document, make).document()


class _Overlay:
    """Merges the variant into a document and records where each part came from."""

    def __init__(self, document: Document, make: Make) -> None:
        self._base = document
        self._root: KeyPath = (PHONES, make)
        self._screens = overlay_screens(document, make)
        self._sources: dict[KeyPath, KeyPath] = {}
        """Maps the key path of a merged step or field to its key path in the file."""

    def document(self) -> Document:
        data = self._base.data
        if not isinstance(data, dict):
            return self._base
        merged = {name: part for name, part in data.items() if name != PHONES}
        screens = data.get("screens")
        if self._screens:
            own = self._base.at((*self._root, "screens"))
            old = screens if isinstance(screens, dict) else {}
            merged["screens"] = {**old, **(own if isinstance(own, dict) else {})}
        steps = data.get("steps")
        if isinstance(steps, list):
            merged["steps"] = self._steps(steps)
        return replace(
            self._base,
            data=merged,
            keys=self._moved(self._base.keys),
            values=self._moved(self._base.values),
            empties=frozenset(self._moved(dict.fromkeys(self._base.empties, True))),
            reported=frozenset(self._moved(dict.fromkeys(self._base.reported, True))),
        )

    def _steps(self, steps: list[Data]) -> list[Data]:
        merged: list[Data] = []
        for at, step in enumerate(steps):
            name = step.get("name") if isinstance(step, dict) else None
            key_path: KeyPath = (*self._root, "steps", str(name))
            own = self._base.at(key_path) if isinstance(name, str) else None
            if isinstance(step, dict) and isinstance(own, dict):
                merged.append(self._one_step(len(merged), at, step, key_path, own))
            elif isinstance(step, dict) and isinstance(own, list) and own:
                for number, each in enumerate(own):
                    fields = each if isinstance(each, dict) else {}
                    kept = {"name": name} if number == 0 and "name" not in fields else {}
                    self._sources["steps", len(merged)] = (*key_path, number)
                    merged.append({**kept, **fields})
            else:
                self._sources["steps", len(merged)] = ("steps", at)
                merged.append(step)
        return merged

    def _one_step(
        self,
        place: int,
        at: int,
        step: Mapping[str, Data],
        key_path: KeyPath,
        own: Mapping[str, Data],
    ) -> dict[str, Data]:
        """Replaces fields of a step; if its kind changes, only fields of every step remain."""
        kinds = steps_by_key()
        other = next((kinds[key] for key in own if key in kinds and key not in step), None)
        known = set(Step.model_fields) | {"say"} if other else set(step)
        self._sources["steps", place] = ("steps", at)
        for name in own:
            self._sources["steps", place, name] = (*key_path, name)
        return {**{name: value for name, value in step.items() if name in known}, **own}

    def _moved(self, marks: Mapping[KeyPath, V]) -> dict[KeyPath, V]:
        """Maps marks from key paths in the file to key paths in the merged document."""
        places: dict[KeyPath, list[KeyPath]] = {}
        for place, source in self._sources.items():
            places.setdefault(source, []).append(place)
        moved: dict[KeyPath, V] = {}
        for key_path, mark in marks.items():
            for place in self._places_of(key_path, places):
                moved[place] = mark
        return moved

    def _places_of(
        self, key_path: KeyPath, places: Mapping[KeyPath, list[KeyPath]]
    ) -> Iterator[KeyPath]:
        root = (*self._root, "screens")
        if key_path[: len(root)] == root:
            yield ("screens", *key_path[len(root) :])
        elif key_path[:1] == ("screens",) and len(key_path) > 1 and key_path[1] in self._screens:
            return
        elif key_path[:1] in (("steps",), (PHONES,)):
            yield from _places_of_step(key_path, places)
            if key_path == ("steps",):
                yield key_path
        else:
            yield key_path


def _places_of_step(
    key_path: KeyPath, places: Mapping[KeyPath, list[KeyPath]]
) -> Iterator[KeyPath]:
    for length in range(len(key_path), 1, -1):
        if found := places.get(key_path[:length]):
            for place in found:
                replaced = length == 2 and key_path[:1] == ("steps",)
                field: KeyPath = (*place, *key_path[length : length + 1])
                taken = replaced and len(key_path) > length and _is_taken(field, places)
                if not taken:
                    yield (*place, *key_path[length:])
            return


def _is_taken(field: KeyPath, places: Mapping[KeyPath, list[KeyPath]]) -> bool:
    """Whether a part from another source has this key path."""
    return any(field in found for found in places.values())
