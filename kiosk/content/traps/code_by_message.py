"""Checks codes received by message: not written on a paper, and received before being typed."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._paths import seen_before
from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way

CODE = re.compile(r"\d{4,8}")
ASKED = re.compile(
    r"\bOTP\b|mã (?:xác (?:nhận|thực|minh)|kích hoạt|bảo mật)|"
    r"mã (?:\w+ )*(?:vừa|mới) (?:gửi|tới|nhận)",
    re.IGNORECASE,
)


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Steps that read such a code from a paper, use it before it arrived, or hide its message."""
    seen = {**seen_before(lesson, Way.ALONE), **seen_before(lesson, Way.TOGETHER)}
    for at, step in enumerate(lesson.steps):
        if step.arrives and lesson.screen_of(at) is None and not step.drawn():
            yield Trap(("steps", at, "arrives"), "message_unseen")
        rows = step.note if isinstance(step.note, tuple) else ()
        if step.arrives and any(row.value in step.arrives.text for row in rows):
            yield Trap(("steps", at, "note"), "code_on_paper")
        came = CODE.findall(step.arrives.text) if step.arrives else []
        if came and CODE.fullmatch(step.copied) and step.copied not in came:
            arguments = {"text": step.copied, "came": came[0]}
            yield Trap(("steps", at, "type", "text"), "code_differs", arguments)
        screen = lesson.screen_of(at)
        texts = " ".join((step.line.text, step.alone or "", *(screen.words if screen else ())))
        if not (CODE.fullmatch(step.copied) and ASKED.search(texts)):
            continue
        before = seen[at].always if at in seen else {at}
        if not any(lesson.steps[each].arrives for each in before):
            yield Trap(("steps", at, "type"), "code_without_message", {"text": step.copied})
