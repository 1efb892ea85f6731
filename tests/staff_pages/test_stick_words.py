"""The page for sticks has a text for every message of an import."""

import re

import pytest

from kiosk.folders import CHECKOUT
from kiosk.staff_pages.stick.messages import ICONS, NOTES, STATES
from kiosk.usb_import.usb_lesson import UsbLessonState

CODES = sorted(
    {
        code
        for folder in ("usb_import", "staff_pages/stick")
        for path in (CHECKOUT / "kiosk" / folder).glob("*.py")
        for code in re.findall(
            r"(?:ImportNote|LessonRefusedError)\(\s*\"(\w+)\"", path.read_text(encoding="utf-8")
        )
    }
)


@pytest.mark.parametrize("code", CODES)
def test_every_remark_has_words(code):
    assert NOTES[code]


def test_every_remark_was_found():
    assert len(CODES) > 30


def test_every_state_has_a_word_and_a_drawing():
    drawings = CHECKOUT / "media" / "icons"
    assert set(STATES) == set(ICONS) == set(UsbLessonState)
    assert all((drawings / f"{icon}.svg").is_file() for icon in ICONS.values())
