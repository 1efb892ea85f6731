"""Warnings and advice for a valid lesson: too long, too old, facts not on the list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.content.age import CHECK_LASTS
from kiosk.content.facts import Facts
from kiosk.content.hardness import hard_to_learn
from kiosk.content.positions import Document
from kiosk.content.problems import Problem
from kiosk.content.statements import says
from kiosk.content.traps import traps_in
from kiosk.content.tree import KeyPath
from kiosk.content.verification import UNVERIFIED, Standing, Verification
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line, Speaker
from kiosk.narration.reading.vi.unspoken import unspoken

MAX_SYLLABLES = 12
MAX_SENTENCES = 2

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
HOTLINE = re.compile(
    r"\b(?:1[89]00[ .-]?\d{4,6}|11[1-5]|156|5656|"
    r"(?:(?<=gọi )|(?<=gọi số )|(?<=tin tới )|(?<=tin cho ))\d{3,5}(?![ .-]?\d))\b"
    r"(?![\d.]*\s*(?:đồng|nghìn|ngàn|triệu|tuổi|ngày))"
)
UNIT = r"(?:đồng|đ|nghìn|ngàn|triệu|k)(?!\w)"
DIGIT = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
FEE = re.compile(
    rf"phí\D{{0,20}}?(\d[\d.]*\s*{UNIT}(?:\s+đồng)?"
    rf"|(?:{DIGIT})(?: \w+){{0,3}} (?:nghìn|ngàn|triệu))"
    rf"|(?P<before>\d[\d.]*\s*{UNIT}(?:\s+đồng)?) (?:tiền )?(?:lệ )?phí",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"\d[\d.]*\s*(?:đồng|nghìn|ngàn|triệu)")
AGE_OR_TERM = re.compile(r"(?<=đủ )\d+ tuổi|\d+ ngày làm việc", re.IGNORECASE)
NAMED = re.compile(
    r"(?:nút|chữ|mục|hàng|dòng|ô|tên là|có tên|ứng dụng)\s+(?:có chữ\s+|chữ\s+)?"
    r"[“\"']?([^\W\d_][^\s.,;:!?”\"']*)"
)


@dataclass(frozen=True, slots=True)
class _SpokenText:
    """A text of the lesson with its position."""

    text: str
    key_path: KeyPath
    screen_words: str | None = None
    """The lower-case words on the phone at that step; None when no phone is shown."""
    by_other: bool = False
    spoken_otherwise: bool = False


class Adviser:
    """Collects advice on one lesson."""

    def __init__(
        self,
        lesson: Lesson,
        document: Document,
        facts: Facts,
        today: date,
        verification: Verification = UNVERIFIED,
    ) -> None:
        self._verification = verification
        self._lesson = lesson
        self._document = document
        self._facts = facts
        self._today = today

    def advice(self) -> Iterator[Problem]:
        """All problems found."""
        yield from self._age()
        yield from self._differing()
        yield from self._procedure()
        yield from self._without_wrong()
        for trap in traps_in(self._lesson, self._facts):
            yield self._document.problem(trap.key_path, trap.code, **trap.facts)
        yield from hard_to_learn(self._lesson, self._document, self._facts.listed)
        for said in self._texts():
            yield from self._length(said)
            yield from self._unspoken(said)
            if not said.by_other:
                yield from self._facts_in(said)
                yield from self._named(said)

    def _age(self) -> Iterator[Problem]:
        checked = self._lesson.head.checked
        if checked and self._today - checked.on > CHECK_LASTS:
            days = (self._today - checked.on).days
            yield self._document.problem(("checked", "on"), "checked_long_ago", days=str(days))

    def _differing(self) -> Iterator[Problem]:
        """Statements rejected in the commune that the lesson still contains."""
        found = self._verification
        if found.verified is None or found.standing is not Standing.DIFFERS:
            return
        day = f"{found.verified.on.day}/{found.verified.on.month}/{found.verified.on.year}"
        texts = tuple(self._lines_of(()))
        for fact in found.differing:
            value = fact.partition(": ")[2]
            key_path = next(
                (key_path for key_path, line in texts if says(line.text, value)), ("title",)
            )
            by = found.verified.by
            yield self._document.problem(key_path, "fact_differs", by=by, on=day, fact=fact)

    def _procedure(self) -> Iterator[Problem]:
        """Unlisted facts in the fields that staff read out."""
        procedure = self._lesson.head.procedure
        if procedure is None:
            return
        for name in ("days", "fee", "where", "note_for_staff", "address"):
            text = getattr(procedure, name) or ""
            key_path: KeyPath = ("procedure", name)
            yield from self._facts_in(_SpokenText(text, key_path))
            if name == "fee":
                fees = (("fees", match.group()) for match in AMOUNT.finditer(text))
                yield from self._unlisted(key_path, fees)

    def _without_wrong(self) -> Iterator[Problem]:
        """Steps without `wrong` on whose screen other targets can be touched."""
        for at, step in enumerate(self._lesson.steps):
            screen = self._lesson.screen_of(at)
            right = step.expects(step.begin())
            targets = screen.targets if screen and not step.wrong else ()
            if right in targets and len(targets) > 1:
                yield self._document.problem(("steps", at), "wrong_missing")

    def _texts(self) -> Iterator[_SpokenText]:
        head = self._lesson.head
        yield _SpokenText(head.goal, ("goal",))
        for at, text in enumerate(head.remember):
            yield _SpokenText(text, ("remember", at))
        if head.closing:
            yield _SpokenText(head.closing, ("closing",))
        for name, trouble in head.troubles.items():
            yield _SpokenText(trouble.title, ("troubles", name, "title"))
            for at, trouble_step in enumerate(trouble.steps):
                key_path: KeyPath = ("troubles", name, "steps", at, "say")
                yield _SpokenText(trouble_step.say, key_path)
        for at, step in enumerate(self._lesson.steps):
            screen = self._lesson.screen_of(at)
            words = " ".join(screen.words).casefold() if screen else None
            for key_path, line in self._lines_of(("steps", at)):
                of_step = {each.text: each for each in step.lines()}
                if line.text in of_step:
                    speak = bool(of_step[line.text].speak)
                    other = step.line.speaker is Speaker.OTHER and line.text == step.line.text
                    yield _SpokenText(line.text, key_path, words, other, speak)

    def _lines_of(self, key_path: KeyPath) -> Iterator[tuple[KeyPath, Line]]:
        """Every text below a key path of the document."""
        data = self._document.at(key_path)
        if isinstance(data, str):
            yield key_path, Line(data.strip())
        elif isinstance(data, dict):
            for name in data:
                yield from self._lines_of((*key_path, name))
        elif isinstance(data, list):
            for at in range(len(data)):
                yield from self._lines_of((*key_path, at))

    def _length(self, said: _SpokenText) -> Iterator[Problem]:
        sentences = SENTENCE_END.split(said.text)
        if len(sentences) > MAX_SENTENCES:
            yield self._document.problem(
                said.key_path, "many_sentences", count=str(len(sentences)), most=str(MAX_SENTENCES)
            )
        for sentence in sentences:
            syllables = len(sentence.split())
            if syllables > MAX_SYLLABLES:
                yield self._document.problem(
                    said.key_path, "long_sentence", count=str(syllables), most=str(MAX_SYLLABLES)
                )

    def _unspoken(self, said: _SpokenText) -> Iterator[Problem]:
        """Signs that are shown but not spoken, in texts without a spoken form."""
        signs = () if said.spoken_otherwise else unspoken(said.text)
        if signs:
            yield self._document.problem(said.key_path, "not_spoken", signs=" ".join(signs))

    def _facts_in(self, said: _SpokenText) -> Iterator[Problem]:
        found = (
            *(("hotlines", match.group()) for match in HOTLINE.finditer(said.text)),
            *(("fees", match[1] or match["before"]) for match in FEE.finditer(said.text)),
            *(("terms", match.group()) for match in AGE_OR_TERM.finditer(said.text)),
        )
        yield from self._unlisted(said.key_path, found)

    def _unlisted(self, key_path: KeyPath, found: Iterable[tuple[str, str]]) -> Iterator[Problem]:
        for sort, value in found:
            if not self._facts.knows(sort, value):
                yield self._document.problem(key_path, f"{sort}_not_listed", value=value)

    def _named(self, said: _SpokenText) -> Iterator[Problem]:
        if said.screen_words is None:
            return
        for match in NAMED.finditer(said.text):
            name = match.group(1)
            if name[0].isupper() and name.casefold() not in said.screen_words:
                yield self._document.problem(said.key_path, "named_not_on_screen", name=name)
