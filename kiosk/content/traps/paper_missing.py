"""Checks steps that mention a paper but show none, or one in different case."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson

PAPER = re.compile(
    r"(?:trên|lại|với|theo) (?:tờ (?:giấy|hóa đơn|phiếu)|giấy hẹn|phiếu|hóa đơn|biên lai)(?!\w)",
    re.IGNORECASE,
)
COPIED = ("type", "tap")


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """One trap per step, at the first sentence that mentions a paper, or at the differing row."""
    for at, step in enumerate(lesson.steps):
        for number, row in enumerate(step.note if isinstance(step.note, tuple) else ()):
            if row.value != step.copied and row.value.casefold() == step.copied.casefold():
                arguments = {"text": step.copied, "came": row.value}
                yield Trap(("steps", at, "note", number, "value"), "case_differs", arguments)
        if step.note or step.key not in COPIED:
            continue
        said = (("say", step.line.text), ("alone", step.alone), ("wrong", step.wrong))
        for name in (name for name, text in said if text and PAPER.search(text)):
            yield Trap(("steps", at, name), "paper_missing")
            break
