"""Staff find the lesson for a citizen's matter with two touches."""

from PySide6.QtCore import Qt

from kiosk.domain.way import Way
from kiosk.player.visit import Page


def found(staff):
    return [name.removeprefix("found:") for name in staff.names("found:")]


WANTED = {
    "khai snh": "khai-sinh",
    "ho tich": "khai-sinh",
    "tro cap 75": "tro-cap-huu-tri",
    "dat lich kham": "dat-lich-kham",
    "birth certificate": "khai-sinh",
    "104": "chung-thuc-ban-sao",
}


def test_what_is_typed_on_a_real_keyboard_is_found_and_one_touch_opens_it(headless, staff):
    for typed, meant in WANTED.items():
        staff.open("find")
        staff.type(typed)
        staff.wait_until(lambda meant=meant: found(staff)[:1] == [meant])
        staff.touch(f"found:{meant}")
        staff.wait_until(lambda: headless.journey.visit.page is Page.LESSON)
        assert headless.journey.run.lesson.id == meant
        assert headless.journey.run.way is Way.WATCH
        assert headless.kiosk.staff.property("page") is None


def test_the_keyboard_of_the_screen_writes_there_too(headless, staff):
    staff.open("find")
    staff.touch_keys("khai tu")
    staff.wait_until(lambda: found(staff)[:1] == ["khai-tu"])


def test_before_anything_is_typed_all_lessons_are_there_page_by_page(headless, staff):
    staff.open("find")
    seen = []
    while found(staff)[0] not in seen:
        seen += found(staff)
        staff.touch("more-found")
    assert set(seen) == set(headless.kiosk.lesson_store.library.heads)


def test_enter_opens_the_likeliest(headless, staff):
    staff.open("find")
    staff.type("101")
    staff.wait_until(lambda: found(staff) == ["tro-cap-huu-tri"])
    staff.strike(Qt.Key.Key_Return)
    staff.wait_until(lambda: headless.journey.visit.page is Page.LESSON)
    assert headless.journey.run.lesson.id == "tro-cap-huu-tri"


def test_where_nothing_answers_that_is_said(headless, staff):
    staff.open("find")
    staff.type("qqqqqq")
    staff.wait_until(lambda: found(staff) == [])
    assert any("Không thấy bài nào" in text for text in staff.texts())


def test_nobody_is_asked_even_if_a_citizen_was_in_the_middle_of_a_lesson(headless, staff):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("noi-wifi")
    staff.open("find")
    staff.type("102")
    staff.wait_until(lambda: found(staff) == ["khai-sinh"])
    staff.touch("found:khai-sinh")
    staff.wait_until(lambda: headless.journey.visit.page is Page.LESSON)
    assert headless.journey.run.lesson.id == "khai-sinh"


def test_what_was_typed_is_forgotten(headless, staff):
    staff.open("find")
    staff.type("ho tich")
    staff.wait_until(lambda: found(staff)[:1] == ["khai-sinh"])
    staff.touch("back")
    staff.open("find")
    assert found(staff)[:1] == list(headless.kiosk.lesson_store.library.heads)[:1]
    assert "ho tich" not in staff.texts()


def test_a_lesson_that_comes_meanwhile_is_found(headless, staff, home):
    lessons = home / "lessons"
    shipped = lessons.resolve()
    lessons.unlink()
    lessons.mkdir()
    for path in shipped.rglob("*.yaml"):
        (lessons / path.name).write_bytes(path.read_bytes())
    text = (lessons / "noi-wifi.yaml").read_text(encoding="utf-8")
    staff.open("find")
    staff.type("nấu phở")
    assert "nau-pho" not in found(staff)
    new = text.replace("Nối Wi-Fi", "Nấu phở").replace("number: 11\n", "number: 777\n")
    (lessons / "nau-pho.yaml").write_text(new, encoding="utf-8")
    headless.kiosk.lesson_store.refresh()
    staff.wait_until(lambda: found(staff)[:1] == ["nau-pho"])
