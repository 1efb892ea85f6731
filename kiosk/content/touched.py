"""What a changed fact touches: the lessons, sheets and recordings that state it."""

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
    """A fact that has another value now; None where it is not listed any more."""

    before: Fact
    now: Fact | None


@dataclass(frozen=True, slots=True)
class Touched:
    """Where a value is stated."""

    lessons: tuple[Lesson, ...]
    places: tuple[str, ...]
    """`file:line`, of the lessons."""
    recordings: tuple[str, ...]
    """`language: sentence (speaker)`."""


def changes(before: Facts, now: Facts) -> Iterator[FactChange]:
    """The facts whose value is another one now, by what they mean."""
    values = {fact.means: fact for fact in listed(now)}
    for fact in listed(before):
        other = values.get(fact.means)
        if other is None or other.value != fact.value:
            yield FactChange(fact, other)


def touched(
    value: str, lessons: Iterable[Lesson], recorded: Iterable[RecordedSentences]
) -> Touched:
    """Every place that states the value."""
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
