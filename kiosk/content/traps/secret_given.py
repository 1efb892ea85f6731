"""Advice of the kiosk's own that a scammer would give: codes told, papers sent, strange files."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, StatedText, texts_of
from kiosk.domain.lesson import Lesson

KEY = r"(?:mã OTP|mã (?:xác (?:nhận|thực)|6 số|sáu số)|mật khẩu|passcode|mã PIN)"
TOLD = re.compile(
    rf"(?<!\w)(?:báo|cho|đọc|đưa|gửi|nhắn|nói) (?:\w+ ){{0,3}}?{KEY} (?:\w+ ){{0,3}}?"
    r"(?:cho|qua|với) ",
    re.IGNORECASE,
)
SENT = re.compile(
    r"(?<!\w)(?:chụp|gửi|nhắn) [^.]*(?:căn cước|sổ đỏ|thẻ ngân hàng)"
    r"[^.]*(?:Zalo|Facebook|tin nhắn)",
    re.IGNORECASE,
)
INSTALLED = re.compile(r"(?<!\w)(?:cài|mở|tải) [^.]*\.apk", re.IGNORECASE)
UNWANTED = re.compile(
    r"(?<!\w)(?:ai|chưa|chớ|đừng|giả|họ|khoan|không|kẻ|lạ|lừa|nghi|thì)(?!\w)", re.IGNORECASE
)
"""Words of a sentence that warns of it, or tells of somebody who asks for it."""
SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - a check takes both
    """Each sentence that has her do so; answers to choose from may say it."""
    for text in texts_of(lesson):
        if text.source is not Source.GUIDE or _is_answer(text):
            continue
        for sentence in SENTENCE.split(text.text):
            advised = any(each.search(sentence) for each in (TOLD, SENT, INSTALLED))
            if advised and not UNWANTED.search(sentence) and not sentence.endswith("?"):
                yield Trap(text.trail, "secret_given", {"text": sentence})


def _is_answer(text: StatedText) -> bool:
    return "choices" in text.trail and text.trail[-1] == "text"
