"""Lessons from a USB stick in the real application, by touches."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app import settings_of
from kiosk.content.takeover import disk
from kiosk.content.takeover.work import NEW, TOWARDS, Change, Plan, Work
from kiosk.folders import CHECKOUT
from kiosk.player.idle import STAFF_QUIET_S
from kiosk.player.visit import Page

LESSON = """\
title: {title}
number: {number}
goal: Bác gọi được cho cháu.
steps:
  - say: Bác chạm vào nút xanh.
    picture: {picture}
  - say: Bác chờ cháu trả lời.
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def lesson(title, number, picture="wifi"):
    return LESSON.format(title=title, number=number, picture=picture)


@pytest.fixture
def home(tmp_path) -> Path:
    """A kiosk with one lesson, into whose folders it may write."""
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    (home / "media").mkdir()
    for name in ("icons", "pictures"):
        (home / "media" / name).symlink_to(CHECKOUT / "media" / name, target_is_directory=True)
    shutil.copytree(CHECKOUT / "translations" / "vi", home / "translations" / "vi")
    shutil.copy(CHECKOUT / "config.yaml", home)
    put(home / "lessons" / "noi-mang.yaml", lesson("Nối mạng", 11))
    return home


@pytest.fixture
def folders(folders, tmp_path):
    (tmp_path / "sticks").mkdir()
    return replace(folders, sticks=(tmp_path / "sticks",))


@pytest.fixture
def stick(tmp_path):
    """A stick with four lessons, which is not plugged in yet."""
    stick = tmp_path / "in-a-pocket"
    put(stick / "goi-video.yaml", lesson("Gọi video", 21, "anh.svg"))
    put(stick / "anh.svg", SVG)
    put(stick / "noi-mang.yaml", lesson("Nối mạng nhanh", 11))
    put(stick / "hong.yaml", "title: Hỏng\nsteps: [\n")
    put(stick / "trung.yaml", lesson("Trùng số", 11))
    return stick


@pytest.fixture
def desk(staff, folders, stick):
    return Desk(staff, folders, stick)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Desk:
    """Staff with a stick in their hand."""

    def __init__(self, staff, folders, stick):
        self.staff, self.folders, self._stick = staff, folders, stick
        self.place = folders.sticks[0] / "USB"

    @property
    def room(self):
        return self.staff.on.kiosk.staff.property("room")

    @property
    def page(self):
        return self.room.property("page")

    @property
    def heads(self):
        return self.staff.on.kiosk.shelf.library.heads

    def plug_in(self):
        self._stick.rename(self.place)

    def pull(self):
        self.place.rename(self._stick)

    def wait(self, is_so):
        self.staff.wait_until(is_so)

    def come_to_the_list(self):
        self.plug_in()
        self.staff.open("stick")
        self.wait(lambda: self.staff.sees("row:goi-video.yaml"))

    def touch(self, *names):
        self.staff.touch(*names)

    def texts(self):
        return "\n".join(self.staff.texts())

    def take(self):
        self.touch("take")
        self.wait(lambda: self.page == "result")

    def kiosk_file(self, name):
        return self.folders.lessons / name


def test_a_stick_is_waited_for_and_noticed_and_missed(desk):
    desk.staff.open("stick")
    desk.wait(lambda: "Cắm USB vào máy" in desk.texts())
    desk.plug_in()
    desk.wait(lambda: desk.staff.sees("row:goi-video.yaml"))
    desk.pull()
    desk.wait(lambda: "Cắm USB vào máy" in desk.texts())


def test_words_tell_new_changed_broken_and_refused(desk):
    desk.come_to_the_list()
    notes = {row["title"]: row["note"] for row in desk.room.property("lessons")}
    assert notes == {
        "Gọi video": "Bài mới",
        "Nối mạng nhanh": "Có sửa đổi",
        "hong": "Bị lỗi, cần sửa",
        "Trùng số": "Không lấy được",
    }
    seen = set()
    while not seen.issuperset(notes.values()):  # page by page
        seen |= set(desk.staff.texts())
        desk.touch("more-rows")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("noi-mang", "Tên bài: “Nối mạng” đổi thành “Nối mạng nhanh”."),
        ("goi-video", "Kèm 1 ảnh."),
        ("hong", "Dòng "),
        ("trung", "Số 11 đã là của bài “Nối mạng”. Hãy đổi số trong tệp."),
    ],
)
def test_a_lesson_is_told_of_in_words(desk, name, sentence):
    desk.come_to_the_list()
    if not desk.staff.sees(f"row:{name}.yaml"):
        desk.touch("more-rows")
    desk.touch(f"row:{name}.yaml")
    desk.wait(lambda: sentence in desk.texts())
    assert desk.staff.sees("take") == (name in ("noi-mang", "goi-video"))
    assert desk.staff.sees("try") == (name != "hong")


def test_a_lesson_is_tried_without_being_taken(desk):
    desk.come_to_the_list()
    desk.touch("row:goi-video.yaml", "try")
    visit = desk.staff.on.walk.visit
    desk.wait(lambda: visit.page is Page.LESSON)
    assert visit.run.lesson.head.title == "Gọi video"
    assert (Path(visit.run.lesson.folder) / "anh.svg").read_text(encoding="utf-8") == SVG
    assert "goi-video" not in desk.heads
    desk.touch("home")
    assert desk.staff.on.walk.visit.page is Page.STAFF
    assert desk.page == "lesson"
    assert desk.staff.sees("take")
    assert not desk.kiosk_file("goi-video.yaml").exists()


def test_a_trial_that_nobody_ends_leaves_no_door_open(desk):
    desk.come_to_the_list()
    desk.touch("row:goi-video.yaml", "try")
    desk.wait(lambda: desk.staff.on.walk.visit.page is Page.LESSON)
    desk.staff.on.kiosk.visit.look_round_after(STAFF_QUIET_S)
    assert desk.staff.on.walk.visit.page is Page.ATTRACT
    assert desk.room is None


def test_all_new_ones_are_taken_by_one_touch_and_stand_at_home(desk):
    desk.come_to_the_list()
    desk.take()
    assert "Đã lấy vào máy. Bài mở bằng số 21." in desk.texts()
    desk.wait(lambda: "goi-video" in desk.heads)
    assert desk.heads["noi-mang"].title == "Nối mạng"
    desk.touch("home")
    desk.wait(lambda: "Gọi video" in desk.texts())


def test_what_was_chosen_is_taken_and_taken_back(desk):
    before = desk.kiosk_file("noi-mang.yaml").read_bytes()
    desk.come_to_the_list()
    desk.touch("choose:noi-mang.yaml")
    desk.take()
    desk.wait(lambda: desk.heads["noi-mang"].title == "Nối mạng nhanh")
    assert "goi-video" not in desk.heads
    desk.wait(lambda: desk.staff.sees("show-kept"))
    desk.touch("show-kept")
    (kept,) = desk.staff.names("row:")
    desk.touch(kept)
    desk.wait(lambda: "Đã hoàn tác. Bài cũ đã trở lại." in desk.texts())
    desk.wait(lambda: desk.heads["noi-mang"].title == "Nối mạng")
    assert desk.kiosk_file("noi-mang.yaml").read_bytes() == before


def test_a_new_lesson_that_is_taken_back_is_gone_even_without_the_stick(desk):
    desk.come_to_the_list()
    desk.touch("row:goi-video.yaml")
    desk.take()
    desk.pull()
    desk.wait(lambda: "goi-video" in desk.heads and desk.staff.sees("show-kept"))
    desk.touch("show-kept")
    desk.touch(*desk.staff.names("row:"))
    desk.wait(lambda: "Đã hoàn tác. Bài này không còn trong máy." in desk.texts())
    desk.wait(lambda: "goi-video" not in desk.heads)
    assert not desk.kiosk_file("anh.svg").exists()


def test_a_refusal_is_told(desk):
    desk.come_to_the_list()
    put(desk.kiosk_file("khac.yaml"), lesson("Bài khác", 21))
    desk.staff.on.kiosk.shelf.refresh()
    desk.wait(lambda: "khac" in desk.heads)
    desk.touch("row:goi-video.yaml")
    desk.take()
    assert "Số 21 đã là của bài “Bài khác”. Hãy đổi số trong tệp." in desk.texts()
    assert "goi-video" not in desk.heads


def test_nothing_looks_for_sticks_once_the_room_is_left(desk):
    desk.come_to_the_list()
    room = desk.room
    desk.touch("home")
    assert not room._watch.is_on


def test_a_take_over_that_a_plug_interrupted_is_finished_at_the_start(stage_of, home, folders):
    target = folders.lessons / "goi-video.yaml"
    content = lesson("Gọi video", 21).encode()
    work = Work(folders.replaced / "000001")
    plan = Plan("goi-video", "", "", (Change(str(target), None, disk.digest(content)),))
    work._lay_ready(plan, [content])
    (work.folder / TOWARDS).write_text(NEW, encoding="utf-8")
    on = stage_of(home, of=settings_of(folders))
    assert "goi-video" in on.kiosk.shelf.library.heads
    assert target.read_bytes() == content
