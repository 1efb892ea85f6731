"""What there is to translate: what is missing, the kiosk's own words, the lessons."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Lesson
from kiosk.i18n.lesson_texts import lesson_texts
from kiosk.i18n.po import read_po
from kiosk.i18n.po_editor import Passage, passages
from kiosk.i18n.screen_texts import SPOKEN
from kiosk.i18n.template import SCREENS
from kiosk.i18n.text import SourceText, each_once

MISSING = "missing"
REVIEW = "review"
IN_ENGLISH = re.compile(r" \([^)]*\)")
OWN = ("Màn hình", "Ki-ốt nói")


@dataclass(frozen=True, slots=True)
class TranslationTopic:
    """Texts that belong together."""

    name: str
    title: str
    icon: str
    passages: tuple[Passage, ...]

    @property
    def wanting(self) -> int:
        """How many of them still need somebody who knows the language."""
        return sum(passage.wanting for passage in self.passages)

    def with_passage(self, changed: Passage) -> "TranslationTopic":
        """The same after a text was translated."""
        return replace(
            self,
            passages=tuple(
                changed if passage.source == changed.source else passage
                for passage in self.passages
            ),
        )

    def first_wanting(self) -> int:
        """Where to begin, counted from 0."""
        wanting = (at for at, passage in enumerate(self.passages) if passage.wanting)
        return next(wanting, 0)


@dataclass(frozen=True, slots=True)
class TranslationWork:
    """What there is to translate into a language, and what a source tells of it."""

    topics: tuple[TranslationTopic, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    """Single words, by the Vietnamese."""
    steps: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """By the text: the lesson and the step, counted from 0, in which it is said first."""


def steps_of(lessons: Iterable[Lesson]) -> Mapping[str, tuple[str, int]]:
    """Where each text is said or shown first."""
    found: dict[str, tuple[str, int]] = {}
    for lesson in lessons:
        for at, step in enumerate(lesson.steps):
            for text in (*(line.text for line in step.lines()), *step.labels()):
                found.setdefault(text, (lesson.id, at))
    return found


def worklist(
    folders: Sequence[Path], lessons: Iterable[Lesson], lesson_folders: Sequence[Path]
) -> tuple[TranslationTopic, ...]:
    """Everything of one language: what waits for a reviewer, what is missing, part by part.

    Topics without texts are left out.

    Args:
        folders: those of the language, what counts first.
        lessons: all that are taught.
        lesson_folders: below which they lie.

    Raises:
        UnreadablePoError: a file of the language is not well formed.
    """
    parts = [("screens", gettext_noop("Lời của máy"), "sound", _screens(folders))]
    parts += [
        (
            lesson.id,
            lesson.head.title,
            lesson.head.icon,
            each_once(lesson_texts(lesson, *lesson_folders)),
        )
        for lesson in lessons
    ]
    texts = each_once(text for _, _, _, part in parts for text in part)
    known = {passage.source: passage for passage in passages(texts, *folders)}
    topics = [
        TranslationTopic(
            name, title, icon, tuple(replace(known[text.source], notes=text.notes) for text in part)
        )
        for name, title, icon, part in parts
        if part
    ]
    lessons_first = (*topics[1:], *topics[:1])
    first = (
        TranslationTopic(
            REVIEW,
            gettext_noop("Chờ duyệt"),
            "check",
            _once(lessons_first, lambda each: each.unsure),
        ),
        TranslationTopic(
            MISSING,
            gettext_noop("Chỗ còn thiếu"),
            "search",
            _once(lessons_first, lambda each: not each.translation),
        ),
    )
    return (*(topic for topic in first if topic.passages), *topics)


def where(passage: Passage) -> str:
    """Where a text stands, without what is meant for translators who work on files."""
    note = IN_ENGLISH.sub("", passage.notes[0]) if passage.notes else ""
    place = note.partition(":")[0] if note.startswith(OWN) else note
    return place.partition(f" · {IN_ENGLISH.sub('', SPOKEN)}")[0]


def _screens(folders: Sequence[Path]) -> tuple[SourceText, ...]:
    templates = (folder.parent / f"{SCREENS}.pot" for folder in folders)
    path = next((path for path in templates if path.is_file()), None)
    if path is None:
        return ()
    return tuple(
        SourceText(entry.msgid, (), tuple(entry.comment.splitlines())) for entry in read_po(path)
    )


def _once(
    topics: Iterable[TranslationTopic], is_meant: Callable[[Passage], bool]
) -> tuple[Passage, ...]:
    """These of all topics, each once."""
    found = (each for topic in topics for each in topic.passages if is_meant(each))
    return tuple({each.source: each for each in found}.values())
