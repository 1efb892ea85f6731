"""Checks positions told by side, which change on a portrait screen or with larger text."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, StatedText, texts_of
from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way

SIDE = re.compile(
    r"(?<!\w)(?:(?:bên|phía|góc|mé|tay) (?:(?:trên|dưới) )?(?:bên )?(?:phải|trái|mặt)"
    r"|(?:nút|hình|chữ|ô|hàng|mục|dòng|tờ giấy|điện thoại) "
    r"(?:nằm )?(?:ở )?(?:giữa|bên cạnh|kế bên))"
    r"(?!\w)",
    re.IGNORECASE,
)
"""«bên phải», «góc trái», «nút ở giữa», «hình bên cạnh»; in the south «tay mặt» means right."""
WITH_SIDES = "bubble"
"""Chats have real sides on every phone: sent messages right, received ones left."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Sentences spoken on the kiosk that locate something by its side."""
    for stated in texts_of(lesson):
        side = SIDE.search(stated.text) if stated.source is Source.GUIDE else None
        if side and _is_of_kiosk(lesson, stated):
            yield Trap(stated.key_path, "side_told", {"text": side.group()})


def _is_of_kiosk(lesson: Lesson, stated: StatedText) -> bool:
    """Whether the text is said beside the simulated phone, and not about a chat."""
    first, place, *_ = (*stated.key_path, "")
    if first == "screens":
        return True
    if first != "steps" or not isinstance(place, int):
        return False
    screen = lesson.screen_of(place)
    chats = screen is not None and any(each.key == WITH_SIDES for each in screen.elements)
    step = lesson.steps[place]
    return not chats and any(step.belongs_to(way) for way in Way if way is not Way.OWN_PHONE)
