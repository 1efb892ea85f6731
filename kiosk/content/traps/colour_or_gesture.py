"""Checks touches described by colour alone, or by gestures that the simulated phone lacks."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._labels import labels
from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way

COLOUR = re.compile(
    r"(?<!\w)(?:màu|nút|chữ|hàng|ô|dấu) (?:xanh|đỏ|vàng|cam|tím|hồng|đen|trắng|xám)(?!\w)",
    re.IGNORECASE,
)
GESTURE = re.compile(
    r"(?<!\w)(?:(?:ấn|bấm|chạm|đè|nhấn) giữ|giữ (?:tay|ngón)|kéo|(?:bấm|chạm|nhấn) (?:đúp|hai cái|"
    r"(?:hai|2) lần))(?!\w)",
    re.IGNORECASE,
)
COLOURED = "incoming"
"""The incoming call, whose keys have the same colours on all phones: green answers, red refuses."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Tap steps whose sentences name only a colour, or a gesture other than a touch."""
    for at, step in enumerate(lesson.steps):
        screen, right = lesson.screen_of(at), step.expects(step.begin())
        practised = any(step.belongs_to(way) for way in (Way.TOGETHER, Way.ALONE))
        if screen is None or step.key != "tap" or not practised:
            continue
        label = labels(screen).get(right, "").casefold()
        coloured = any(element.key == COLOURED for element in screen.elements)
        for name, text in (("say", step.line.text), ("alone", step.alone), ("wrong", step.wrong)):
            if not text:
                continue
            if gesture := GESTURE.search(text):
                yield Trap(("steps", at, name), "gesture_other", {"text": gesture.group()})
            colour = COLOUR.search(text)
            if colour and not coloured and not (label and label in text.casefold()):
                yield Trap(("steps", at, name), "colour_alone", {"text": colour.group()})
