"""The drawn phone stops ringing after the red button was chosen."""

from places import place_of, show

from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.ui_driver import items_below

CALL = ("lua-dao", "alone 5")


def words_on(on) -> set[str]:
    texts = items_below(on.driver.item("phoneScreen"))
    return {each.property("text") for each in texts if each.inherits("QQuickText")}


def test_after_hanging_up_the_call_is_over(headless_of, settings):
    on = headless_of(of=settings)
    on.journey.to_home("vi")
    lesson, step = CALL
    call = read_lesson(CHECKOUT / "lessons" / f"{lesson}.yaml", media_in(Folders())).lesson
    show(on, place_of(call, f"{step} first"))
    assert "Đang nghe máy" in words_on(on)
    assert on.driver.is_seen("phone:decline")
    on.driver.touch("phone:decline")
    assert "Cuộc gọi đã kết thúc" in words_on(on)
    assert "Đang nghe máy" not in words_on(on)
    assert not on.driver.is_seen("phone:decline")
