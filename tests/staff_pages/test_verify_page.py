"""A person of the commune confirms the facts of a lesson, or marks them as wrong."""

import pytest
from small_home import writable_lessons

from kiosk.content import verification
from kiosk.content.verification import Standing, read_entries
from kiosk.player.visit import Page
from kiosk.staff_pages.standing import TOLD, URGENT_FIRST
from kiosk.ui.background.jobs import NOT_DONE

NAME = "hoa"


@pytest.fixture
def own_lessons(home):
    """A writable folder of lessons, with two of the shipped ones."""
    return writable_lessons(home, "_facts", "lua-dao", "procedures/chung-thuc-ban-sao")


@pytest.fixture
def page_model(own_lessons, staff, headless):
    """The page's view model, with its lessons read."""
    headless.kiosk.lesson_store.refresh()
    staff.open("verify")
    made = headless.kiosk.staff.property("page")
    staff.wait_until(lambda: made.lessons.count == 2)
    return made


def notes(page_model):
    return {row.name: row.note for row in page_model.lessons.rows}


def look_through(staff, page_model, *answers):
    """Answers every fact, with "right" by default; returns the texts seen with each."""
    seen = []
    while page_model.property("page") == "fact":
        answer = answers[len(seen)] if len(seen) < len(answers) else "fact-right"
        shown = set(staff.texts())
        assert {page_model.property("what"), page_model.property("value")} <= shown
        seen.append((page_model.property("value"), page_model.property("source")))
        at = page_model.property("number")
        staff.touch(answer)
        staff.wait_until(
            lambda at=at: (
                page_model.property("page") == "lessons" or page_model.property("number") != at
            )
        )
    staff.wait_until(lambda: not page_model.property("busy"))
    return seen


def begin(staff, name):
    staff.touch(f"verify:{name}")
    staff.type(NAME)
    staff.headless.driver.touch("key:done")


def test_each_fact_stands_there_with_its_source_and_who_looked_is_kept(
    staff, page_model, own_lessons
):
    assert notes(page_model) == dict.fromkeys(("lua-dao", "chung-thuc-ban-sao"), "Chưa kiểm tại xã")
    begin(staff, "chung-thuc-ban-sao")
    seen = look_through(staff, page_model)
    assert ("2.000 đồng", "Thông tư 226/2016/TT-BTC") in seen
    assert all(source for _, source in seen)
    assert len(seen) > 4
    assert "hoa kiểm ngày" in notes(page_model)["chung-thuc-ban-sao"]
    assert notes(page_model)["lua-dao"] == "Chưa kiểm tại xã"
    entry = read_entries(own_lessons)["chung-thuc-ban-sao"]
    assert (entry.verified.by, entry.differing) == (NAME, ())
    assert "Đã ghi: bài 104 đúng cả." in staff.texts()


def test_what_is_not_so_any_more_is_named_and_stands_first(staff, page_model, own_lessons):
    begin(staff, "lua-dao")
    what = f"{page_model.property('what')}: {page_model.property('value')}"
    look_through(staff, page_model, "fact-differs")
    assert read_entries(own_lessons)["lua-dao"].differing == (what,)
    assert page_model.lessons.rows[0].name == "lua-dao"
    assert what in page_model.lessons.rows[0].note
    assert not page_model.lessons.rows[0].holds


def test_what_was_found_different_stays_open_until_it_is_found_right(
    staff, page_model, own_lessons, headless
):
    begin(staff, "chung-thuc-ban-sao")
    look_through(staff, page_model, "fact-differs")
    fee = page_model.lessons.rows[0].note
    assert "hoa thấy đã khác" in fee
    assert "2.000 đồng" in fee
    staff.touch("verify:chung-thuc-ban-sao")
    staff.wait_until(lambda: page_model.property("page") == "fact")
    assert page_model.property("doubt") == fee
    assert fee in staff.texts()
    staff.touch("fact-right")
    staff.wait_until(lambda: page_model.property("number") == 2)
    assert not page_model.property("doubt")
    staff.touch("back", "back")
    listed = own_lessons / "_facts.yaml"
    text = listed.read_text("utf-8").replace("value: 2.000 đồng", "value: 3.000 đồng")
    listed.write_text(text, encoding="utf-8")
    lesson = own_lessons / "chung-thuc-ban-sao.yaml"
    text = lesson.read_text("utf-8").replace("2.000 đồng", "3.000 đồng")
    lesson.write_text(text, encoding="utf-8")
    headless.kiosk.lesson_store.refresh()
    staff.wait_until(lambda: "chờ kiểm lại" in notes(page_model)["chung-thuc-ban-sao"])
    staff.touch("verify:chung-thuc-ban-sao")
    staff.wait_until(lambda: page_model.property("value") == "3.000 đồng")
    assert "2.000 đồng" in page_model.property("doubt")
    look_through(staff, page_model)
    assert notes(page_model)["chung-thuc-ban-sao"].startswith("hoa kiểm ngày")


def test_one_goes_back_a_fact_and_answers_anew(staff, page_model, own_lessons):
    begin(staff, "lua-dao")
    staff.touch("fact-differs")
    staff.wait_until(lambda: page_model.property("number") == 2)
    staff.touch("back")
    staff.wait_until(lambda: page_model.property("number") == 1)
    look_through(staff, page_model)
    assert read_entries(own_lessons)["lua-dao"].differing == ()


def test_a_fact_that_is_changed_afterwards_has_to_be_looked_at_again(
    staff, page_model, own_lessons, headless
):
    begin(staff, "chung-thuc-ban-sao")
    look_through(staff, page_model)
    listed = own_lessons / "_facts.yaml"
    text = listed.read_text("utf-8").replace("value: 2.000 đồng", "value: 3.000 đồng")
    listed.write_text(text, encoding="utf-8")
    staff.touch("back")
    staff.open("verify")
    page_model = headless.kiosk.staff.property("page")
    staff.wait_until(
        lambda: "Đã sửa sau khi hoa" in notes(page_model).get("chung-thuc-ban-sao", "")
    )


def test_whoever_leaves_in_the_middle_has_confirmed_nothing(
    staff, page_model, own_lessons, headless
):
    begin(staff, "lua-dao")
    staff.touch("fact-right", "home")
    assert headless.journey.visit.page is not Page.STAFF
    assert read_entries(own_lessons) == {}
    assert not page_model.property("count")


def test_a_disk_that_takes_nothing_is_told(staff, page_model, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(verification, "write_durably", refuse)
    begin(staff, "lua-dao")
    look_through(staff, page_model)
    assert page_model.property("message") == NOT_DONE
    assert notes(page_model)["lua-dao"] == "Chưa kiểm tại xã"


def test_every_standing_has_words():
    assert set(TOLD) == set(URGENT_FIRST) == set(Standing)
