"""Checks for remains of writing: gaps to fill in, markup."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, texts_of
from kiosk.domain.lesson import Lesson

GAP = re.compile(
    r"\[[^\].]{3,}\]|\.{4,}|…{2,}|_{3,}|(?<!\w)(?:x{3,}|TODO|lorem ipsum)(?!\w)", re.IGNORECASE
)
"""«[tên cán bộ]», «.....», «xxx»; but not a[.]vip, a defanged address."""
MARKUP = re.compile(r"\*\*|(?<!\w)__(?=\w)|^#+ |</?[a-z]+>")


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """All texts except QR codes that contain such signs."""
    for text in texts_of(lesson):
        if text.source is Source.CODE:
            continue
        for code, sort in (("gap_left", GAP), ("markup_left", MARKUP)):
            if match := sort.search(text.text):
                yield Trap(text.key_path, code, {"text": match.group()})
