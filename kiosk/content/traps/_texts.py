"""The texts of a lesson with position, speaker and spoken form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from pydantic import BaseModel

from kiosk.content.tree import KeyPath
from kiosk.domain.lesson import Lesson, LessonHead

NOT_TEXTS = frozenset(
    {"name", "screen", "tap", "then", "into", "goto", "group", "ways", "on", "icon", "picture"}
    | {"troubles"}
)
"""Fields of steps and elements with identifiers instead of texts."""
OTHERS = frozenset({"says", "arrives", "parts", "message", "call"})
"""Fields of steps with the words of another speaker in an exercise: a caller, a scammer."""


class Source(StrEnum):
    """Who says a text."""

    GUIDE = "guide"
    """The kiosk: shown and spoken."""
    OTHER = "other"
    """Another speaker in an exercise."""
    PHONE = "phone"
    """Labels on the simulated phone."""
    CODE = "code"
    """Content of a QR code."""


@dataclass(frozen=True, slots=True)
class StatedText:
    text: str
    key_path: KeyPath
    source: Source
    speak: str = ""
    """The spoken form, if the author gave one."""


class _SameLesson:
    """A cache key for a lesson, which is not hashable: equal only to the identical object."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameLesson) and self.lesson is other.lesson

    def __hash__(self) -> int:
        return id(self.lesson)


def texts_of(lesson: Lesson) -> Sequence[StatedText]:
    """Every text that is shown or spoken, except the text that the learner types.

    The result for the last lesson is cached, because every check calls this.
    """
    return _texts_of(_SameLesson(lesson))


@lru_cache(maxsize=1)
def _texts_of(same: _SameLesson) -> Sequence[StatedText]:
    return tuple(_gathered(same.lesson))


def _in_head(head: LessonHead) -> Iterator[StatedText]:
    yield StatedText(head.title, ("title",), Source.GUIDE)
    if head.series:
        yield StatedText(head.series.title, ("series", "title"), Source.GUIDE)
    yield StatedText(head.goal, ("goal",), Source.GUIDE)
    for at, text in enumerate(head.remember):
        yield StatedText(text, ("remember", at), Source.GUIDE)
    if head.closing:
        yield StatedText(head.closing, ("closing",), Source.GUIDE)
    if head.procedure:
        yield from _below(head.procedure, ("procedure",), Source.GUIDE)
    for name, trouble in head.troubles.items():
        yield from _below(trouble, ("troubles", name), Source.GUIDE)


def _gathered(lesson: Lesson) -> Iterator[StatedText]:
    yield from _in_head(lesson.head)
    for at, step in enumerate(lesson.steps):
        for found in _fields(step, ("steps", at), Source.GUIDE):
            is_line = found.text == step.line.text
            yield replace(found, speak=step.speak or "") if is_line else found
    for name, screen in lesson.screens.items():
        if not name.startswith("_"):
            for at, element in enumerate(screen.elements):
                yield from _below(element, ("screens", name, at), Source.PHONE)


def _fields(model: BaseModel, key_path: KeyPath, source: Source) -> Iterator[StatedText]:
    """The texts of a step; fields listed in `OTHERS` belong to another speaker."""
    for name, value in model:
        alias = type(model).model_fields[name].alias or name
        if name in {"speak", "type", "note_for_staff"} or alias in NOT_TEXTS:
            continue
        whose = Source.OTHER if name in OTHERS else source
        yield from _value(value, (*key_path, alias), Source.CODE if name == "qr" else whose)


def _below(model: BaseModel, key_path: KeyPath, source: Source) -> Iterator[StatedText]:
    key = getattr(model, "key", "")
    for name, value in model:
        alias = type(model).model_fields[name].alias or name
        is_target = alias == key and getattr(model, "touchable", False)
        if is_target or alias in NOT_TEXTS:
            continue
        whose = {"code": Source.CODE, "wrong": Source.GUIDE}.get(alias, source)
        yield from _value(value, (*key_path, alias), whose)


def _value(value: object, key_path: KeyPath, source: Source) -> Iterator[StatedText]:
    if isinstance(value, str):
        yield StatedText(value, key_path, source)
    elif isinstance(value, BaseModel):
        yield from _below(value, key_path, source)
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from _value(each, (*key_path, at), source)
