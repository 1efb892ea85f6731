"""The topics to translate: pending reviews, missing texts, the lessons, the kiosk's own texts."""

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
    """A group of texts that are translated together."""

    name: str
    title: str
    icon: str
    passages: tuple[Passage, ...]

    @property
    def wanting(self) -> int:
        """The number of texts that need a translation or a review."""
        return sum(passage.wanting for passage in self.passages)

    def with_passage(self, changed: Passage) -> "TranslationTopic":
        """A copy with the passage of the same source text replaced."""
        return replace(
            self,
            passages=tuple(
                changed if passage.source == changed.source else passage
                for passage in self.passages
            ),
        )

    def first_wanting(self) -> int:
        """The index of the first passage that needs work; 0 if none does."""
        wanting = (at for at, passage in enumerate(self.passages) if passage.wanting)
        return next(wanting, 0)


@dataclass(frozen=True, slots=True)
class TranslationWork:
    """The topics of a language, its glossary, and the step of each text."""

    topics: tuple[TranslationTopic, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    """The glossary: translations of single words, by Vietnamese word."""
    steps: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Maps each text to the lesson id and step index where it first occurs."""


def steps_of(lessons: Iterable[Lesson]) -> Mapping[str, tuple[str, int]]:
    """Maps each text to the lesson id and step index where it is first said or shown."""
    found: dict[str, tuple[str, int]] = {}
    for lesson in lessons:
        for at, step in enumerate(lesson.steps):
            for text in (*(line.text for line in step.lines()), *step.labels()):
                found.setdefault(text, (lesson.id, at))
    return found


def worklist(
    folders: Sequence[Path], lessons: Iterable[Lesson], lesson_folders: Sequence[Path]
) -> tuple[TranslationTopic, ...]:
    """All topics of one language: pending reviews, missing texts, then each part.

    Topics without texts are omitted.

    Args:
        folders: the folders of the language, in order of precedence.
        lessons: all lessons that are taught.
        lesson_folders: the folders that contain the lessons.

    Raises:
        UnreadablePoError: a PO file of the language is malformed.
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
    """The place where a text occurs, without the notes meant for translators of PO files."""
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
    """The passages of all topics that satisfy `is_meant`, without duplicates."""
    found = (each for topic in topics for each in topic.passages if is_meant(each))
    return tuple({each.source: each for each in found}.values())
