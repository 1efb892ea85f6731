"""What makes a lesson hard to learn: how much there is to do in it, how long, in whose words."""

import re
from collections.abc import Iterator, Mapping
from math import ceil, floor

from kiosk.content.facts import FactList
from kiosk.content.positions import Document
from kiosk.content.problems import Problem
from kiosk.content.tree import Trail
from kiosk.domain.lesson import Lesson
from kiosk.domain.placement import NEXT
from kiosk.domain.step import Step
from kiosk.domain.way import Way

MOST_TOUCHES = 10
"""On the phone, in the way "together": more is two lessons."""
LEAST_TOUCHES, LONG_LESSON = 5, 6
"""With fewer touches, on the phone or beside it, in a lesson of so many steps nobody practises."""
STEP_S = (12, 60)
"""How long one step may take somebody who hears it and does it, in seconds."""


def hard_to_learn(lesson: Lesson, document: Document, words: FactList) -> Iterator[Problem]:
    """Everything of it; `words`: the list that says which words are not used."""
    yield from _too_much(lesson, document)
    yield from _series(lesson, document)
    yield from _rehearsals(lesson, document)
    yield from _words(document, words.northern, "northern_word")
    yield from _words(document, words.one_word, "other_word")


def _too_much(lesson: Lesson, document: Document) -> Iterator[Problem]:
    steps = [step for step in lesson.steps if step.group is None]
    together = [step for step in steps if step.belongs_to(Way.TOGETHER)]
    touches = sum(_is_touch(lesson, step) for step in together)
    if touches > MOST_TOUCHES:
        facts = {"count": str(touches), "most": str(MOST_TOUCHES)}
        yield document.problem(("steps",), "many_touches", **facts)
    played = len(together) + (lesson.head.rehearse or 0)
    done = sum(_touches(lesson, step) for step in together) + (lesson.head.rehearse or 0)
    if done < LEAST_TOUCHES and played >= LONG_LESSON:
        facts = {"count": str(done), "least": str(LEAST_TOUCHES)}
        yield document.problem(("steps",), "few_touches", **facts)
    if "minutes" in lesson.head.model_fields_set:
        quickest, slowest = (played * seconds / 60 for seconds in STEP_S)
        least, most = ceil(quickest), max(floor(slowest), 2)
        if not least <= lesson.head.minutes <= most:
            told = {"count": str(played), "least": str(least), "most": str(most)}
            yield document.problem(("minutes",), "minutes_unbelievable", **told)


def _is_touch(lesson: Lesson, step: Step) -> bool:
    """Whether the phone has to be touched: a place on it, or its keyboard for a whole text."""
    screen = lesson.screens.get(step.screen or "")
    expected = step.expects(step.begin())
    on_phone = screen is not None and expected in screen.targets
    return on_phone or bool(step.screen and step.filled(step.end()))


def _touches(lesson: Lesson, step: Step) -> int:
    """How often she touches: once, or each thing of a list that she ticks, orders or finds."""
    if not step.is_exercise or _is_touch(lesson, step):
        return int(step.is_exercise)
    progress, count = step.begin(), 0
    while (target := step.expects(progress)) != NEXT and count < MOST_TOUCHES:
        progress = step.respond(progress, target).progress
        count += 1
    return count


def _series(lesson: Lesson, document: Document) -> Iterator[Problem]:
    """A series whose name on the tile would not say that there is more."""
    series = lesson.head.series
    if series and series.title == lesson.head.title:
        yield document.problem(("series", "title"), "series_title_same")


def _rehearsals(lesson: Lesson, document: Document) -> Iterator[Problem]:
    told = lesson.head.rehearsals
    for sort in ("core", "local") if told else ():
        for at, name in enumerate(getattr(told, sort)):
            if name not in lesson.groups:
                yield document.problem(("rehearsals", sort, at), "group_unknown", name=name)
    for at, step in enumerate(lesson.steps):
        if step.helper and not step.group:
            yield document.problem(("steps", at, "helper"), "helper_without_group")


def _words(document: Document, words: Mapping[str, str], code: str) -> Iterator[Problem]:
    if not words:
        return
    longest_first = sorted(words, key=len, reverse=True)
    any_word = re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)",
        re.IGNORECASE,
    )
    for trail, text in _told_texts(document, ()):
        for match in any_word.finditer(text):
            word = match.group()
            better = words[word.casefold()]
            if better != word.casefold():
                yield document.problem(trail, code, word=word, better=better)


NOT_TOLD = frozenset(
    {"checked", "words", "speak", "screens", "note", "arrives", "note_for_staff"}
    | {"screen", "tap", "into", "goto", "group", "name"}
)
"""Fields whose words are not the lesson's own: names, labels, sources, what people look for."""


def _told_texts(document: Document, trail: Trail) -> Iterator[tuple[Trail, str]]:
    data = document.at(trail)
    if isinstance(data, str):
        yield trail, data
    elif isinstance(data, dict):
        for name in data:
            if name not in NOT_TOLD:
                yield from _told_texts(document, (*trail, name))
    elif isinstance(data, list):
        for at in range(len(data)):
            yield from _told_texts(document, (*trail, at))
