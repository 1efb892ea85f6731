"""What there is to translate: what is missing, the kiosk's own words, the lessons."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.lesson import Lesson
from kiosk.domain.marked import marked
from kiosk.i18n.desk import Passage, passages
from kiosk.i18n.lesson_texts import lesson_texts
from kiosk.i18n.po import read_po
from kiosk.i18n.screen_texts import SPOKEN
from kiosk.i18n.template import SCREENS
from kiosk.i18n.text import Text, each_once

MISSING = "missing"
IN_ENGLISH = re.compile(r" \([^)]*\)")
OWN = ("Màn hình", "Ki-ốt nói")


@dataclass(frozen=True, slots=True)
class Topic:
    """Texts that belong together."""

    name: str
    title: str
    icon: str
    passages: tuple[Passage, ...]

    @property
    def wanting(self) -> int:
        """How many of them still need somebody who knows the language."""
        return sum(passage.wanting for passage in self.passages)

    def with_passage(self, changed: Passage) -> "Topic":
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


def worklist(folder: Path, lessons: Iterable[Lesson], lessons_folder: Path) -> tuple[Topic, ...]:
    """Everything of one language, what is missing first; topics without texts are left out.

    Raises:
        UnreadableError: a file of the language is not well formed.
    """
    parts = [("screens", marked("Lời của máy"), "sound", _screens(folder.parent))]
    parts += [
        (
            lesson.id,
            lesson.head.title,
            lesson.head.icon,
            each_once(lesson_texts(lesson, lessons_folder)),
        )
        for lesson in lessons
    ]
    texts = each_once(text for _, _, _, part in parts for text in part)
    known = {passage.source: passage for passage in passages(folder, texts)}
    topics = [
        Topic(
            name, title, icon, tuple(replace(known[text.source], notes=text.notes) for text in part)
        )
        for name, title, icon, part in parts
        if part
    ]
    missing = tuple(_wanting((*topics[1:], *topics[:1])))
    first = Topic(MISSING, marked("Chỗ còn thiếu"), "search", missing)
    return (first, *topics) if missing else tuple(topics)


def where(passage: Passage) -> str:
    """Where a text stands, without what is meant for translators at their own desks."""
    note = IN_ENGLISH.sub("", passage.notes[0]) if passage.notes else ""
    place = note.partition(":")[0] if note.startswith(OWN) else note
    return place.partition(f" · {IN_ENGLISH.sub('', SPOKEN)}")[0]


def _screens(translations: Path) -> tuple[Text, ...]:
    path = translations / f"{SCREENS}.pot"
    if not path.is_file():
        return ()
    return tuple(
        Text(entry.msgid, (), tuple(entry.comment.splitlines())) for entry in read_po(path)
    )


def _wanting(topics: Iterable[Topic]) -> Iterator[Passage]:
    told = set()
    for topic in topics:
        for passage in topic.passages:
            if passage.wanting and passage.source not in told:
                told.add(passage.source)
                yield passage
