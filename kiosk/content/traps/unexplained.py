"""Checks for wrong answers and touches without a useful explanation."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.lesson import Lesson

SAYS_NOTHING = re.compile(
    r"(?:(?:chưa|không) (?:đúng|phải|được)|bác|rồi|ơi|ạ|nhé|nha|đâu|làm|thử|chạm|gõ|bấm|chọn|lại|"
    r"một|lần|nữa|đi|xem|giùm|\W)+",
    re.IGNORECASE,
)
"""Texts without a useful hint, such as «Chưa đúng rồi bác ơi. Bác thử lại nhé.»."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Answers without a reason where others have one, and `wrong` texts without a hint."""
    for at, step in enumerate(lesson.steps):
        if step.wrong and SAYS_NOTHING.fullmatch(step.wrong):
            yield Trap(("steps", at, "wrong"), "hint_empty", {"text": step.wrong})
        if not isinstance(step, ChoosingStep):
            continue
        explained = any(choice.because for choice in step.choices)
        for number, choice in enumerate(step.choices):
            if explained and not choice.because and not (step.wrong and not choice.leads_on):
                key_path = ("steps", at, "choices", number)
                yield Trap(key_path, "because_missing", {"text": choice.text})
