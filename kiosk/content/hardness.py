"""Checks whether a lesson is hard to learn: amount of practice, duration, vocabulary."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import ceil, floor

from kiosk.content.facts import FactList
from kiosk.content.positions import Document
from kiosk.content.problems import Problem
from kiosk.content.tree import KeyPath
from kiosk.domain.lesson import Lesson
from kiosk.domain.placement import NEXT
from kiosk.domain.step import Step
from kiosk.domain.way import Way

MIN_TOUCHES, MAX_TOUCHES = 5, 10
"""Touches on the phone in the way "together": fewer give no practice, more are two lessons.

Answers, checklists and ordering tasks do not count as touches of the phone. A rehearsal counts as
one: a call or message that the learner answers.
"""
LONG_LESSON = 6
"""Lessons with fewer steps may have fewer touches."""
STEP_S = (12, 60)
"""Minimum and maximum duration of a step, in seconds."""


def hard_to_learn(lesson: Lesson, document: Document, words: FactList) -> Iterator[Problem]:
    """All such problems; `words`: the list of discouraged words."""
    yield from _too_much(lesson, document)
    yield from _series(lesson, document)
    yield from _rehearsals(lesson, document)
    yield from _words(document, words.northern, "northern_word")
    yield from _words(document, words.one_word, "other_word")


def _too_much(lesson: Lesson, document: Document) -> Iterator[Problem]:
    steps = [step for step in lesson.steps if step.group is None]
    together = [step for step in steps if step.belongs_to(Way.TOGETHER)]
    rehearsals = lesson.head.rehearse or 0
    on_phone = sum(step.on_phone for step in together) + rehearsals
    if on_phone > MAX_TOUCHES:
        facts = {"count": str(on_phone), "most": str(MAX_TOUCHES)}
        yield document.problem(("steps",), "many_touches", **facts)
    played = len(together) + rehearsals
    done = on_phone or sum(_touches(step) for step in together)
    if done < MIN_TOUCHES and max(played, len(steps)) >= LONG_LESSON:
        facts = {"count": str(done), "least": str(MIN_TOUCHES)}
        yield document.problem(("steps",), "few_touches", **facts)
    if "minutes" in lesson.head.model_fields_set:
        quickest, slowest = (played * seconds / 60 for seconds in STEP_S)
        least, most = ceil(quickest), max(floor(slowest), 2)
        if not least <= lesson.head.minutes <= most:
            arguments = {"count": str(played), "least": str(least), "most": str(most)}
            yield document.problem(("minutes",), "minutes_unbelievable", **arguments)


def _touches(step: Step) -> int:
    """The number of touches in a step: each item that the learner ticks, orders or finds."""
    progress, count = step.begin(), 0
    while (target := step.expects(progress)) != NEXT and count < MAX_TOUCHES:
        progress = step.respond(progress, target).progress
        count += 1
    return count


def _series(lesson: Lesson, document: Document) -> Iterator[Problem]:
    """A series whose title, shown on its tile, is the same as the lesson's."""
    series = lesson.head.series
    if series and series.title == lesson.head.title:
        yield document.problem(("series", "title"), "series_title_same")


def _rehearsals(lesson: Lesson, document: Document) -> Iterator[Problem]:
    rehearsals = lesson.head.rehearsals
    for sort in ("core", "local") if rehearsals else ():
        for at, name in enumerate(getattr(rehearsals, sort)):
            if name not in lesson.groups:
                yield document.problem(("rehearsals", sort, at), "group_unknown", name=name)
    for at, step in enumerate(lesson.steps):
        if step.helper and not step.group:
            yield document.problem(("steps", at, "helper"), "helper_without_group")


def _words(document: Document, words: Mapping[str, str], code: str) -> Iterator[Problem]:
    for key_path, text in _own_texts(document, ()):
        for word, better in unwanted(text, words):
            yield document.problem(key_path, code, word=word, better=better)


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches each of these words as a whole word, longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def unwanted(text: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The discouraged words in a text, each with its replacement."""
    if not words:
        return
    for match in _any_of(tuple(words)).finditer(text):
        better = words[match.group().casefold()]
        if better != match.group().casefold():
            yield match.group(), better


FOREIGN_FIELDS = frozenset(
    {"checked", "words", "speak", "screens", "note", "arrives", "note_for_staff", "icon", "picture"}
    | {"screen", "tap", "then", "into", "goto", "group", "name"}
)
"""Fields whose words are not the lesson's own: names, labels, sources, search words."""


def _own_texts(document: Document, key_path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    data = document.at(key_path)
    if isinstance(data, str):
        yield key_path, data
    elif isinstance(data, dict):
        for name in data:
            if name not in FOREIGN_FIELDS:
                yield from _own_texts(document, (*key_path, name))
    elif isinstance(data, list):
        for at in range(len(data)):
            yield from _own_texts(document, (*key_path, at))
