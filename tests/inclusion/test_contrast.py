"""Contrast of the colours, computed from the theme and measured on the screen."""

from itertools import product

import pytest
from journey import LESSON
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine
from window_snapshot import is_target, painted, rectangle_of

from kiosk.domain.settings import Contrast
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.ui.window.kiosk_window import QML

TEXT_PAIRS = {
    "ink": ("ground", "paper", "phoneGround", "highlightSoft", "rightSoft", "key", "quietPressed"),
    "faintInk": ("ground", "paper", "phoneGround", "highlightSoft"),
    "accent": ("ground", "paper", "highlightSoft", "quietPressed", "phoneGround"),
    "accentInk": ("accent", "accentPressed"),
    "callInk": ("call", "callPressed"),
    "codeInk": ("codePaper",),
    "danger": ("paper", "phoneGround"),
    "tileInk": ("tiles",),
}
EDGE_PAIRS = {
    "outline": ("ground", "paper", "keyboard"),
    "focus": ("ground", "paper"),
    "highlight": (
        "key",
        "keyboard",
        "paper",
        "ground",
        "highlightSoft",
        "rightSoft",
        "phoneGround",
    ),
    "right": ("paper", "ground", "rightSoft"),
    "call": ("ground", "paper"),
    "phoneBody": ("ground", "phoneGround"),
    "cameraSign": ("cameraView",),
    "switchOff": (),
}
MIN_TEXT_CONTRAST = 7.0
MIN_EDGE_CONTRAST = 3.0


def light_of(colour: QColor) -> float:
    """The relative luminance as WCAG defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((light_of(one), light_of(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=Contrast, ids=str)
def colours(request, qapp):
    """Looks up the values of a theme colour; a list of colours has several."""
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    component = QQmlComponent(engine)
    names = {*TEXT_PAIRS, *EDGE_PAIRS, *sum((*TEXT_PAIRS.values(), *EDGE_PAIRS.values()), ())}
    lines = "\n".join(f"property var c_{name}: Theme.{name}" for name in names)
    source = (
        "import QtQuick\nimport TutorialKiosk.Theme\nQtObject {\n"
        f'{lines}\nComponent.onCompleted: Theme.contrast = "{request.param}"\n}}'
    )
    component.setData(source.encode(), QUrl())
    values = component.create()
    assert values, component.errorString()

    def look_up(name: str) -> list[QColor]:
        found = values.property(f"c_{name}")
        found = found.toVariant() if hasattr(found, "toVariant") else found
        return [QColor(each) for each in (found if isinstance(found, list) else [found])]

    yield look_up
    values.deleteLater()
    engine.deleteLater()


def too_faint(colours, pairs, least):
    return [
        f"{name} {one.name()} on {ground} {other.name()}: {contrast(one, other):.1f}"
        for name, grounds in pairs.items()
        for ground in grounds
        for one, other in product(colours(name), colours(ground))
        if contrast(one, other) < least
    ]


def test_words_stand_out_from_their_ground(colours):
    assert not too_faint(colours, TEXT_PAIRS, MIN_TEXT_CONTRAST)


def test_edges_and_signs_stand_out(colours):
    assert not too_faint(colours, EDGE_PAIRS, MIN_EDGE_CONTRAST)


def differing(before, after, place, least):
    """The number of pixels in a rectangle that changed by at least this contrast."""
    return sum(
        contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= least
        for x in range(max(0, int(place.left())), min(before.width(), int(place.right())))
        for y in range(max(0, int(place.top())), min(before.height(), int(place.bottom())))
        if before.pixel(x, y) != after.pixel(x, y)
    )


@pytest.mark.parametrize("colours_of", Contrast, ids=str)
def test_the_focus_is_seen_around_what_has_it(make_headless, settings, colours_of):
    display = settings.display.model_copy(update={"contrast": colours_of})
    headless = make_headless(of=settings.model_copy(update={"display": display}))
    headless.journey.to_home("vi")
    item = headless.driver.find("hear")
    place = rectangle_of(item)
    before = headless.driver.picture()

    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    after = headless.driver.picture()

    ring = differing(before, after, place.adjusted(-20, -20, 20, 20), MIN_EDGE_CONTRAST)
    assert ring >= 2 * 2 * (place.width() + place.height())


@pytest.mark.parametrize("colours_of", Contrast, ids=str)
def test_the_glow_is_seen_without_its_colour(make_headless, settings, colours_of):
    display = settings.display.model_copy(update={"contrast": colours_of})
    headless = make_headless(of=settings.model_copy(update={"display": display}))
    headless.journey.to_home("vi")
    headless.journey.to_lesson(LESSON)
    headless.journey.to_way(Way.TOGETHER)
    headless.driver.touch(NEXT)
    while not any(item.property("glowing") for item in glowing(headless)):
        headless.journey.touch_expected()
    item = glowing(headless)[0]
    place = rectangle_of(item).adjusted(-20, -20, 20, 20)
    lit = headless.driver.picture()

    item.setProperty("glowing", False)
    unlit = headless.driver.picture()

    assert differing(unlit, lit, place, MIN_EDGE_CONTRAST) >= 2 * 2 * (item.width() + item.height())


def glowing(headless):
    return [
        item
        for item in painted(headless.kiosk.window.contentItem())
        if is_target(item) and item.property("glowing")
    ]
