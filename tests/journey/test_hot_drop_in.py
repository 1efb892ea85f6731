"""Lessons are added to the folder, changed, damaged and removed while the kiosk runs."""

import os
import shutil
import time

import pytest
from known_pin import known_record
from test_staff_login import PIN, troubles_shown, type_pin

from kiosk.headless.ui_driver import items_below
from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile

MAX_S = 2.0
LESSON = "title: {title}\nnumber: {number}\ngoal: Bác làm được.\nsteps:\n  - say: {say}\n"
BROKEN = "title: Bài thả\nnumber: 99\ngoal: Bác.\nsteps:\n  - nói: Sai chìa.\n"


@pytest.fixture
def home(centre, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(centre, home, symlinks=True)
    return home


@pytest.fixture
def put(home):
    """Writes a lesson into the folder in pieces, like a copy from a stick."""

    def put(name, title="Bài thả", number=99, say="Chào bác."):
        path = home / "lessons" / name
        path.parent.mkdir(exist_ok=True)
        text = LESSON.format(title=title, number=number, say=say)
        with path.open("w", encoding="utf-8") as file:
            for at in range(0, len(text), 20):
                file.write(text[at : at + 20])
                file.flush()
        return path

    return put


@pytest.fixture
def headless(make_headless, home, folders):
    PinFile(folders.pin).write(known_record(PIN))
    headless = make_headless(home)
    headless.kiosk.lesson_store.follow()
    headless.journey.to_home("vi")
    return headless


def tiles(headless):
    return [tile.title for tile in headless.kiosk.visit.home.tiles.rows]


def words_instead(headless):
    return next(
        item
        for item in items_below(headless.kiosk.window.contentItem())
        if item.objectName() == "no-tiles"
    )


def within_two_seconds(headless, is_so, what):
    began_s = time.monotonic()
    headless.driver.wait_until(is_so, what)
    assert time.monotonic() - began_s <= MAX_S


def test_a_new_lesson_is_at_home_and_under_its_number(headless, put):
    put("tha-vao.yaml")
    within_two_seconds(headless, lambda: "Bài thả" in tiles(headless), "the tile")
    headless.kiosk.open_lesson("99")
    headless.driver.wait_until(lambda: headless.journey.visit.page is Page.LESSON, "the lesson")
    assert headless.journey.run.lesson.id == "tha-vao"


def test_one_in_a_new_folder_too(headless, put):
    put("procedures/tha-vao.yaml")
    within_two_seconds(headless, lambda: "Bài thả" in tiles(headless), "the tile")
    put("procedures/tha-vao.yaml", title="Bài sửa")
    within_two_seconds(headless, lambda: "Bài sửa" in tiles(headless), "the changed tile")


def test_one_that_is_taken_out_is_gone(headless, put):
    path = put("tha-vao.yaml")
    within_two_seconds(headless, lambda: "Bài thả" in tiles(headless), "the tile")
    path.unlink()
    within_two_seconds(headless, lambda: "Bài thả" not in tiles(headless), "its going")
    assert headless.kiosk.lesson_store.find("99") is None


@pytest.mark.parametrize("manner", ["written", "renamed"])
def test_a_changed_one_is_for_the_next_person(headless, put, manner):
    path = put("tha-vao.yaml", say="Câu cũ.")
    within_two_seconds(headless, lambda: "Bài thả" in tiles(headless), "the tile")
    headless.journey.to_lesson("tha-vao")
    before = headless.journey.run
    if manner == "written":
        put("tha-vao.yaml", title="Bài sửa", say="Câu mới.")
    else:
        os.replace(put("_nhap.yaml", title="Bài sửa", say="Câu mới."), path)  # noqa: PTH105
    within_two_seconds(headless, lambda: "Bài sửa" in tiles(headless), "the changed tile")
    assert headless.journey.run == before
    headless.kiosk.visit.endVisit()
    headless.journey.to_home("vi")
    headless.journey.to_lesson("tha-vao")
    assert headless.journey.run.lesson.steps[0].line.text == "Câu mới."


def test_a_spoilt_one_is_taught_as_it_was_and_named_to_staff(headless, put):
    path = put("tha-vao.yaml", say="Câu cũ.")
    within_two_seconds(headless, lambda: "Bài thả" in tiles(headless), "the tile")
    path.write_text(BROKEN, encoding="utf-8")
    within_two_seconds(headless, lambda: headless.kiosk.staff.property("troubles"), "the trouble")
    assert "Bài thả" in tiles(headless)
    assert headless.kiosk.lesson_store.find("99").steps[0].line.text == "Câu cũ."
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    type_pin(headless, PIN)
    headless.driver.turn_pages_to("page:health", "more-pages")
    headless.driver.touch("page:health")
    (trouble,) = troubles_shown(headless)
    assert "tha-vao.yaml:5:" in trouble
    put("tha-vao.yaml", say="Câu mới.")
    within_two_seconds(
        headless, lambda: not headless.kiosk.staff.property("troubles"), "its mending"
    )


def test_the_page_of_tiles_that_is_no_more_is_turned_back(headless, put):
    paths = [put(f"bai-{at}.yaml", number=100 + at) for at in range(8)]
    within_two_seconds(headless, lambda: headless.kiosk.visit.home.count == 9, "all tiles")
    headless.driver.touch("next")
    assert headless.journey.visit.home_page == 1
    for path in paths:
        path.unlink()
    within_two_seconds(headless, lambda: headless.kiosk.visit.home.count == 1, "their going")
    assert headless.journey.visit.home_page == 0


def test_many_at_once_are_read_by_another_process(headless, put):
    for at in range(60):
        put(f"bai-{at}.yaml", number=100 + at)
    headless.driver.wait_until(lambda: headless.kiosk.visit.home.count == 61, "all tiles")
    headless.driver.wait_until(
        lambda: not headless.kiosk.lesson_store._reader.is_running, "the end of the other process"
    )
    put("tha-vao.yaml")
    within_two_seconds(
        headless,
        lambda: "Bài thả" in tiles(headless) or headless.kiosk.lesson_store.find("99"),
        "one more",
    )


def test_a_page_without_a_tile_says_why(headless, home):
    words = words_instead(headless)
    assert not words.isVisible()
    shutil.rmtree(home / "lessons")
    (home / "lessons").mkdir()
    within_two_seconds(headless, lambda: not tiles(headless), "the last tile")
    assert (words.isVisible(), words.property("text")) == (
        True,
        "Chưa có bài học nào. Bác gọi cán bộ nhé.",
    )


def test_a_page_whose_lessons_are_still_read_asks_to_wait(headless, monkeypatch):
    words, shown = words_instead(headless), headless.kiosk.visit.home
    monkeypatch.setattr(shown, "_tiles", ())
    monkeypatch.setattr(shown, "_read", False)
    shown.changed.emit()
    assert (words.isVisible(), words.property("text")) == (
        True,
        "Bác chờ một chút. Máy đang mở các bài học.",
    )
