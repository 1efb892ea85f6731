"""What a patient colleague would say of a lesson that loads: too long, too old, not on the list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.content.age import CHECK_LASTS
from kiosk.content.facts import Facts
from kiosk.content.positions import Document
from kiosk.content.problems import Problem
from kiosk.content.tree import Trail
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line, Speaker

MOST_SYLLABLES = 15
MOST_SENTENCES = 2

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
HOTLINE = re.compile(
    r"\b(?:1[89]00[ .]?\d{4,6}|11[1-5]|156|5656)\b(?![\d.]*\s*(?:đồng|nghìn|triệu|tuổi|ngày))"
)
FEE = re.compile(r"phí\D{0,20}(\d[\d.]*\s*(?:đồng|đ|nghìn|triệu)(?:\s+đồng)?)", re.IGNORECASE)
AMOUNT = re.compile(r"\d[\d.]*\s*(?:đồng|nghìn|triệu)")
AGE_OR_TERM = re.compile(r"(?<=đủ )\d+ tuổi|\d+ ngày làm việc", re.IGNORECASE)
OFFICIAL = re.compile(r"[\w-]+(?:\.[\w-]+)*\.gov\.vn\b")
NAMED = re.compile(
    r"(?:nút|chữ|mục|hàng|dòng|ô|tên là|có tên|ứng dụng)\s+(?:có chữ\s+|chữ\s+)?"
    r"[“\"']?([^\W\d_][^\s.,;:!?”\"']*)"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A text of the lesson and where it is written."""

    text: str
    trail: Trail
    screen_words: str | None = None
    """The words on the phone at that step, in small letters; None where no phone is seen."""
    by_other: bool = False


class Adviser:
    """Looks over one lesson."""

    def __init__(self, lesson: Lesson, document: Document, facts: Facts, today: date) -> None:
        self._lesson = lesson
        self._document = document
        self._facts = facts
        self._today = today

    def advice(self) -> Iterator[Problem]:
        """Everything worth saying."""
        yield from self._age()
        yield from self._procedure()
        yield from self._without_wrong()
        for said in self._texts():
            yield from self._length(said)
            if not said.by_other:
                yield from self._facts_in(said)
                yield from self._named(said)

    def _age(self) -> Iterator[Problem]:
        checked = self._lesson.head.checked
        if checked and self._today - checked.on > CHECK_LASTS:
            days = (self._today - checked.on).days
            yield self._document.problem(("checked", "on"), "checked_long_ago", days=str(days))

    def _procedure(self) -> Iterator[Problem]:
        """The facts in the fields that staff read out."""
        procedure = self._lesson.head.procedure
        if procedure is None:
            return
        for name in ("days", "fee", "where", "note_for_staff", "address"):
            text = getattr(procedure, name) or ""
            trail: Trail = ("procedure", name)
            yield from self._facts_in(_Said(text, trail))
            if name == "fee":
                fees = (("fees", match.group()) for match in AMOUNT.finditer(text))
                yield from self._unlisted(trail, fees)

    def _without_wrong(self) -> Iterator[Problem]:
        """Steps on whose screen something else can be touched, and nothing is said of that."""
        for at, step in enumerate(self._lesson.steps):
            screen = self._lesson.screen_of(at)
            right = step.expects(step.begin())
            targets = screen.targets if screen and not step.wrong else ()
            if right in targets and len(targets) > 1:
                yield self._document.problem(("steps", at), "wrong_missing")

    def _texts(self) -> Iterator[_Said]:
        head = self._lesson.head
        yield _Said(head.goal, ("goal",))
        for at, text in enumerate(head.remember):
            yield _Said(text, ("remember", at))
        for at, step in enumerate(self._lesson.steps):
            screen = self._lesson.screen_of(at)
            words = " ".join(screen.words).casefold() if screen else None
            for trail, line in self._lines_of(("steps", at)):
                if line.text in {each.text for each in step.lines()}:
                    other = step.line.speaker is Speaker.OTHER and line.text == step.line.text
                    yield _Said(line.text, trail, words, by_other=other)

    def _lines_of(self, trail: Trail) -> Iterator[tuple[Trail, Line]]:
        """Every text below a place of the document."""
        data = self._document.at(trail)
        if isinstance(data, str):
            yield trail, Line(data.strip())
        elif isinstance(data, dict):
            for name in data:
                yield from self._lines_of((*trail, name))
        elif isinstance(data, list):
            for at in range(len(data)):
                yield from self._lines_of((*trail, at))

    def _length(self, said: _Said) -> Iterator[Problem]:
        sentences = SENTENCE_END.split(said.text)
        if len(sentences) > MOST_SENTENCES:
            yield self._document.problem(
                said.trail, "many_sentences", count=str(len(sentences)), most=str(MOST_SENTENCES)
            )
        for sentence in sentences:
            syllables = len(sentence.split())
            if syllables > MOST_SYLLABLES:
                yield self._document.problem(
                    said.trail, "long_sentence", count=str(syllables), most=str(MOST_SYLLABLES)
                )

    def _facts_in(self, said: _Said) -> Iterator[Problem]:
        found = (
            *(("hotlines", match.group()) for match in HOTLINE.finditer(said.text)),
            *(("fees", match.group(1)) for match in FEE.finditer(said.text)),
            *(("addresses", match.group()) for match in OFFICIAL.finditer(said.text)),
            *(("terms", match.group()) for match in AGE_OR_TERM.finditer(said.text)),
        )
        yield from self._unlisted(said.trail, found)

    def _unlisted(self, trail: Trail, found: Iterable[tuple[str, str]]) -> Iterator[Problem]:
        for sort, value in found:
            if not self._facts.knows(sort, value):
                yield self._document.problem(trail, f"{sort}_not_listed", value=value)

    def _named(self, said: _Said) -> Iterator[Problem]:
        if said.screen_words is None:
            return
        for match in NAMED.finditer(said.text):
            name = match.group(1)
            if name[0].isupper() and name.casefold() not in said.screen_words:
                yield self._document.problem(said.trail, "named_not_on_screen", name=name)
