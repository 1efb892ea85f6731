"""Whatever the take-over of lessons has to tell, the room for sticks has words for."""

import re

import pytest

from kiosk.content.takeover.offer import State
from kiosk.folders import CHECKOUT
from kiosk.rooms.stick.telling import ICONS, REMARKS, STATES

CODES = sorted(
    {
        code
        for folder in ("content/takeover", "rooms/stick")
        for path in (CHECKOUT / "kiosk" / folder).glob("*.py")
        for code in re.findall(
            r"(?:Remark|RefusedError)\(\s*\"(\w+)\"", path.read_text(encoding="utf-8")
        )
    }
)


@pytest.mark.parametrize("code", CODES)
def test_every_remark_has_words(code):
    assert REMARKS[code]


def test_every_remark_was_found():
    assert len(CODES) > 30


def test_every_state_has_a_word_and_a_drawing():
    drawings = CHECKOUT / "media" / "icons"
    assert set(STATES) == set(ICONS) == set(State)
    assert all((drawings / f"{icon}.svg").is_file() for icon in ICONS.values())
