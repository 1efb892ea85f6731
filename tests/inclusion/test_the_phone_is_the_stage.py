"""Measures of the drawn phone: its size, its text, and the result of a touch."""

import itertools
import time
from functools import partial

import pytest
from journey import LESSON
from phone_findings import small_labels
from places import place_of, places, show
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtQml import QQmlExpression, qmlContext
from window_snapshot import WindowSnapshot, rectangle_of

from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.domain.settings import Contrast, TextSize
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.ui_driver import items_below
from kiosk.player.lesson_run import touch

WIDE, OLD, TALL = (1920, 1080, 21.5), (1024, 768, 15), (1080, 1920, 32)
UPRIGHT = (1080, 1920, 21.5)
WITH_ROOM = {"sim-chinh-chu": 10, "vneid-muc": 9, "bay-quet-ma": 2, "dat-lich-kham": 11}
"""Steps with a single field above the keys, a paper before the camera, a code and its mark."""
MIN_ANSWER_MM = {WIDE: 9.0, OLD: 7.0}
"""How high the capitals of answers below the sentence are, beside a phone."""
MIN_WIDE, MIN_HIGH = 0.36, 0.60
COPIED_CAP_MM = 15.0
FRAMES_A_SECOND = 50
MIN_FRAMES, P95 = 30, 0.95
GOLD, GREEN = (0.08, 0.17), (0.30, 0.47)
MIN_HUES = 0.12
"""Least difference of two hues, on a circle of length 1."""
HELD_MS = 600, 800
"""Shortest and longest time for which the result of a correct touch is shown."""


@pytest.fixture
def kiosk_of(headless_of, settings):
    def make(variant=WIDE, *, size=TextSize.NORMAL, colours=Contrast.WARM, **look):
        width, height, diagonal_in = variant
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


@pytest.mark.parametrize("variant", [WIDE, OLD], ids=["wide", "old"])
def test_it_stands_from_the_ornament_to_the_bar_and_takes_a_third_of_the_width(kiosk_of, variant):
    on = kiosk_of(variant)
    to_step(on, 2)
    frame = frame_of_phone(on)
    bar = rectangle_of(on.driver.find("call"))
    assert frame.width() >= MIN_WIDE * variant[0]
    assert frame.top() <= 0.04 * variant[1]
    assert 0 < bar.top() - frame.bottom() <= 0.03 * variant[1]


def test_on_a_tall_screen_it_takes_most_of_the_height_and_stands_low(kiosk_of):
    on = kiosk_of(TALL)
    to_step(on, 2)
    frame = frame_of_phone(on)
    assert frame.height() >= MIN_HIGH * TALL[1]
    assert 0 < rectangle_of(on.driver.find("call")).top() - frame.bottom() <= 0.03 * TALL[1]


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
    """The letters with a cell each, line by line."""
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


def colours_of_answer(on) -> list[str]:
    """The border and background colours of the feedback to a touch."""
    answer = on.driver.item("feedback").parentItem()
    frame = QQmlExpression(qmlContext(answer), answer, "border.color").evaluate()[0]
    return [frame.name(), answer.property("color").name()]


@pytest.mark.parametrize("contrast", Contrast, ids=str)
def test_praise_is_green_and_a_hint_is_gold(kiosk_of, library, contrast):
    on = kiosk_of(colours=contrast)
    on.journey.to_home("vi")
    theme = on.kiosk._view.engine.singletonInstance("TutorialKiosk.Theme", "Theme")
    answers = [
        place for lesson in library.values() for place in places(lesson) if place.run.feedback
    ]
    for praised, names in ((True, ("right", "rightSoft")), (False, ("here", "hereSoft"))):
        show(on, next(place for place in answers if place.run.praised is praised))
        assert colours_of_answer(on) == [theme.property(name).name() for name in names]
    hues = {name: theme.property(name).hsvHueF() for name in ("lead", "here", "right")}
    assert GOLD[0] <= hues["here"] <= GOLD[1]
    assert GREEN[0] <= hues["right"] <= GREEN[1]
    if contrast is Contrast.HIGH:
        assert min(abs(a - b) for a, b in itertools.combinations(hues.values(), 2)) >= MIN_HUES


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


@pytest.mark.parametrize("variant", [WIDE, UPRIGHT, TALL], ids=["wide", "upright", "tall"])
def test_words_on_a_page_with_room_have_capitals_of_nine_millimetres(kiosk_of, library, variant):
    on = kiosk_of(variant)
    on.journey.to_home("vi")
    width, height, diagonal_in = variant
    px_per_mm = (width**2 + height**2) ** 0.5 / (diagonal_in * 25.4)
    told = []
    for lesson, step in WITH_ROOM.items():
        place = place_of(library[lesson], f"alone {step} first")
        show(on, place)
        on.driver.settle()
        told += [
            f"{place.name}: {each}"
            for each in small_labels(WindowSnapshot(on, px_per_mm), "normal")
        ]
    assert told == []


@pytest.mark.parametrize("variant", [WIDE, OLD], ids=["wide", "old"])
def test_answers_beside_it_fill_their_rows(kiosk_of, library, variant):
    on = kiosk_of(variant)
    on.journey.to_home("vi")
    width, height, diagonal_in = variant
    for step in (5, 97):
        show(on, place_of(library["lua-dao"], f"together {step} first"))
        sight = WindowSnapshot(on, (width**2 + height**2) ** 0.5 / (diagonal_in * 25.4))
        letters = [
            text.cap_px
            for text in sight.texts
            if any(above.objectName().startswith("choice:") for above in text.above)
        ]
        assert sight.mm(min(letters)) >= MIN_ANSWER_MM[variant], step


def test_a_refused_answer_keeps_its_place_and_weight(kiosk_of, library):
    on = kiosk_of()
    on.journey.to_home("vi")
    place = place_of(library["xem-ho-so"], "together 8 first")
    show(on, place)
    answers = [name for name in ("choice:1", "choice:2") if on.driver.find(name)]
    refused = next(each for each in answers if each != place.run.expected)
    before = [rectangle_of(on.driver.find(each)) for each in answers]
    on.kiosk.visit.lesson.moved.emit(touch(touch(place.run, refused), refused))
    on.driver.wait_for_frame()
    words = [e for e in items_below(on.driver.find(refused)) if e.inherits("QQuickText")]
    weights = [each.property("font").bold() for each in words if each.property("text")]
    assert weights == [True]
    assert [each.size() for each in before] == [
        rectangle_of(on.driver.find(each)).size() for each in answers
    ]


def test_a_name_of_several_words_is_in_one_line_of_the_sentence(kiosk_of, library):
    on = kiosk_of()
    on.journey.to_home("vi")
    told = "thẻ căn cước. Bác đưa máy ảnh"
    show(on, next(each for each in places(library["vneid-muc"]) if told in each.run.line.text))
    (words,) = [e for e in on.driver.find("line").childItems() if e.inherits("QQuickTextEdit")]
    text = words.property("text")

    def height_of(word):
        place = f"positionToRectangle({text.index(word)}).y"
        return QQmlExpression(qmlContext(words), words, place).evaluate()[0]

    assert height_of("căn") == height_of("cước")


def test_a_right_touch_is_seen_before_the_sentence_changes(kiosk_of):
    on = kiosk_of(motion=True)
    to_step(on, 2)
    lesson, step = on.kiosk.visit.lesson, on.journey.run.at
    seen: list[object] = []
    timers = [
        QTimer(timerType=Qt.TimerType.PreciseTimer, singleShot=True, interval=each)
        for each in HELD_MS
    ]
    for timer in timers:
        timer.timeout.connect(partial(seen.append, timer.interval()))
        lesson.rightTouched.connect(timer.start)
    on.driver.touch("phone:cai-dat")
    assert lesson.phone.ticked
    assert lesson.phone.screenName == "cai-dat"
    assert on.journey.run.at == step
    lesson.moved.connect(lambda _: seen.append("the next sentence"))
    on.driver.wait_until(lambda: len(seen) == len(HELD_MS) + 1, "the next sentence")
    assert seen == [HELD_MS[0], "the next sentence", HELD_MS[1]]
    assert not lesson.phone.ticked


def test_a_right_touch_opens_the_screen_that_the_step_names(kiosk_of):
    on = kiosk_of(motion=True)
    to_step(on, 10)
    on.driver.touch("phone:thu-lai")
    assert on.kiosk.visit.lesson.phone.screenName == "mat-khau"


def test_a_demonstration_opens_the_screen_that_the_step_names(kiosk_of):
    on = kiosk_of(motion=True)
    to_step(on, 10, Way.WATCH)
    on.driver.wait_until(lambda: on.journey.run.shown_done, "what comes of it")
    assert on.kiosk.visit.lesson.phone.screenName == "mat-khau"


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


def test_motion_is_smooth(kiosk_of):
    """Measures the CPU time between two frames of a moving finger and of a page transition."""
    on = kiosk_of(motion=True)
    to_step(on, 3, Way.WATCH)
    painted: list[float] = []
    on.kiosk.window.afterRendering.connect(lambda: painted.append(time.thread_time()))
    on.driver.wait_until(lambda: on.journey.run.shown_done, "what comes of it")
    on.driver.wait_until(lambda: len(painted) > MIN_FRAMES, "motion")
    costs_s = sorted(later - earlier for earlier, later in itertools.pairwise(painted))
    assert costs_s[int(len(costs_s) * P95)] <= 1 / FRAMES_A_SECOND
