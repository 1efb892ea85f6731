"""The drawn phone stops ringing after the red button was chosen."""

from audits import OLD
from step_states import show, state_named

from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.ui_driver import items_below

CALL = ("lua-dao", "alone 5")


def words_on(headless) -> set[str]:
    texts = items_below(headless.driver.item("phoneScreen"))
    return {each.property("text") for each in texts if each.inherits("QQuickText")}


def test_after_hanging_up_the_call_is_over(make_headless, settings):
    headless = make_headless(of=settings)
    headless.journey.to_home("vi")
    lesson, step = CALL
    call = read_lesson(CHECKOUT / "lessons" / f"{lesson}.yaml", media_in(Folders())).lesson
    show(headless, state_named(call, f"{step} first"))
    assert "Đang nghe máy" in words_on(headless)
    assert headless.driver.is_seen("phone:decline")
    headless.driver.touch("phone:decline")
    assert "Cuộc gọi đã kết thúc" in words_on(headless)
    assert "Đang nghe máy" not in words_on(headless)
    assert not headless.driver.is_seen("phone:decline")


def test_that_it_is_over_is_told_in_one_line_on_a_small_screen(kiosk_at_home, library):
    headless = kiosk_at_home(OLD)
    lesson, step = CALL
    show(headless, state_named(library[lesson], f"{step} first"))
    headless.driver.touch("phone:decline")
    text = "Cuộc gọi đã kết thúc"
    texts = [
        each
        for each in items_below(headless.driver.item("phoneScreen"))
        if each.inherits("QQuickText")
    ]
    lines = [
        each.property("lineCount")
        for each in texts
        if each.property("text") == text and each.isVisible()
    ]
    assert lines == [1]
