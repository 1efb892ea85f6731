"""Checks for real banks in an exercise, as senders of scams or drawn as apps."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, texts_of
from kiosk.domain.lesson import Lesson

BANK = re.compile(
    r"(?<!\w)(?:Agribank|Vietcombank|VCB|VietinBank|BIDV|Techcombank|MB ?Bank|Sacombank|ACB|TPBank|"
    r"VPBank|HDBank|VIB|SHB|Eximbank|SeABank|LPBank|LienVietPostBank|Bac A Bank|Nam A Bank|OCB|"
    r"PVcomBank|SCB|Kienlongbank|Co-opBank|MoMo|ZaloPay|VNPAY|Viettel Money)(?!\w)",
    re.IGNORECASE,
)
"""Banks and wallets common in Viet Nam; lessons use the invented Ngân hàng Mẫu."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Real bank names on the simulated phone or in the words of another speaker."""
    for text in texts_of(lesson):
        match = BANK.search(text.text)
        if match and text.source in (Source.OTHER, Source.PHONE):
            yield Trap(text.key_path, "real_bank", {"name": match.group()})
