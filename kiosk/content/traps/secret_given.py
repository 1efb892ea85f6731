"""Checks advice that serves scammers: telling codes, sending papers, installing unknown files."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, StatedText, texts_of
from kiosk.domain.choosing import Choice, ChoosingStep
from kiosk.domain.lesson import Lesson

KEY = r"(?:mã OTP|mã (?:xác (?:nhận|thực)|6 số|sáu số)|mật khẩu|passcode|mã PIN)"
TOLD = re.compile(
    rf"(?<!\w)(?:báo|cho|đọc|đưa|gửi|nhắn|nói) (?:\w+ ){{0,3}}?{KEY} (?:\w+ ){{0,3}}?"
    r"(?:cho|qua|với) ",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    rf"(?<!\w)(?:báo|đọc|đưa|gửi|nhắn|nói) (?:\w+ ){{0,3}}?{KEY}(?!\w)", re.IGNORECASE
)
"""The same in an answer, which may be shorter."""
SENT = re.compile(
    r"(?<!\w)(?:chụp|gửi|nhắn) [^.]*(?:căn cước|sổ đỏ|thẻ ngân hàng)"
    r"[^.]*(?:Zalo|Facebook|tin nhắn)",
    re.IGNORECASE,
)
INSTALLED = re.compile(r"(?<!\w)(?:cài|mở|tải) [^.]*\.apk", re.IGNORECASE)
UNWANTED = re.compile(
    r"(?<!\w)(?:ai|chưa|chớ|đừng|giả|họ|khoan|không|kẻ|lạ|lừa|nghi|thì)(?!\w)", re.IGNORECASE
)
"""Words of a sentence that warns against the action, or reports somebody else's request."""
REFUSED = re.compile(r"(?<!\w)(?:chưa|chớ|đừng|khoan|không)(?!\w)", re.IGNORECASE)
"""Words of an answer that refuses the action."""
SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """The kiosk's own sentences that advise such an action; of answers, only right ones."""
    for text in texts_of(lesson):
        answer = _answer(lesson, text)
        if text.source is not Source.GUIDE or (answer and not answer.right):
            continue
        advice = (ANSWERED if answer else TOLD, SENT, INSTALLED)
        for sentence in SENTENCE.split(text.text):
            advised = any(each.search(sentence) for each in advice)
            warned = (REFUSED if answer else UNWANTED).search(sentence)
            if advised and not warned and not sentence.endswith("?"):
                yield Trap(text.key_path, "secret_given", {"text": sentence})


def _answer(lesson: Lesson, text: StatedText) -> Choice | None:
    """The answer to which the text belongs; None for other texts."""
    match text.key_path:
        case ("steps", int(at), "choices", int(number), "text"):
            step = lesson.steps[at]
            return step.choices[number] if isinstance(step, ChoosingStep) else None
    return None
