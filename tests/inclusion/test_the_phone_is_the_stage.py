"""The drawn phone by its numbers: how large it and its words are, what is seen of a touch."""

import itertools
import time

import pytest
from journey import LESSON
from PySide6.QtCore import QRectF
from sight import rectangle_of
from test_contrast import LEAST_EDGE, differing

from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.domain.settings import Contrast, TextSize
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.ui_driver import items_below

WIDE, OLD, TALL = (1920, 1080, 21.5), (1024, 768, 15), (1080, 1920, 32)
LEAST_WIDE, LEAST_HIGH = 0.36, 0.60
CAP_MM, COPIED_CAP_MM = 9.0, 15.0
ENLARGED = 1.3
FRAMES_A_SECOND = 50


@pytest.fixture
def kiosk_of(headless_of, settings):
    def make(sort=WIDE, *, size=TextSize.NORMAL, colours=Contrast.WARM, **look):
        width, height, diagonal_in = sort
        requests = {"diagonal_in": diagonal_in, "text_size": size, "contrast": colours}
        display = settings.display.model_copy(update=requests)
        of = settings.model_copy(update={"display": display})
        return headless_of(of=of, width=width, height=height, **look)

    return make


def to_step(on, number, way=Way.TOGETHER):
    on.journey.to_home("vi")
    on.journey.to_lesson(LESSON)
    on.journey.to_way(way)
    while on.journey.run.number < number:
        on.journey.touch_expected()
    on.driver.wait_for_frame()


def frame_of_phone(on) -> QRectF:
    return rectangle_of(on.driver.find("phone:nothing").parentItem().parentItem())


def labels(on):
    """The words on the phone's screen and the height of their capitals, in millimetres."""
    width, diagonal = on.kiosk.window.width(), on.kiosk.settings.display.diagonal_in
    px_per_mm = (width**2 + on.kiosk.window.height() ** 2) ** 0.5 / (diagonal * 25.4)
    glass = on.driver.find("phoneScreen")
    texts = [each for each in items_below(glass) if each.inherits("QQuickText")]
    shown = [each for each in texts if each.isVisible() and each.property("text").strip()]
    ratio = 0.725
    return {
        each.property("text"): each.property("font").pixelSize() * ratio / px_per_mm
        for each in shown
    }


@pytest.mark.parametrize("sort", [WIDE, OLD], ids=["wide", "old"])
def test_it_stands_from_the_ornament_to_the_bar_and_takes_a_third_of_the_width(kiosk_of, sort):
    on = kiosk_of(sort)
    to_step(on, 2)
    frame = frame_of_phone(on)
    bar = rectangle_of(on.driver.find("call"))
    assert frame.width() >= LEAST_WIDE * sort[0]
    assert frame.top() <= 0.04 * sort[1]
    assert 0 < bar.top() - frame.bottom() <= 0.03 * sort[1]


def test_on_a_tall_screen_it_takes_most_of_the_height_and_stands_low(kiosk_of):
    on = kiosk_of(TALL)
    to_step(on, 2)
    frame = frame_of_phone(on)
    assert frame.height() >= LEAST_HIGH * TALL[1]
    assert 0 < rectangle_of(on.driver.find("call")).top() - frame.bottom() <= 0.03 * TALL[1]


def test_its_words_are_large_and_the_largest_text_enlarges_them(kiosk_of):
    on = kiosk_of()
    to_step(on, 6)
    usual = labels(on)
    assert min(usual.values()) >= CAP_MM
    largest = kiosk_of(size=TextSize.LARGEST)
    to_step(largest, 6)
    enlarged = labels(largest)
    shares = {word: enlarged[word] / usual[word] for word in usual if word in enlarged}
    short = {word: share for word, share in shares.items() if " " not in word or len(word) > 15}
    assert max(shares.values()) >= ENLARGED
    assert min(shares.values()) > 1, short


def test_what_is_copied_has_a_cell_for_each_letter_and_the_next_is_marked(kiosk_of):
    on = kiosk_of()
    to_step(on, 7)
    text = on.journey.run.step.copied
    cells = [each for each in items_below(on.kiosk.window.contentItem()) if is_cell(each)]
    assert [each.property("letter") for each in cells] == list(text)
    assert [each.property("current") for each in cells].index(True) == 0
    on.journey.touch_expected()
    assert [each.property("current") for each in cells].index(True) == 1
    px_per_mm = (1920**2 + 1080**2) ** 0.5 / (21.5 * 25.4)
    fonts = [each.property("font") for cell in cells for each in cell.childItems()]
    assert min(font.pixelSize() for font in fonts) * 0.725 / px_per_mm >= COPIED_CAP_MM


def lines_of_cells(on) -> list[str]:
    """The letters that have a cell each, line by line."""
    lines: dict[float, str] = {}
    for cell in [each for each in items_below(on.kiosk.window.contentItem()) if is_cell(each)]:
        top = rectangle_of(cell).top()
        lines[top] = lines.get(top, "") + cell.property("letter")
    return list(lines.values())


def test_no_letter_of_what_is_copied_is_left_alone_on_a_line(kiosk_of):
    on = kiosk_of(OLD, size=TextSize.LARGEST)
    to_step(on, 7)
    assert lines_of_cells(on) == ["hocth", "u2025"]


def test_a_word_of_what_is_copied_is_not_broken_where_it_fits_a_line(kiosk_of):
    on = kiosk_of(OLD, size=TextSize.LARGEST)
    on.journey.to_home("vi")
    lesson = read_lesson(CHECKOUT / "lessons" / "tra-cuu-thu-tuc.yaml", media_in(Folders())).lesson
    on.kiosk.visit.open_lesson(lesson)
    copying = next(at for at, step in enumerate(lesson.steps) if step.copied == "chung thuc")
    on.kiosk.visit.show_step(lesson, Way.TOGETHER, copying)
    on.driver.wait_for_frame()
    assert lines_of_cells(on) == ["chung ", "thuc"]


def is_cell(item) -> bool:
    return item.isVisible() and item.property("copied") is not None


@pytest.mark.parametrize("colours", Contrast, ids=str)
@pytest.mark.parametrize("name", ["hear", "call", "phone:cai-dat"])
def test_what_is_pressed_is_seen_to_be(kiosk_of, colours, name):
    on = kiosk_of(colours=colours)
    to_step(on, 2)
    item = on.driver.find(name)
    place = rectangle_of(item)
    before = on.driver.picture()
    item.setProperty("shownPressed", True)
    after = on.driver.picture()
    assert differing(before, after, place, LEAST_EDGE) >= 2 * (place.width() + place.height())


def test_what_leads_on_and_here_have_different_hues_in_high_contrast(kiosk_of):
    on = kiosk_of(colours=Contrast.HIGH)
    to_step(on, 1)
    theme = on.kiosk.window
    lead = theme.grabWindow().pixelColor(rectangle_of(on.driver.find(NEXT)).topLeft().toPoint())
    del lead
    engine = on.kiosk._view.engine
    colours = engine.singletonInstance("TutorialKiosk.Theme", "Theme")
    hues = [colours.property(name).hsvHueF() for name in ("lead", "here")]
    assert abs(hues[0] - hues[1]) > 0.2


def test_the_mark_stands_on_the_frame_and_covers_nothing(kiosk_of):
    on = kiosk_of()
    to_step(on, 2)
    mark = next(
        each
        for each in items_below(on.kiosk.window.contentItem())
        if each.inherits("QQuickText") and each.property("text") == "MÔ PHỎNG" and each.isVisible()
    )
    glass = rectangle_of(on.driver.find("phone:nothing"))
    assert not glass.intersects(rectangle_of(mark))
    assert frame_of_phone(on).adjusted(0, 0, 0, 3).contains(rectangle_of(mark))


def test_a_right_touch_is_seen_before_the_sentence_changes(kiosk_of):
    on = kiosk_of(motion=True)
    to_step(on, 2)
    lesson, step = on.kiosk.visit.lesson, on.journey.run.at
    on.driver.touch("phone:cai-dat")
    assert lesson.phone.ticked
    assert lesson.phone.screenName == "cai-dat"
    assert on.journey.run.at == step
    touched_s = time.monotonic()
    on.driver.wait_until(lambda: on.journey.run.at != step, "the next sentence")
    assert time.monotonic() - touched_s >= 0.55
    assert not lesson.phone.ticked


def test_a_further_touch_goes_on_at_once(kiosk_of):
    on = kiosk_of(motion=True)
    to_step(on, 2)
    step = on.journey.run.at
    on.driver.touch("phone:cai-dat")
    on.driver.touch("phone:wifi")
    assert on.journey.run.at > step


def test_watching_the_finger_presses_the_switch_flips_and_the_screen_changes(kiosk_of):
    on = kiosk_of(motion=True)
    to_step(on, 4, Way.WATCH)
    on.driver.wait_until(lambda: on.driver.find("phone:cong-tac").property("pointed"), "finger")
    on.driver.wait_until(
        lambda: on.driver.find("phone:cong-tac").property("shownPressed"), "the press"
    )
    at = on.journey.run.at
    on.driver.wait_until(lambda: on.journey.run.shown_done, "what comes of it")
    assert on.journey.run.at == at
    assert on.driver.find("phone:cong-tac").property("checked")
    assert not on.driver.find("phone:cong-tac").property("pointed")


def test_watching_the_keyboard_goes_away_with_what_was_written(kiosk_of):
    on = kiosk_of(motion=True)
    to_step(on, 7, Way.WATCH)
    assert on.driver.is_seen("key:h")
    on.driver.wait_until(lambda: on.journey.run.shown_done, "what comes of it")
    on.driver.wait_for_frame()
    assert not on.driver.is_seen("key:h")
    on.journey.touch_expected()
    on.driver.wait_for_frame()
    assert not on.driver.is_seen("key:h")


def test_a_dialog_has_letters_as_large_as_the_screen_below_it(kiosk_of):
    on = kiosk_of(TALL)
    to_step(on, 10)
    glass = on.driver.find("phone:nothing").parentItem()
    texts = [each for each in items_below(glass) if each.inherits("QQuickText")]
    sizes = {each.property("text"): each.property("font").pixelSize() for each in texts}
    assert sizes["Thử lại"] >= 0.9 * sizes["Mật khẩu"], sizes


def test_motion_is_smooth_and_touches_only_what_moves(kiosk_of):
    """Frames of the finger and of the screen that comes in, drawn by the software renderer."""
    on = kiosk_of(motion=True)
    to_step(on, 3, Way.WATCH)
    painted: list[float] = []
    on.kiosk.window.afterRendering.connect(lambda: painted.append(time.thread_time()))
    on.driver.wait_until(lambda: on.journey.run.shown_done, "what comes of it")
    on.driver.wait_until(lambda: len(painted) > 30, "motion")
    costs_s = sorted(later - earlier for earlier, later in itertools.pairwise(painted))
    assert costs_s[len(costs_s) // 2] <= 1 / FRAMES_A_SECOND
