"""The phone's glass ends with whole lines; what follows a field is seen above the keys."""

from dataclasses import replace

import findings
import pytest
from audits import LARGEST, OLD, WIDE, Sort
from places import Place, place_of, places, show
from PySide6.QtQuick import QQuickItem
from sight import Sight, ancestors, rectangle_of

from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.headless.ui_driver import items_below

SORTS = (replace(WIDE, **LARGEST), replace(OLD, **LARGEST))
LONG = ("noi-wifi", "vneid-muc", "tien-an-sinh", "sim-chinh-chu")
TYPED = ("dang-nhap-cong", "vneid-vi-giay-to", "tien-an-sinh", "noi-wifi")
"""Each has a field with a button after it; into the first two digits are typed."""
BELOW_OTHER_APPS = "the-bhyt"
"""The app to be touched stands in the last row, and the names above it take two lines."""


@pytest.fixture(scope="module")
def library():
    media = media_in(Folders())
    lessons = CHECKOUT / "lessons"
    files = {name: lessons / f"{name}.yaml" for name in {*LONG, *TYPED}}
    files[BELOW_OTHER_APPS] = lessons / "procedures" / f"{BELOW_OTHER_APPS}.yaml"
    return {name: read_lesson(path, media).lesson for name, path in files.items()}


def cut(on: HeadlessKiosk, sort: Sort, place: Place) -> list[str]:
    on.driver.settle()
    sight = Sight(on, sort.px_per_mm)
    checks = (findings.cut_lines, findings.parted_names)
    told = [each for check in checks for each in check(sight, str(sort.text_size))]
    return [f"{place.name}: {each}" for each in told]


@pytest.mark.parametrize("sort", SORTS, ids=str)
def test_no_line_is_seen_in_part(sort, headless_of, settings, library):
    on = headless_of(of=sort.settings(settings), width=sort.width, height=sort.height)
    on.journey.to_home("vi")
    told = []
    for lesson in LONG:
        for place in places(library[lesson]):
            if place.run.way is Way.ALONE and place.kind in ("tap first", "message first"):
                show(on, place)
                told += cut(on, sort, place)
                if on.driver.is_seen("phone:scroll-down"):
                    on.driver.touch("phone:scroll-down")
                    told += cut(on, sort, place)
    assert told == []


def test_no_app_is_seen_with_only_the_last_line_of_its_name(headless_of, settings, library):
    sort = SORTS[0]
    on = headless_of(of=sort.settings(settings), width=sort.width, height=sort.height)
    on.journey.to_home("vi")
    place = place_of(library[BELOW_OTHER_APPS], "together 4 missed")
    show(on, place)
    assert cut(on, sort, place) == []


def slot_after(on: HeadlessKiosk, target: str) -> QQuickItem | None:
    """The place of the element that follows on the screen."""
    slots = [
        each
        for each in items_below(on.driver.item("phoneScreen"))
        if each.property("letterScale") and each.inherits("QQuickLoader")
    ]
    here = next(at for at, each in enumerate(slots) if each in ancestors(on.driver.item(target)))
    return next(iter(slots[here + 1 :]), None)


def test_what_follows_a_field_is_above_the_keys(headless_of, settings, library):
    sort = SORTS[0]
    on = headless_of(of=sort.settings(settings), width=sort.width, height=sort.height)
    on.journey.to_home("vi")
    told = []
    for lesson in TYPED:
        for place in places(library[lesson]):
            if place.run.way is not Way.ALONE or place.kind != "type first":
                continue
            show(on, place)
            on.driver.settle()
            screen = items_below(on.driver.item("phoneScreen"))
            glass = next(rectangle_of(each) for each in screen if each.inherits("QQuickFlickable"))
            follows = slot_after(on, f"phone:{place.run.step.type.into}")
            under = rectangle_of(follows).bottom() - glass.bottom() if follows else 0
            if follows and under > follows.height() * (1 - findings.LEAST_SHARE):
                told.append(f"{place.name}: {under:.0f} pixels under the keys")
    assert told == []
