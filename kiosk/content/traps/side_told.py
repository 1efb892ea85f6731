"""A place told by a side, which is another one on an upright screen, or in larger text."""

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
"""«bên phải», «góc trái», «nút ở giữa», «hình bên cạnh»; in the south «tay mặt» is the right."""
WITH_SIDES = "bubble"
"""What was sent stands at the right of every chat, what was received at the left."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - a check takes both
    """Each sentence said on the kiosk that tells the side at which something stands."""
    for stated in texts_of(lesson):
        side = SIDE.search(stated.text) if stated.source is Source.GUIDE else None
        if side and _is_of_kiosk(lesson, stated):
            yield Trap(stated.trail, "side_told", {"text": side.group()})


def _is_of_kiosk(lesson: Lesson, stated: StatedText) -> bool:
    """Whether it is said beside the drawn phone, a chat left out."""
    first, place, *_ = (*stated.trail, "")
    if first == "screens":
        return True
    if first != "steps" or not isinstance(place, int):
        return False
    screen = lesson.screen_of(place)
    chats = screen is not None and any(each.key == WITH_SIDES for each in screen.elements)
    step = lesson.steps[place]
    return not chats and any(step.belongs_to(way) for way in Way if way is not Way.OWN_PHONE)
