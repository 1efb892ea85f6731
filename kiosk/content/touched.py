"""Finds the lessons and recordings that state a fact which has changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.facts import Fact, Facts
from kiosk.content.file_names import ENDING
from kiosk.content.source import lines_of, read_text, shown_path
from kiosk.content.statements import listed, says, text_of
from kiosk.content.voices import RecordedSentences
from kiosk.domain.lesson import Lesson


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact whose value has changed; `now` is None when it was removed from the list."""

    before: Fact
    now: Fact | None


@dataclass(frozen=True, slots=True)
class Touched:
    """Where a value is stated."""

    lessons: tuple[Lesson, ...]
    places: tuple[str, ...]
    """`file:line` in lesson files."""
    recordings: tuple[str, ...]
    """`language: sentence (speaker)`."""


def changes(before: Facts, now: Facts) -> Iterator[FactChange]:
    """Facts with a different value now; facts are identified by `means`."""
    values = {fact.means: fact for fact in listed(now)}
    for fact in listed(before):
        other = values.get(fact.means)
        if other is None or other.value != fact.value:
            yield FactChange(fact, other)


def touched(
    value: str, lessons: Iterable[Lesson], recorded: Iterable[RecordedSentences]
) -> Touched:
    """Finds every lesson, line and recording that states the value."""
    stating = tuple(each for each in lessons if says(text_of(each), value))
    return Touched(
        stating,
        tuple(place for each in stating for place in _places(each, value)),
        tuple(
            f"{language.language}: {take.text} ({take.speaker})"
            for language in recorded
            for take in language.takes
            if says(take.text, value)
        ),
    )


def _places(lesson: Lesson, value: str) -> Iterator[str]:
    path = Path(lesson.folder) / f"{lesson.id}{ENDING}"
    text = read_text(path)
    for number, line in enumerate(lines_of(text) if isinstance(text, str) else (), start=1):
        if says(line, value):
            yield f"{shown_path(path)}:{number}"
