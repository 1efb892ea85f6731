"""The phone's glass clips no line; the item after a text field is visible above the keys."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import findings
import pytest
from audits import LARGEST, OLD, TALL, WIDE, ScreenVariant
from phone_findings import under_the_keys
from PySide6.QtQuick import QQuickItem
from step_states import StepState, show, state_named, step_states
from window_snapshot import WindowSnapshot, rectangle_of

from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.headless.ui_driver import items_below, qml_type_of

VARIANTS = (replace(WIDE, **LARGEST), replace(OLD, **LARGEST))
UPRIGHT = replace(TALL, diagonal_in=21.5)
SIZES = (WIDE, OLD, UPRIGHT)
ALL_SIZES = (*SIZES, *(replace(each, **LARGEST) for each in SIZES))
LONG = ("noi-wifi", "vneid-muc", "tien-an-sinh", "sim-chinh-chu")
BELOW_OTHER_APPS = "the-bhyt"
"""A lesson whose target app is in the last row, below apps with names of two lines."""
MIN_TYPED = 30
"""Least number of steps with typing in all lessons."""
GO_ON_BELOW = (("cai-ung-dung", "together 1 first"), ("dat-lich-kham", "together 4 first"))
"""Places with two-line names at the lower edge of the glass."""
PARTED_TARGETS = (
    ("nop-ho-so", "android", "together 10 first"),
    ("ngan-hang-hoi-mat", "android", "together 8 first"),
    ("lam-quen-may", "iphone", "alone 5 first"),
)
"""Places with a two-line row or button at the lower edge of the glass."""
WITH_VALUES = ("card", "payee")
"""Elements with lines of a label and its value."""
MIN_VALUES = 40
"""Least number of pages of the phone with such an element in all lessons."""
MOST_PAGES = 8
MIN_SEEN = 0.9
"""Least share of the height of a row or button that is seen whole."""


def cut(headless: HeadlessKiosk, variant: ScreenVariant, state: StepState) -> list[str]:
    headless.driver.settle()
    snapshot = WindowSnapshot(headless, variant.px_per_mm)
    checks = (findings.cut_lines, findings.split_app_names)
    messages = [each for check in checks for each in check(snapshot, str(variant.text_size))]
    return [f"{state.name}: {each}" for each in messages]


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_no_line_is_seen_in_part(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    messages = []
    for lesson in LONG:
        for state in step_states(library[lesson]):
            if state.run.way is Way.ALONE and state.kind in ("tap first", "message first"):
                show(headless, state)
                messages += cut(headless, variant, state)
                if headless.driver.is_seen("phone:scroll-down"):
                    headless.driver.touch("phone:scroll-down")
                    messages += cut(headless, variant, state)
    assert messages == []


def test_no_app_is_seen_with_only_the_first_line_of_its_name(kiosk_at_home, library):
    variant = VARIANTS[1]
    headless = kiosk_at_home(variant)
    for lesson, name in GO_ON_BELOW:
        state = state_named(library[lesson], name)
        show(headless, state)
        assert cut(headless, variant, state) == []


def test_no_app_is_seen_with_only_the_last_line_of_its_name(kiosk_at_home, library):
    variant = VARIANTS[0]
    headless = kiosk_at_home(variant)
    state = state_named(library[BELOW_OTHER_APPS], "together 4 missed")
    show(headless, state)
    assert cut(headless, variant, state) == []


@pytest.mark.parametrize(("lesson", "phone", "name"), PARTED_TARGETS)
def test_no_row_or_button_is_seen_in_part(lesson, phone, name, kiosk_at_home, library):
    variant = VARIANTS[1]
    headless = kiosk_at_home(variant)
    show(headless, state_named(library[lesson].for_phone(phone), name))
    headless.driver.settle()
    messages = []
    for view, glass in findings.glasses_in(WindowSnapshot(headless, variant.px_per_mm)):
        for slot in findings.slots_in(view):
            place = rectangle_of(slot)
            seen = place.intersected(glass).height() / place.height()
            if is_touched(slot) and 1 - MIN_SEEN < seen < MIN_SEEN:
                messages.append(f"of {findings.words_in(slot)} {seen:.0%} are seen")
    assert messages == []


def is_touched(slot: QQuickItem) -> bool:
    return any(each.objectName().startswith("phone:") for each in items_below(slot))


def pages_with_values(library: Mapping[str, Lesson]) -> Iterator[StepState]:
    """One place for each page of the phone with labels and values."""
    shown = set()
    for lesson in library.values():
        for state in step_states(lesson):
            screen = state.run.screen
            if state.run.way is not Way.TOGETHER or screen is None:
                continue
            has_values = any(each.key in WITH_VALUES for each in screen.elements)
            if has_values and (lesson.id, screen.name) not in shown:
                shown.add((lesson.id, screen.name))
                yield state


def parted(headless: HeadlessKiosk, variant: ScreenVariant) -> Iterator[str]:
    """Labels that are seen without their value, and values without their label."""
    headless.driver.settle()
    snapshot = WindowSnapshot(headless, variant.px_per_mm)
    for view, glass in findings.glasses_in(snapshot):
        units = [each for each in items_below(view) if qml_type_of(each) == "Line"]
        for unit in units:
            lines = [
                line for text in findings.lines_on_phone(unit) for line in findings.pitches_of(text)
            ]
            seen = [line for line in lines if glass.intersected(line).height() > line.height() / 2]
            if 0 < len(seen) < len(lines):
                yield f"of {findings.words_in(unit)} {len(seen)} of {len(lines)} lines are seen"
    yield from findings.cut_lines(snapshot, str(variant.text_size))


@pytest.mark.parametrize(
    "variant", [*SIZES, *(replace(each, **LARGEST) for each in SIZES)], ids=str
)
def test_a_page_ends_between_a_value_and_the_next_label(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    told, shown = [], 0
    for state in pages_with_values(library):
        show(headless, state)
        told += [f"{state.name}: {each}" for each in parted(headless, variant)]
        for page in range(2, MOST_PAGES):
            if not headless.driver.is_seen("phone:scroll-down"):
                break
            headless.driver.touch("phone:scroll-down")
            told += [f"{state.name}, page {page}: {each}" for each in parted(headless, variant)]
        shown += 1
    assert told == []
    assert shown >= MIN_VALUES


def test_what_follows_a_field_is_above_the_keys(kiosk_at_home, library):
    variant = VARIANTS[0]
    headless = kiosk_at_home(variant)
    messages, typed = [], 0
    for lesson in library.values():
        for state in step_states(lesson):
            if state.run.way is Way.ALONE and state.kind == "type first":
                show(headless, state)
                snapshot = WindowSnapshot(headless, variant.px_per_mm)
                messages += [
                    f"{state.name}: {each}" for each in under_the_keys(snapshot, variant.text_size)
                ]
                typed += 1
    assert messages == []
    assert typed >= MIN_TYPED
