"""Tiles are within reach on an upright screen; text and icons are in proportion, in every size."""

from dataclasses import replace

import pytest
from audits import LARGEST, OLD, TALL, WIDE, ScreenVariant
from step_states import show, state_named
from window_snapshot import BAR, ancestors, is_target, rectangle_of

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below, seen_below

UPRIGHT = ScreenVariant(1080, 1920, 21.5)
CAP_RATIO = 0.725
LOW = 0.03
"""Largest free share of the screen's height between the lowest tile and the item below."""
MIN_GAP = 0.25
"""Between a sign and the words beside it, of the height of their capitals."""
MIN_NAME_MM = 6.5
MIN_SIGN = 1.3
"""How high an icon before words is, of their capitals; it tells those who do not read."""
NORMAL_AND_LARGEST = pytest.mark.parametrize("variant", [TALL, replace(TALL, **LARGEST)], ids=str)


def words_in(item):
    return next(each for each in seen_below(item) if each.inherits("QQuickText"))


def capitals_of(words):
    return words.property("font").pixelSize() * CAP_RATIO


def drawing_in(item):
    """The icon or picture inside the item."""
    below = (each for each in seen_below(item) if each.inherits("QQuickImage"))
    return next(each for each in below if str(each.property("source").toString()))


def test_the_bar_of_a_wide_screen_is_no_higher_in_larger_text(kiosk_of):
    heights = []
    for variant in (WIDE, replace(WIDE, **LARGEST)):
        headless = kiosk_of(variant)
        headless.journey.to_home("vi")
        headless.driver.wait_for_frame()
        places = [headless.driver.find(name) for name in BAR]
        heights.append([each.height() for each in places])
        assert [words_in(each).property("lineCount") for each in places] == [1] * len(BAR)
    assert heights[0] == heights[1]


@NORMAL_AND_LARGEST
def test_tiles_of_an_upright_screen_are_within_reach(kiosk_of, variant):
    headless = kiosk_of(variant)
    headless.journey.to_language_page()
    headless.driver.settle()
    shown = list(seen_below(headless.kiosk.window.contentItem()))
    lowest = max(
        rectangle_of(each).bottom() for each in shown if each.objectName().startswith("language:")
    )
    assert 0 <= rectangle_of(headless.driver.find("call")).top() - lowest <= LOW * variant.height
    headless.driver.touch("language:vi")
    headless.driver.settle()
    tiles = [
        rectangle_of(each)
        for each in seen_below(headless.kiosk.window.contentItem())
        if each.objectName().startswith("lesson:")
    ]
    below = rectangle_of(headless.driver.find("by-number")).top()
    assert 0 <= below - max(each.bottom() for each in tiles) <= LOW * variant.height


@pytest.mark.parametrize("variant", [UPRIGHT, replace(UPRIGHT, **LARGEST)], ids=str)
def test_names_of_lessons_are_large_and_alike_on_an_upright_screen(kiosk_of, variant):
    headless = kiosk_of(variant)
    headless.journey.to_home("vi")
    while True:
        headless.driver.settle()
        tiles = [
            each
            for each in seen_below(headless.kiosk.window.contentItem())
            if each.objectName().startswith("lesson:")
        ]
        capitals_mm = {capitals_of(name_in(tile)) / variant.px_per_mm for tile in tiles}
        assert len(capitals_mm) == 1
        assert min(capitals_mm) > MIN_NAME_MM
        before = headless.journey.visit.home_page
        headless.driver.touch(NEXT)
        if headless.journey.visit.home_page <= before:
            break


def name_in(tile):
    texts = (each for each in seen_below(tile) if each.inherits("QQuickText"))
    plain = str.maketrans("\u00a0\u2011", " -")
    return next(
        each for each in texts if each.property("text").translate(plain) == tile.property("text")
    )


@pytest.mark.parametrize("variant", [WIDE, OLD, TALL], ids=str)
def test_the_names_of_makes_are_larger_in_larger_text(kiosk_of, variant):
    capitals = []
    for each in (variant, replace(variant, **LARGEST)):
        headless = kiosk_of(each)
        headless.journey.to_home("vi")
        headless.journey.to_tile("noi-wifi")
        headless.driver.settle()
        names = [words_in(headless.driver.find(f"make:{make}")) for make in ("samsung", "unknown")]
        assert all(name.property("contentWidth") <= name.width() + 1 for name in names)
        capitals.append([capitals_of(name) for name in names])
    assert all(larger > usual for usual, larger in zip(*capitals, strict=True))


@NORMAL_AND_LARGEST
def test_what_is_to_be_remembered_is_as_large_as_the_praise_above(kiosk_of, library, variant):
    headless = kiosk_of(variant)
    headless.journey.to_home("vi")
    lesson = library["noi-wifi"]
    headless.kiosk.visit.choosePhone("android")
    headless.kiosk.visit.open_lesson(lesson)
    headless.kiosk.visit.show_step(lesson, Way.OWN_PHONE, lesson.positions(Way.OWN_PHONE)[-1])
    headless.driver.touch(NEXT)
    headless.driver.settle()
    shown = list(seen_below(headless.kiosk.window.contentItem()))
    sizes = {
        each.property("text").translate({0x2011: "-", 0xA0: " "}): each.property("font").pixelSize()
        for each in shown
        if each.inherits("QQuickTextEdit")
    }
    things = [sizes[words] for words in lesson.head.remember]
    assert min(things) >= sizes["Bác làm xong rồi. Bác làm tốt lắm."]


def test_the_number_of_a_way_covers_nothing_of_its_picture(kiosk_of):
    headless = kiosk_of(replace(OLD, **LARGEST))
    headless.journey.to_home("vi")
    headless.journey.to_lesson("noi-wifi")
    headless.driver.touch("ways")
    headless.driver.settle()
    for way in Way:
        tile = headless.driver.find(f"way:{way}")
        numeral = rectangle_of(words_in(tile).parentItem())
        assert not numeral.intersects(rectangle_of(drawing_in(tile))), way


@NORMAL_AND_LARGEST
def test_signs_are_in_proportion_to_the_words_beside_them(kiosk_of, library, variant):
    headless = kiosk_of(variant)
    headless.journey.to_home("vi")

    def shown(lesson, name, target):
        show(headless, state_named(library[lesson], name))
        headless.driver.settle()
        return headless.driver.find(target)

    answer = shown("dang-ky-thuong-tru", "together 25 first", "choice:1")
    words = words_in(answer)
    assert drawing_in(answer).height() >= MIN_SIGN * capitals_of(words)
    paper = shown("dang-ky-ket-hon", "together 3 first", "paper:1")
    words = words_in(paper)
    below = [each for each in items_below(paper) if each is not paper]
    box = next(each for each in below if each.property("ticked") is not None)
    assert rectangle_of(words).left() - rectangle_of(box).right() >= MIN_GAP * capitals_of(words)
    button = shown("dang-ky-ket-hon", "together 10 first", "phone:nop")
    words = words_in(button)
    icon = rectangle_of(drawing_in(button))
    assert rectangle_of(words).left() - icon.right() >= MIN_GAP * capitals_of(words)
    answer = shown("dang-ky-thuong-tru", "together 26 answered", "choice:2")
    words, tick = words_in(answer), headless.driver.find("take")
    assert rectangle_of(words).left() - rectangle_of(tick).right() >= MIN_GAP * capitals_of(words)


def test_the_tick_of_a_thing_before_the_camera_stands_in_place_of_its_drawing(
    kiosk_at_home, library
):
    headless = kiosk_at_home(OLD)
    show(headless, state_named(library["quet-ma-tra-tien"], "together 6 answered"))
    headless.driver.settle()
    seen = [*seen_below(headless.kiosk.window.contentItem())]
    tick = next(each for each in seen if each.objectName() == "take")
    thing = next(each for each in ancestors(tick) if is_target(each))
    below = (each for each in seen_below(thing) if each.inherits("QQuickImage"))
    drawings = [each for each in below if str(each.property("source").toString())]
    assert drawings
    assert all(rectangle_of(tick).contains(rectangle_of(each)) for each in drawings)


@pytest.mark.parametrize("variant", [WIDE, OLD], ids=str)
def test_every_greeting_ends_above_the_button_that_begins(kiosk_of, variant):
    headless = kiosk_of(replace(variant, **LARGEST))
    languages = headless.kiosk.visit.languageChoice
    headless.driver.wait_until(
        lambda: all(each.purpose for each in languages.tiles.rows if each.greeting),
        "the sentences of all languages",
    )
    greetings = {each.greeting for each in languages.tiles.rows if each.greeting}
    seen = set()
    for _ in greetings:
        headless.driver.settle()
        begins = rectangle_of(headless.driver.find("begin")).top()
        shown = seen_below(headless.kiosk.window.contentItem())
        words = [each for each in shown if each.inherits("QQuickText") and each.property("text")]
        above = [each for each in words if rectangle_of(each).top() < begins]
        seen |= {each.property("text") for each in above}
        assert max(rectangle_of(each).bottom() for each in above) < begins
        languages.greetInNext()
    assert len(greetings & seen) > 1
