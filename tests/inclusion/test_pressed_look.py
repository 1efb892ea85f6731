"""Every kind of control shows a pressed state with a contrast of 3:1, also while highlighted."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from journey import LESSON
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from step_states import fullest, show
from test_contrast import MIN_EDGE_CONTRAST
from window_snapshot import GROUNDS, is_target, painted, rectangle_of

from kiosk.domain.settings import Contrast
from kiosk.domain.way import Way
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.headless.ui_driver import qml_type_of

MIN_KINDS = 15
RING_PX = 8
"""Width of the ring around a control on this screen, at most."""
SHEETS = {"adjust": "adjusted", "by-number": "number-close"}
"""Buttons that open a sheet over the home page, and the buttons that close it."""


def light_of(picture: QImage) -> np.ndarray:
    """The relative luminance of each pixel, as WCAG defines it; height × width."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1, 4)
    share = np.arange(256) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    blue, green, red = (linear[pixels[:, : plain.width(), at]] for at in range(3))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def changed_px(before: np.ndarray, after: np.ndarray, item: QQuickItem) -> int:
    """The number of pixels of an item and its ring that changed by at least 3:1."""
    ringed = rectangle_of(item).adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)
    x, y, wide, high = (round(each) for each in ringed.getRect())
    one, other = (light[max(0, y) : y + high, max(0, x) : x + wide] for light in (before, after))
    ratio = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return int((ratio >= MIN_EDGE_CONTRAST).sum())


def pages(headless: HeadlessKiosk, library) -> Iterator[None]:
    """Yields at pages, sheets and steps that together show every kind of a learner's control."""
    yield
    headless.journey.to_language_page()
    yield
    headless.driver.touch("language:vi")
    headless.driver.wait_until(lambda: headless.driver.is_seen("adjust"), "home")
    yield
    for opens, closes in SHEETS.items():
        headless.driver.touch(opens)
        headless.driver.settle()
        yield
        headless.driver.touch(closes)
    headless.journey.to_tile(LESSON)
    headless.driver.settle()
    yield
    for state in fullest(library.values()):
        if state.run.way is Way.TOGETHER and state.kind.endswith("first"):
            show(headless, state)
            yield


def kind_of_control(item: QQuickItem) -> str:
    """The name of the item's QML file, or of its inline component."""
    return qml_type_of(item)


@pytest.mark.parametrize("contrast", Contrast, ids=str)
def test_what_is_pressed_is_seen_to_be(make_headless, settings, library, contrast):
    display = settings.display.model_copy(update={"contrast": contrast})
    headless = make_headless(of=settings.model_copy(update={"display": display}))
    known: set[str] = set()
    messages = []
    for _ in pages(headless, library):
        items = {}
        for item in painted(headless.kiosk.window.contentItem()):
            if is_target(item) and item.isEnabled() and item.objectName() not in GROUNDS:
                items.setdefault(kind_of_control(item), item)
        new = {kind: item for kind, item in items.items() if kind not in known}
        known |= new.keys()
        lights = {}
        for glowing, pressed in product((False, True), repeat=2) if new else ():
            for item in new.values():
                item.setProperty("glowing", glowing)
                item.setProperty("shownPressed", pressed)
            lights[glowing, pressed] = light_of(headless.driver.picture())
        for item in new.values():
            item.setProperty("glowing", False)
            item.setProperty("shownPressed", False)
        for (kind, item), glowing in product(new.items(), (False, True)):
            least = 2 * (item.width() + item.height())
            changed = changed_px(lights[glowing, False], lights[glowing, True], item)
            if changed < least:
                messages.append(f"{kind} {item.objectName()}, {glowing=}: {changed} of {least:.0f}")
    assert messages == []
    assert len(known) >= MIN_KINDS
