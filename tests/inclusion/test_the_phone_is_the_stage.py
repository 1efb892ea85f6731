"""Measures of the drawn phone: its size, its text, and the result of a touch."""

import itertools
import time
from functools import partial

import pytest
from journey import LESSON
from phone_findings import small_labels
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtQml import QQmlExpression, qmlContext
from step_states import show, state_named, step_states
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
def kiosk_of(make_headless, settings):
    def make(variant=WIDE, *, size=TextSize.NORMAL, colours=Contrast.WARM, **look):
        width, height, diagonal_in = variant
        requests = {"diagonal_in": diagonal_in, "text_size": size, "contrast": colours}
        display = settings.display.model_copy(update=requests)
        of = settings.model_copy(update={"display": display})
        return make_headless(of=of, width=width, height=height, **look)

    return make


def to_step(headless, number, way=Way.TOGETHER):
    headless.journey.to_home("vi")
    headless.journey.to_lesson(LESSON)
    headless.journey.to_way(way)
    while headless.journey.run.number < number:
        headless.journey.touch_expected()
    headless.driver.wait_for_frame()


def frame_of_phone(headless) -> QRectF:
    return rectangle_of(headless.driver.find("phone:nothing").parentItem().parentItem())


@pytest.mark.parametrize("variant", [WIDE, OLD], ids=["wide", "old"])
def test_it_stands_from_the_ornament_to_the_bar_and_takes_a_third_of_the_width(kiosk_of, variant):
    headless = kiosk_of(variant)
    to_step(headless, 2)
    frame = frame_of_phone(headless)
    bar = rectangle_of(headless.driver.find("call"))
    assert frame.width() >= MIN_WIDE * variant[0]
    assert frame.top() <= 0.04 * variant[1]
    assert 0 < bar.top() - frame.bottom() <= 0.03 * variant[1]


def test_on_a_tall_screen_it_takes_most_of_the_height_and_stands_low(kiosk_of):
    headless = kiosk_of(TALL)
    to_step(headless, 2)
    frame = frame_of_phone(headless)
    assert frame.height() >= MIN_HIGH * TALL[1]
    assert 0 < rectangle_of(headless.driver.find("call")).top() - frame.bottom() <= 0.03 * TALL[1]


def test_what_is_copied_has_a_cell_for_each_letter_and_the_next_is_marked(kiosk_of):
    headless = kiosk_of()
    to_step(headless, 7)
    text = headless.journey.run.step.copied
    cells = [each for each in items_below(headless.kiosk.window.contentItem()) if is_cell(each)]
    assert [each.property("letter") for each in cells] == list(text)
    assert [each.property("current") for each in cells].index(True) == 0
    headless.journey.touch_expected()
    assert [each.property("current") for each in cells].index(True) == 1
    px_per_mm = (1920**2 + 1080**2) ** 0.5 / (21.5 * 25.4)
    fonts = [each.property("font") for cell in cells for each in cell.childItems()]
    assert min(font.pixelSize() for font in fonts) * 0.725 / px_per_mm >= COPIED_CAP_MM


def lines_of_cells(headless) -> list[str]:
    """The letters with a cell each, line by line."""
    lines: dict[float, str] = {}
    for cell in [
        each for each in items_below(headless.kiosk.window.contentItem()) if is_cell(each)
    ]:
        top = rectangle_of(cell).top()
        lines[top] = lines.get(top, "") + cell.property("letter")
    return list(lines.values())


def test_no_letter_of_what_is_copied_is_left_alone_on_a_line(kiosk_of):
    headless = kiosk_of(OLD, size=TextSize.LARGEST)
    to_step(headless, 7)
    assert lines_of_cells(headless) == ["hocth", "u2025"]


def test_a_word_of_what_is_copied_is_not_broken_where_it_fits_a_line(kiosk_of):
    headless = kiosk_of(OLD, size=TextSize.LARGEST)
    headless.journey.to_home("vi")
    lesson = read_lesson(CHECKOUT / "lessons" / "tra-cuu-thu-tuc.yaml", media_in(Folders())).lesson
    headless.kiosk.visit.open_lesson(lesson)
    copying = next(at for at, step in enumerate(lesson.steps) if step.copied == "chung thuc")
    headless.kiosk.visit.show_step(lesson, Way.TOGETHER, copying)
    headless.driver.wait_for_frame()
    assert lines_of_cells(headless) == ["chung ", "thuc"]


def is_cell(item) -> bool:
    return item.isVisible() and item.property("copied") is not None


def colours_of_answer(headless) -> list[str]:
    """The border and background colours of the feedback to a touch."""
    answer = headless.driver.item("feedback").parentItem()
    frame = QQmlExpression(qmlContext(answer), answer, "border.color").evaluate()[0]
    return [frame.name(), answer.property("color").name()]


@pytest.mark.parametrize("contrast", Contrast, ids=str)
def test_praise_is_green_and_a_hint_is_gold(kiosk_of, library, contrast):
    headless = kiosk_of(colours=contrast)
    headless.journey.to_home("vi")
    theme = headless.kiosk._view.engine.singletonInstance("TutorialKiosk.Theme", "Theme")
    answers = [
        state for lesson in library.values() for state in step_states(lesson) if state.run.feedback
    ]
    for praised, names in ((True, ("right", "rightSoft")), (False, ("highlight", "highlightSoft"))):
        show(headless, next(state for state in answers if state.run.praised is praised))
        assert colours_of_answer(headless) == [theme.property(name).name() for name in names]
    hues = {name: theme.property(name).hsvHueF() for name in ("accent", "highlight", "right")}
    assert GOLD[0] <= hues["highlight"] <= GOLD[1]
    assert GREEN[0] <= hues["right"] <= GREEN[1]
    if contrast is Contrast.HIGH:
        assert min(abs(a - b) for a, b in itertools.combinations(hues.values(), 2)) >= MIN_HUES


def test_the_mark_stands_on_the_frame_and_covers_nothing(kiosk_of):
    headless = kiosk_of()
    to_step(headless, 2)
    mark = next(
        each
        for each in items_below(headless.kiosk.window.contentItem())
        if each.inherits("QQuickText") and each.property("text") == "MÔ PHỎNG" and each.isVisible()
    )
    glass = rectangle_of(headless.driver.find("phone:nothing"))
    assert not glass.intersects(rectangle_of(mark))
    assert frame_of_phone(headless).adjusted(0, 0, 0, 3).contains(rectangle_of(mark))


@pytest.mark.parametrize("variant", [WIDE, UPRIGHT, TALL], ids=["wide", "upright", "tall"])
def test_words_on_a_page_with_room_have_capitals_of_nine_millimetres(kiosk_of, library, variant):
    headless = kiosk_of(variant)
    headless.journey.to_home("vi")
    width, height, diagonal_in = variant
    px_per_mm = (width**2 + height**2) ** 0.5 / (diagonal_in * 25.4)
    messages = []
    for lesson, step in WITH_ROOM.items():
        state = state_named(library[lesson], f"alone {step} first")
        show(headless, state)
        headless.driver.settle()
        messages += [
            f"{state.name}: {each}"
            for each in small_labels(WindowSnapshot(headless, px_per_mm), "normal")
        ]
    assert messages == []


@pytest.mark.parametrize("variant", [WIDE, OLD], ids=["wide", "old"])
def test_answers_beside_it_fill_their_rows(kiosk_of, library, variant):
    headless = kiosk_of(variant)
    headless.journey.to_home("vi")
    width, height, diagonal_in = variant
    for step in (5, 97):
        show(headless, state_named(library["lua-dao"], f"together {step} first"))
        sight = WindowSnapshot(headless, (width**2 + height**2) ** 0.5 / (diagonal_in * 25.4))
        letters = [
            text.cap_px
            for text in sight.texts
            if any(above.objectName().startswith("choice:") for above in text.above)
        ]
        assert sight.mm(min(letters)) >= MIN_ANSWER_MM[variant], step


def test_a_refused_answer_keeps_its_place_and_weight(kiosk_of, library):
    headless = kiosk_of()
    headless.journey.to_home("vi")
    place = state_named(library["xem-ho-so"], "together 8 first")
    show(headless, place)
    answers = [name for name in ("choice:1", "choice:2") if headless.driver.find(name)]
    refused = next(each for each in answers if each != place.run.expected)
    before = [rectangle_of(headless.driver.find(each)) for each in answers]
    headless.kiosk.visit.lesson.moved.emit(touch(touch(place.run, refused), refused))
    headless.driver.wait_for_frame()
    words = [e for e in items_below(headless.driver.find(refused)) if e.inherits("QQuickText")]
    weights = [each.property("font").bold() for each in words if each.property("text")]
    assert weights == [True]
    assert [each.size() for each in before] == [
        rectangle_of(headless.driver.find(each)).size() for each in answers
    ]


def test_a_name_of_several_words_is_in_one_line_of_the_sentence(kiosk_of, library):
    headless = kiosk_of()
    headless.journey.to_home("vi")
    reported = "thẻ căn cước. Bác đưa máy ảnh"
    states = step_states(library["vneid-muc"])
    show(headless, next(each for each in states if reported in each.run.line.text))
    inside = headless.driver.find("line").childItems()
    (words,) = [each for each in inside if each.inherits("QQuickTextEdit")]
    text = words.property("text")

    def height_of(word):
        place = f"positionToRectangle({text.index(word)}).y"
        return QQmlExpression(qmlContext(words), words, place).evaluate()[0]

    assert height_of("căn") == height_of("cước")


def test_a_right_touch_is_seen_before_the_sentence_changes(kiosk_of):
    headless = kiosk_of(motion=True)
    to_step(headless, 2)
    lesson, step = headless.kiosk.visit.lesson, headless.journey.run.at
    seen: list[object] = []
    timers = [
        QTimer(timerType=Qt.TimerType.PreciseTimer, singleShot=True, interval=each)
        for each in HELD_MS
    ]
    for timer in timers:
        timer.timeout.connect(partial(seen.append, timer.interval()))
        lesson.rightTouched.connect(timer.start)
    headless.driver.touch("phone:cai-dat")
    assert lesson.phone.ticked
    assert lesson.phone.screenName == "cai-dat"
    assert headless.journey.run.at == step
    lesson.moved.connect(lambda _: seen.append("the next sentence"))
    headless.driver.wait_until(lambda: len(seen) == len(HELD_MS) + 1, "the next sentence")
    assert seen == [HELD_MS[0], "the next sentence", HELD_MS[1]]
    assert not lesson.phone.ticked


def test_a_right_touch_opens_the_screen_that_the_step_names(kiosk_of):
    headless = kiosk_of(motion=True)
    to_step(headless, 10)
    headless.driver.touch("phone:thu-lai")
    assert headless.kiosk.visit.lesson.phone.screenName == "mat-khau"


def test_a_demonstration_opens_the_screen_that_the_step_names(kiosk_of):
    headless = kiosk_of(motion=True)
    to_step(headless, 10, Way.WATCH)
    headless.driver.wait_until(lambda: headless.journey.run.shown_done, "what comes of it")
    assert headless.kiosk.visit.lesson.phone.screenName == "mat-khau"


def test_a_further_touch_goes_on_at_once(kiosk_of):
    headless = kiosk_of(motion=True)
    to_step(headless, 2)
    step = headless.journey.run.at
    headless.driver.touch("phone:cai-dat")
    headless.driver.touch("phone:wifi")
    assert headless.journey.run.at > step


def test_watching_the_finger_presses_the_switch_flips_and_the_screen_changes(kiosk_of):
    headless = kiosk_of(motion=True)
    to_step(headless, 4, Way.WATCH)
    headless.driver.wait_until(
        lambda: headless.driver.find("phone:cong-tac").property("pointed"), "finger"
    )
    headless.driver.wait_until(
        lambda: headless.driver.find("phone:cong-tac").property("shownPressed"), "the press"
    )
    at = headless.journey.run.at
    headless.driver.wait_until(lambda: headless.journey.run.shown_done, "what comes of it")
    assert headless.journey.run.at == at
    assert headless.driver.find("phone:cong-tac").property("checked")
    assert not headless.driver.find("phone:cong-tac").property("pointed")


def test_watching_the_keyboard_goes_away_with_what_was_written(kiosk_of):
    headless = kiosk_of(motion=True)
    to_step(headless, 7, Way.WATCH)
    assert headless.driver.is_seen("key:h")
    headless.driver.wait_until(lambda: headless.journey.run.shown_done, "what comes of it")
    headless.driver.wait_for_frame()
    assert not headless.driver.is_seen("key:h")
    headless.journey.touch_expected()
    headless.driver.wait_for_frame()
    assert not headless.driver.is_seen("key:h")


def test_a_dialog_has_letters_as_large_as_the_screen_below_it(kiosk_of):
    headless = kiosk_of(TALL)
    to_step(headless, 10)
    glass = headless.driver.find("phone:nothing").parentItem()
    texts = [each for each in items_below(glass) if each.inherits("QQuickText")]
    sizes = {each.property("text"): each.property("font").pixelSize() for each in texts}
    assert sizes["Thử lại"] >= 0.9 * sizes["Mật khẩu"], sizes


def test_motion_is_smooth(kiosk_of):
    """Measures the CPU time between two frames of a moving finger and of a page transition."""
    headless = kiosk_of(motion=True)
    to_step(headless, 3, Way.WATCH)
    painted: list[float] = []
    headless.kiosk.window.afterRendering.connect(lambda: painted.append(time.thread_time()))
    headless.driver.wait_until(lambda: headless.journey.run.shown_done, "what comes of it")
    headless.driver.wait_until(lambda: len(painted) > MIN_FRAMES, "motion")
    costs_s = sorted(later - earlier for earlier, later in itertools.pairwise(painted))
    assert costs_s[int(len(costs_s) * P95)] <= 1 / FRAMES_A_SECOND
