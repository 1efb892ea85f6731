"""The statements of a lesson that staff can verify, with their sources."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.facts import FACT_SORTS, Fact, Facts, plain
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Lesson, Procedure

#: In the staff's page where facts are checked: a paper that a procedure asks for.
PAPER = gettext_noop("Giấy tờ mang theo")
#: In the staff's page where facts are checked: how long a procedure takes.
DAYS = gettext_noop("Thời hạn giải quyết")
#: In the staff's page where facts are checked: the fee of a procedure.
FEE = gettext_noop("Lệ phí phải nộp")
#: In the staff's page where facts are checked: the place where a procedure is filed.
WHERE = gettext_noop("Nơi nộp hồ sơ")
#: In the staff's page where facts are checked: the practice phone shows what a real one does.
LABELS = gettext_noop("Chữ, nút trong bài giống trên máy thật")
#: In the staff's page where facts are checked: a lesson names no source.
NO_SOURCE = gettext_noop("Bài không ghi nguồn")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that a person in the commune can confirm or reject."""

    what: str
    value: str
    source: str

    @property
    def text(self) -> str:
        """The statement in one line, the form in which rejected statements are stored."""
        return f"{self.what}: {self.value}"


def statements(lesson: Lesson, facts: Facts) -> tuple[Statement, ...]:
    """The listed facts that a lesson states, the facts of its procedure, and its labels."""
    head = lesson.head
    source = "; ".join(head.checked.sources) if head.checked else NO_SOURCE
    return (
        *(Statement(fact.means, fact.value, fact.source) for fact in stated_facts(lesson, facts)),
        *(_procedure_statements(head.procedure, source) if head.procedure else ()),
        Statement(LABELS, head.title, source),
    )


def stated_facts(lesson: Lesson, facts: Facts) -> Iterator[Fact]:
    """The listed facts whose value occurs anywhere in the lesson."""
    text = text_of(lesson)
    for fact in listed(facts):
        if says(text, fact.value):
            yield fact


def listed(facts: Facts) -> Iterator[Fact]:
    for name in FACT_SORTS:
        yield from getattr(facts.listed, name)


def text_of(lesson: Lesson) -> str:
    """All text of the lesson on all makes of phone, one text per line."""
    texts = [line.text for line in lesson.lines()]
    for each in (lesson, *lesson.phones.values()):
        texts += (word for screen in each.screens.values() for word in screen.words)
    if procedure := lesson.head.procedure:
        facts = (procedure.days, procedure.fee, procedure.where, procedure.address)
        texts += (*procedure.papers, *filter(None, facts))
    return "\n".join(texts)


def says(text: str, value: str) -> bool:
    """Whether the text contains the value as a whole word or number."""
    return bool(re.search(rf"(?<!\w){re.escape(plain(value))}(?!\w)", plain(text)))


def digest(lesson: Lesson, facts: Facts) -> str:
    """A hash of all statements and labels of the lesson, to detect changes."""
    lines = [f"{each.what}\t{each.value}" for each in statements(lesson, facts)]
    for make, each in (("", lesson), *lesson.phones.items()):
        lines += (
            f"{make}\t{name}\t{word}"
            for name, screen in sorted(each.screens.items())
            for word in screen.words
        )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _procedure_statements(procedure: Procedure, source: str) -> Iterator[Statement]:
    candidates = (
        *((PAPER, paper) for paper in procedure.papers),
        (DAYS, procedure.days),
        (FEE, procedure.fee),
        (WHERE, procedure.where),
    )
    for what, value in candidates:
        if value:
            yield Statement(what, value, source)
