"""A message with a code covers neither the field it is typed into nor the field's button."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from audits import LARGEST, OLD, WIDE, ScreenVariant
from findings import slots_in
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from step_states import StepState, show
from window_snapshot import rectangle_of

from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.headless.ui_driver import items_below

TALL = ScreenVariant(1080, 1920, 21.5)
VARIANTS = (WIDE, replace(WIDE, **LARGEST), replace(OLD, **LARGEST), replace(TALL, **LARGEST))
UPRIGHT = replace(TALL, diagonal_in=21.5)
SENDER_AND_TEXT = 2
ROUNDING_PX = 1.0
MIN_MESSAGES = 9
SHORT = ("sim-chinh-chu", "vneid-kich-hoat", "vneid-vao-lai")
CAP_RATIO = 0.725
"""Height of a capital as a share of the font size."""
MIN_LARGER = {WIDE: 1.3, OLD: 1.15, UPRIGHT: 1.25}
"""Least growth of a message in the largest text; on a narrow glass, a line has no room for more."""
LABEL_LARGER = 1.3
"""Least growth of the label of a field in the largest text."""
LARGE_LABEL_MM = {WIDE: 11.5, UPRIGHT: 16.5}
"""Capitals of a label that need not grow, where the glass above the keys has no room for more."""


@pytest.fixture(scope="module")
def typing_states(first_states) -> list[StepState]:
    """The states in which something is typed on the phone."""
    return [state for state in first_states if state.kind == "type first"]


@pytest.fixture(scope="module")
def arrivals(typing_states) -> list[StepState]:
    """The states in which a message arrives during typing."""
    return [state for state in typing_states if state.run.arrival is not None]


@pytest.fixture(scope="module")
def messages(first_states) -> list[StepState]:
    """The states in which a message drops in over the phone's screen."""
    return [
        state
        for state in first_states
        if state.run.banner is not None
        and not any(each.shows_messages for each in state.run.screen.elements)
    ]


def dropped(headless: HeadlessKiosk) -> tuple[QRectF, list[QQuickItem]]:
    """The rectangle of the message after it has slid in, and its texts."""
    (message,) = (
        each
        for each in items_below(headless.kiosk.window.contentItem())
        if each.objectName() == "phone:arrival"
    )
    glass = rectangle_of(message.parentItem())
    state = QRectF(glass.left(), glass.top(), glass.width(), message.height())
    texts = [each for each in items_below(message) if each.inherits("QQuickText")]
    return state, [each for each in texts if each.property("text")]


def buttons_in_sight(headless: HeadlessKiosk) -> list[QQuickItem]:
    """The field and the buttons of the page that are at least partly painted."""
    page = headless.driver.item("phoneScreen")
    glass = rectangle_of(page)
    return [
        each
        for each in items_below(page)
        if each.inherits("QQuickAbstractButton")
        and each.isEnabled()
        and glass.intersects(rectangle_of(each))
    ]


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_the_field_and_its_button_are_below_the_message(variant, make_headless, settings, arrivals):
    headless = make_headless(
        of=variant.settings(settings), width=variant.width, height=variant.height
    )
    headless.journey.to_home("vi")
    messages = []
    for state in arrivals:
        show(headless, state)
        headless.driver.wait_for_frame()
        message, texts = dropped(headless)
        if sum(text.property("lineCount") for text in texts) > SENDER_AND_TEXT:
            messages.append(f"{state.name}: the message has more than a line")
        keys = rectangle_of(headless.driver.item("key:1")).top()
        field = f"phone:{state.run.step.type.into}"
        if not headless.driver.is_seen(field):
            messages.append(f"{state.name}: no {field}")
        for each in buttons_in_sight(headless):
            lies = rectangle_of(each)
            if lies.top() < message.bottom() - ROUNDING_PX:
                messages.append(f"{state.name}: {each.objectName()} under the message")
            if lies.bottom() > keys + ROUNDING_PX:
                messages.append(f"{state.name}: {each.objectName()} under the keys")
    assert messages == []


def letters_px(texts: Iterable[QQuickItem]) -> int:
    """The largest font size of these texts in pixels."""
    return max(each.property("font").pixelSize() for each in texts)


@pytest.mark.parametrize("variant", [WIDE, OLD, UPRIGHT], ids=str)
def test_larger_text_enlarges_every_message(variant, kiosk_at_home, messages):
    seen_px: dict[str, list[int]] = {}
    for each in (variant, replace(variant, **LARGEST)):
        headless = kiosk_at_home(each)
        for state in messages:
            show(headless, state)
            headless.driver.settle()
            sizes = [text.property("font").pixelSize() for text in dropped(headless)[1]]
            seen_px.setdefault(state.name, []).append(min(sizes))
    assert len(seen_px) >= MIN_MESSAGES
    for name, (before, after) in seen_px.items():
        assert after >= MIN_LARGER[variant] * before, name


def test_larger_text_enlarges_the_page_below_a_short_message(kiosk_at_home, arrivals):
    seen_px: dict[str, list[int]] = {}
    for variant in (WIDE, replace(WIDE, **LARGEST)):
        headless = kiosk_at_home(variant)
        for state in (each for each in arrivals if each.run.lesson.id in SHORT):
            show(headless, state)
            headless.driver.wait_for_frame()
            page = items_below(headless.driver.item("phoneScreen"))
            words = [each for each in page if each.inherits("QQuickText") and each.isVisible()]
            seen_px.setdefault(state.name, []).append(letters_px(words))
    for name, (page, larger_page) in seen_px.items():
        assert larger_page > page, name


def label_px(headless: HeadlessKiosk, state: StepState) -> int:
    """The font size of the label of the field that is typed into, in pixels."""
    show(headless, state)
    headless.driver.settle()
    field = f"phone:{state.run.writes_into}"
    (slot,) = (
        each
        for each in slots_in(headless.driver.item("phoneScreen"))
        if any(part.objectName() == field for part in items_below(each))
    )
    words = [each for each in items_below(slot) if each.inherits("QQuickText")]
    return letters_px(each for each in words if each.isVisible() and each.property("text"))


@pytest.mark.parametrize("variant", [WIDE, UPRIGHT], ids=str)
def test_larger_text_enlarges_the_label_of_every_field(variant, kiosk_at_home, typing_states):
    headless = kiosk_at_home(variant)
    normal = [label_px(headless, state) for state in typing_states]
    headless = kiosk_at_home(replace(variant, **LARGEST))
    largest = [label_px(headless, state) for state in typing_states]
    large_px = LARGE_LABEL_MM[variant] * variant.px_per_mm / CAP_RATIO
    assert [
        f"{state.name}: {before} and {after} pixels"
        for state, before, after in zip(typing_states, normal, largest, strict=True)
        if after < min(LABEL_LARGER * before, max(large_px, before))
    ] == []


def test_larger_text_keeps_what_follows_the_field_as_large(kiosk_at_home, arrivals):
    sizes: dict[str, list[int]] = {}
    for variant in (WIDE, replace(WIDE, **LARGEST)):
        headless = kiosk_at_home(variant)
        for state in arrivals:
            show(headless, state)
            headless.driver.settle()
            words = [
                each
                for button in buttons_in_sight(headless)
                for each in items_below(button)
                if each.inherits("QQuickText") and each.isVisible() and each.property("text")
            ]
            smallest = min(each.property("font").pixelSize() for each in words)
            sizes.setdefault(state.name, []).append(smallest)
    assert {name: pair for name, pair in sizes.items() if pair[1] < pair[0]} == {}
