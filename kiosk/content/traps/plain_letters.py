"""Checks for Vietnamese typed without diacritics, which is misread and mispronounced."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, texts_of
from kiosk.domain.lesson import Lesson
from kiosk.narration.reading.vi.syllables import is_syllable
from kiosk.narration.reading.vi.unmarked import with_marks

MIN_WORDS = 5
"""From this many words, a text without any diacritic is not Vietnamese by chance."""
MIN_LOST = 2
"""This many impossible words mean missing diacritics, even among words that have them."""
LABELS = ("label", "bar")
"""Fields of phone elements that must have diacritics; values and texts may lack them."""
BORROWED = frozenset({"chat", "chip", "clip", "net", "set", "top", "bit", "pin", "web"})
"""Loanwords that are correct although they look like words without diacritics."""
PLAIN_WORD = re.compile(r"(?<![\w.@-])[a-z]{2,7}(?![\w@-]|\.\w)")


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Such sentences and labels; short ones and those of other speakers are accepted."""
    shown = _shown(lesson)
    for text in texts_of(lesson):
        if text.source is Source.PHONE and text.key_path[-1] in LABELS and _is_plain(text.text):
            yield Trap(text.key_path, "no_marks")
        if text.source is not Source.GUIDE:
            continue
        if _is_plain(text.text, shown):
            yield Trap(text.key_path, "no_marks")
        if text.speak and _is_plain(text.speak, shown):
            yield Trap((*text.key_path[:-1], "speak"), "no_marks")


def _is_plain(text: str, shown: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence lacks its diacritics; `shown`: words that may lack them."""
    words = [word for word in text.split() if word.strip(".,;:!?").isalpha()]
    bare = text.isascii() and not text.isupper()
    lost = {word for word in PLAIN_WORD.findall(text.lower()) if _lost_its_mark(word)} - shown
    few = bool(lost) and len(words) > 1
    return (bare and (len(words) >= MIN_WORDS or few)) or len(lost) >= MIN_LOST


def _lost_its_mark(word: str) -> bool:
    """Whether the word is no Vietnamese syllable without diacritics, but is one with them."""
    return word not in BORROWED and not is_syllable(word) and with_marks(word) is not None


def _shown(lesson: Lesson) -> frozenset[str]:
    """Words on the phone, on paper notes and in typed values, which may lack diacritics."""
    texts = [step.copied for step in lesson.steps]
    texts += (
        row.value for step in lesson.steps if isinstance(step.note, tuple) for row in step.note
    )
    texts += (word for screen in lesson.screens.values() for word in screen.words)
    return frozenset(word for text in texts for word in text.casefold().split())
