"""Checks for personal data: numbers that may be real, and requests for the learner's own data."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, StatedText, texts_of
from kiosk.domain.lesson import Lesson
from kiosk.domain.step import Step
from kiosk.domain.way import Way

MOBILE = re.compile(r"(?<![\d.])(?:\+?84|0)[ .-]?[35789](?:[ .-]?\d){8}(?!\d)")
LANDLINE = re.compile(r"(?<![\d.])\(?02\d{1,2}\)?(?:[ .-]?\d){7,8}(?!\d)")
IDENTITY = re.compile(r"(?<!\d)0(?:0[1-9]|[1-9]\d)(?:[ .]?\d){9}(?!\d)")
"""Twelve digits that begin with a province code; invented ones begin with 000."""
OLD_IDENTITY = re.compile(
    r"(?:chứng minh|CMND)(?: \w+){0,3}? \d{3}(?:[ .]?\d{3}){2}(?!\d)", re.IGNORECASE
)
CARD = re.compile(r"(?<!\d)[2-9]\d{3}(?:[ -]?\d{4}){3}(?!\d)")
INSURANCE = re.compile(r"(?<!\w)[A-Z]{2}(?: ?\d){13}(?!\d)")
BANK = re.compile(r"(?<!\d)9704\d{2}(?!\d)")
"""Card prefix (six digits) of a Vietnamese bank; the invented one is 999999."""
ACCOUNT = re.compile(
    r"(?<!\w)(?:STK|(?:số )?tài khoản)(?: \w+){0,3}?:? (?=\d*[1-9])\d(?:[ .-]?\d){7,18}(?!\d)",
    re.IGNORECASE,
)
PLATE = re.compile(r"(?<!\w)[1-9]\d ?-?[A-Z][A-Z\d]?[ -]?\d{3}\.?\d{2}(?!\w)")
DIGIT = "không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín"
SPELT = re.compile(rf"(?<!\w)không(?:,? (?:{DIGIT})){{8,}}(?!\w)", re.IGNORECASE)
"""A telephone number in words."""
NUMBERS = (
    MOBILE,
    LANDLINE,
    IDENTITY,
    OLD_IDENTITY,
    CARD,
    INSURANCE,
    BANK,
    ACCOUNT,
    PLATE,
    SPELT,
)

WANTED = (
    r"(?:mật khẩu|passcode|mã PIN|mã OTP|số căn cước|số định danh|số tài khoản|số thẻ|"
    r"số điện thoại|họ tên|tên thật|địa chỉ nhà|ngày sinh)"
)
OWN = re.compile(
    rf"{WANTED} (?:(?:\w+ ){{0,2}}(?:của (?:bác|mình)|thật)|"
    r"(?:Apple|Facebook|Google|ngân hàng|VNeID|VssID|Zalo))(?!\w)",
    re.IGNORECASE,
)
ALOUD = re.compile(
    rf"(?:(?:đọc|nói) to|(?:chụp|đọc|gõ|gửi|nhập|quét)(?=[^.]*(?:máy này|ki-?ốt)))[^.]*?"
    rf"(?:{WANTED}|căn cước|thẻ ngân hàng)",
    re.IGNORECASE,
)
"""Real data that the learner is asked to say aloud or to enter on the kiosk."""
PRACTISED = re.compile(r"tập|bất kỳ|nào cũng được|nghĩ ra|[đĐ]ừng|lại", re.IGNORECASE)
"""Words showing that the data is only for practice, or is typed again."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Numbers that may be real, and requests for real data in the practice ways."""
    copied = (
        StatedText(step.copied, ("steps", at, "type", "text"), Source.PHONE)
        for at, step in enumerate(lesson.steps)
        if step.copied
    )
    for text in (*texts_of(lesson), *copied):
        found = (number.search(text.text) for number in NUMBERS)
        if text.source is not Source.CODE and (match := next(filter(None, found), None)):
            yield Trap(text.key_path, "number_may_be_real", {"value": match.group()})
    for at, step in enumerate(lesson.steps):
        if name := _asking(step):
            yield Trap(("steps", at, name), "asks_real_data")


def _asking(step: Step) -> str:
    """The field of the sentence that asks for real data; empty if none does."""
    practised = any(step.belongs_to(way) for way in (Way.TOGETHER, Way.ALONE))
    for name, text in ((step.key, step.line.text), ("alone", step.alone)):
        if not text or not practised:
            continue
        if ALOUD.search(text) and not PRACTISED.search(text) and "không" not in text:
            return "say" if name == step.key and step.key in ("tap", "type") else name
        if step.key == "password" and not PRACTISED.search(text):
            return name
        if step.copied and OWN.search(text) and not PRACTISED.search(text):
            return "say" if name == step.key else name
    return ""
