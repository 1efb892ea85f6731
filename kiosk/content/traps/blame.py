"""Checks for words that blame or hurry the learner."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, texts_of
from kiosk.domain.lesson import Lesson

BLAME = re.compile(
    r"(?<!\w)(?:sai rồi|sai bét|hư rồi|lỗi tại bác|bác (?:dốt|ngốc|lú|lẩm cẩm|chậm)|chậm quá|"
    r"sao (?:mà )?bác (?:không|lại|cứ|chưa|quên)|quên hoài|bác (?:già|lớn tuổi) rồi|vụng|"
    r"dễ vậy mà|dễ ợt|ai cũng (?:làm|biết) được|có vậy (?:mà )?cũng|đã bảo|"
    r"(?:nhanh|mau|lẹ|gấp|vội) lên|cho (?:lẹ|mau)|khẩn trương|còn nhiều người chờ|"
    r"(?:còn|trong(?: vòng)?) \d+ (?:giây|phút)|hết giờ)(?!\w)",
    re.IGNORECASE,
)


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """The kiosk's own sentences with such words; other speakers, such as scammers, may use them."""
    for text in texts_of(lesson):
        if text.source is Source.GUIDE and (match := BLAME.search(text.text)):
            yield Trap(text.key_path, "blames", {"text": match.group()})
