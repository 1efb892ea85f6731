"""Staff edit, hide, disable and export lessons, by touches only."""

from dataclasses import replace

import pytest
from fake_microphone import FakeMicrophone

from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.usb_import.scan import LessonContext, look_at
from kiosk.usb_import.usb_lesson import UsbLessonState

TITLE = "Nối Wi-Fi"


@pytest.fixture
def folders(folders, tmp_path):
    sticks = tmp_path / "sticks"
    (sticks / "USB").mkdir(parents=True)
    return replace(folders, site=tmp_path / "site", sticks=(sticks,))


@pytest.fixture
def make_microphone():
    return FakeMicrophone


def to_lesson(staff, name="noi-wifi"):
    staff.open("author")
    while not staff.sees(f"lesson:{name}"):
        staff.touch("more-lessons")
    staff.touch(f"lesson:{name}")


def tiles(headless):
    home = headless.kiosk.visit.home
    return {tile.name for tile in home._tiles}


def test_a_shipped_lesson_is_edited_by_touches_and_gets_a_file_of_its_own(staff, headless, folders):
    shipped = (CHECKOUT / "lessons" / "noi-wifi.yaml").read_text("utf-8")
    to_lesson(staff)
    staff.touch("edit-lesson")
    staff.wait_until(lambda: staff.sees("editor-step:2"))
    staff.touch("editor-step:2", 'editor-field:["say"]')
    staff.touch("key:x", "editor-typing-yes", "editor-save")
    own = folders.lessons / "noi-wifi.yaml"
    staff.wait_until(own.exists)
    before, after = shipped.splitlines(), own.read_text("utf-8").splitlines()
    (changed,) = [line for line in after if line not in before]
    assert changed.endswith("x")
    assert len(after) == len(before)
    staff.wait_until(lambda: headless.kiosk.staff.property("page").editor.property("saved"))
    assert headless.kiosk.staff.property("page").editor.property("errorCount") == 0
    staff.touch("editor-play-watch")
    staff.wait_until(lambda: headless.journey.visit.run is not None)
    assert headless.journey.visit.run.at == 2
    staff.touch("editor-playing-together", "editor-text-largest")
    assert headless.journey.visit.run.way is Way.TOGETHER
    assert headless.kiosk.visit.preferences.property("textSize") == "largest"
    staff.touch("editor-play-end", "editor-leave")
    assert staff.sees("edit-lesson")


def test_a_sentence_can_be_recorded_in_the_editor_of_the_kiosk(staff):
    to_lesson(staff)
    staff.touch("edit-lesson")
    staff.wait_until(lambda: staff.sees("editor-step:2"))
    staff.touch("editor-step:2", 'editor-record:["say"]', "language:vi")
    staff.wait_until(lambda: staff.sees("nameless"))
    staff.touch("nameless", "no-dialect")
    staff.wait_until(lambda: staff.sees("speak"))
    staff.touch("editor-record-end", "editor-leave")
    assert staff.sees("edit-lesson")


def test_a_new_lesson_is_called_as_was_typed(staff, folders):
    staff.open("author")
    staff.touch_keys("gâ")
    staff.touch("new-lesson")
    staff.wait_until(lambda: staff.sees("editor-save"))
    staff.touch("editor-save")
    path = folders.lessons / "ga.yaml"
    staff.wait_until(path.exists)
    assert "title: Gâ\n" in path.read_text("utf-8")


def test_a_hidden_lesson_has_no_tile_and_one_out_of_use_is_not_there(staff, headless):
    to_lesson(staff)
    staff.touch("hide-lesson")
    staff.wait_until(lambda: "noi-wifi" not in tiles(headless))
    assert headless.kiosk.lesson_store.library.id_of("11") == "noi-wifi"
    staff.touch("stop-lesson")
    staff.wait_until(lambda: headless.kiosk.lesson_store.library.id_of("11") is None)
    staff.touch("stop-lesson", "undo")
    staff.touch("hide-lesson")
    staff.wait_until(lambda: "Đang ẩn" not in " ".join(staff.texts()))


def test_what_is_copied_to_a_stick_is_new_to_another_kiosk(staff, headless, folders, tmp_path):
    to_lesson(staff)
    staff.touch("export-lesson")
    stick = folders.sticks[0] / "USB"
    staff.wait_until((stick / "noi-wifi" / "noi-wifi.yaml").exists)
    staff.wait_until(lambda: any("noi-wifi" in text for text in staff.texts()))
    (tmp_path / "other").mkdir()
    other = replace(folders, home=tmp_path / "other", site=None, cache=tmp_path / "c")
    (other.home / "media").symlink_to(CHECKOUT / "media")
    (offer,) = look_at(stick, LessonContext(other, {}), tmp_path / "desk").offers
    assert (offer.name, offer.state) == ("noi-wifi", UsbLessonState.NEW)
