"""Lessons from a USB stick in the real application, by touches."""

import shutil
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from recording import record
from small_home import centre

from kiosk.app import settings_of
from kiosk.folders import CHECKOUT
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings
from kiosk.player.asking import LaunchOutcome
from kiosk.player.idle import STAFF_QUIET_S
from kiosk.player.visit import Page
from kiosk.staff_pages.stick import import_job, page, watch
from kiosk.ui.visit.visit_view_model import BUSY_LIMIT_S
from kiosk.usb_import import disk
from kiosk.usb_import.transaction import NEW, TOWARDS, ExchangePlan, FileExchange, Transaction
from kiosk.usb_import.usb_lesson import UsbScan

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
    """A centre with one lesson and writable folders."""
    return centre(tmp_path / "home", {"noi-mang": lesson("Nối mạng", 11)})


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
def stick_page(staff, folders, stick):
    return StickPage(staff, folders, stick)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class StickPage:
    """Staff at the page for sticks."""

    def __init__(self, staff, folders, stick):
        self.staff, self.folders, self._stick = staff, folders, stick
        self.place = folders.sticks[0] / "USB"

    @property
    def page_model(self):
        return self.staff.headless.kiosk.staff.property("page")

    @property
    def page(self):
        return self.page_model.property("page")

    @property
    def heads(self):
        return self.staff.headless.kiosk.lesson_store.library.heads

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


def test_a_stick_is_waited_for_and_noticed_and_missed(stick_page):
    stick_page.staff.open("stick")
    stick_page.wait(lambda: "Cắm USB vào máy" in stick_page.texts())
    stick_page.plug_in()
    stick_page.wait(lambda: stick_page.staff.sees("row:goi-video.yaml"))
    stick_page.pull()
    stick_page.wait(lambda: "Cắm USB vào máy" in stick_page.texts())


def test_words_tell_new_changed_broken_and_refused(stick_page):
    stick_page.come_to_the_list()
    notes = {row.title: row.note for row in stick_page.page_model.lessons.rows}
    assert notes == {
        "Gọi video": "Bài mới",
        "Nối mạng nhanh": "Có sửa đổi",
        "hong": "Bị lỗi, cần sửa",
        "Trùng số": "Không lấy được",
    }
    seen = set()
    while not seen.issuperset(notes.values()):  # page by page
        seen |= set(stick_page.staff.texts())
        stick_page.touch("more-rows")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("noi-mang", "Tên bài: “Nối mạng” đổi thành “Nối mạng nhanh”."),
        ("goi-video", "Kèm 1 ảnh."),
        ("hong", "Dòng "),
        ("trung", "Số 11 đã là của bài “Nối mạng”. Hãy đổi số trong tệp."),
    ],
)
def test_a_lesson_is_told_of_in_words(stick_page, name, sentence):
    stick_page.come_to_the_list()
    stick_page.staff.headless.driver.turn_pages_to(f"row:{name}.yaml", "more-rows")
    stick_page.touch(f"row:{name}.yaml")
    stick_page.wait(lambda: sentence in stick_page.texts())
    assert stick_page.staff.sees("take") == (name in ("noi-mang", "goi-video"))
    assert stick_page.staff.sees("try") == (name != "hong")


def test_a_lesson_is_tried_without_being_taken(stick_page):
    stick_page.come_to_the_list()
    stick_page.touch("row:goi-video.yaml", "try")
    stick_page.wait(lambda: stick_page.staff.headless.journey.visit.page is Page.LESSON)
    visit = stick_page.staff.headless.journey.visit
    assert visit.run.lesson.head.title == "Gọi video"
    assert (Path(visit.run.lesson.folder) / "anh.svg").read_text(encoding="utf-8") == SVG
    assert "goi-video" not in stick_page.heads
    stick_page.touch("home")
    assert stick_page.staff.headless.journey.visit.page is Page.STAFF
    assert stick_page.page == "lesson"
    assert stick_page.staff.sees("take")
    assert not stick_page.kiosk_file("goi-video.yaml").exists()


def test_a_trial_that_nobody_ends_leaves_no_door_open(stick_page):
    stick_page.come_to_the_list()
    stick_page.touch("row:goi-video.yaml", "try")
    stick_page.wait(lambda: stick_page.staff.headless.journey.visit.page is Page.LESSON)
    stick_page.staff.headless.kiosk.visit.check_idle_after(STAFF_QUIET_S)
    assert stick_page.staff.headless.journey.visit.page is Page.ATTRACT
    assert stick_page.page_model is None


def test_all_new_ones_are_taken_by_one_touch_and_stand_at_home(stick_page):
    stick_page.come_to_the_list()
    stick_page.take()
    assert "Đã lấy vào máy. Bài mở bằng số 21." in stick_page.texts()
    stick_page.wait(lambda: "goi-video" in stick_page.heads)
    assert stick_page.heads["noi-mang"].title == "Nối mạng"
    stick_page.touch("home")
    stick_page.wait(lambda: "Gọi video" in stick_page.texts())


def test_what_was_chosen_is_taken_and_taken_back(stick_page):
    before = stick_page.kiosk_file("noi-mang.yaml").read_bytes()
    stick_page.come_to_the_list()
    stick_page.touch("choose:noi-mang.yaml")
    stick_page.take()
    stick_page.wait(lambda: stick_page.heads["noi-mang"].title == "Nối mạng nhanh")
    assert "goi-video" not in stick_page.heads
    stick_page.wait(lambda: stick_page.page_model.property("last"))
    stick_page.touch("show-kept")  # the last import is undone with one touch
    stick_page.wait(lambda: "Đã hoàn tác. Bài cũ đã trở lại." in stick_page.texts())
    stick_page.wait(lambda: stick_page.heads["noi-mang"].title == "Nối mạng")
    assert stick_page.kiosk_file("noi-mang.yaml").read_bytes() == before


def test_a_new_lesson_that_is_taken_back_is_gone_even_without_the_stick(stick_page):
    stick_page.come_to_the_list()
    stick_page.touch("row:goi-video.yaml")
    stick_page.take()
    stick_page.pull()
    stick_page.wait(lambda: "goi-video" in stick_page.heads and stick_page.staff.sees("show-kept"))
    stick_page.touch("back")
    stick_page.wait(lambda: stick_page.staff.sees("show-kept"))
    stick_page.touch("show-kept")
    stick_page.touch(*stick_page.staff.names("row:"))
    stick_page.wait(lambda: "Đã hoàn tác. Bài này không còn trong máy." in stick_page.texts())
    stick_page.wait(lambda: "goi-video" not in stick_page.heads)
    assert not stick_page.kiosk_file("anh.svg").exists()


def test_a_refusal_is_told(stick_page):
    stick_page.come_to_the_list()
    put(stick_page.kiosk_file("khac.yaml"), lesson("Bài khác", 21))
    stick_page.staff.headless.kiosk.lesson_store.refresh()
    stick_page.wait(lambda: "khac" in stick_page.heads)
    stick_page.touch("row:goi-video.yaml")
    stick_page.take()
    assert "Số 21 đã là của bài “Bài khác”. Hãy đổi số trong tệp." in stick_page.texts()
    assert "goi-video" not in stick_page.heads


def test_nothing_looks_for_sticks_once_the_page_is_left(stick_page):
    stick_page.come_to_the_list()
    page_model = stick_page.page_model
    stick_page.touch("home")
    assert not page_model._watch.is_on


def test_a_take_over_that_a_plug_interrupted_is_finished_at_the_start(make_headless, home, folders):
    target = folders.lessons / "goi-video.yaml"
    content = lesson("Gọi video", 21).encode()
    work = Transaction(folders.replaced / "000001")
    plan = ExchangePlan(
        "goi-video", "", "", (FileExchange(str(target), None, disk.digest(content)),)
    )
    work._lay_ready(plan, [content])
    (work.folder / TOWARDS).write_text(NEW, encoding="utf-8")
    headless = make_headless(home, of=settings_of(folders))
    assert "goi-video" in headless.kiosk.lesson_store.library.heads
    assert target.read_bytes() == content


# Recordings that come with a lesson.

OWN, SHARED = "Bác chờ cháu trả lời.", "Bác chạm vào nút xanh."


@pytest.fixture
def rad(home):
    """A language without translations, in which recording has begun."""
    (home / "translations" / "rad").mkdir()
    reported = CHECKOUT / "translations" / "rad" / "language.yaml"
    shutil.copy(reported, home / "translations" / "rad")


@pytest.fixture
def recorded(rad, stick, home):
    """The recordings of the new lesson's sentences; another lesson shares one of the sentences."""
    put(home / "lessons" / "khac.yaml", lesson("Bài khác", 12).replace(OWN, "Bác cười."))
    put(
        home / "lessons" / "noi-mang.yaml",
        "title: Nối mạng\nnumber: 11\ngoal: A.\nsteps:\n  - say: B.\n",
    )
    for text in (OWN, SHARED):
        record(stick / "voice", "rad", text)


def speaker_of(stick_page, text):
    take = Recordings(stick_page.folders.recordings, "rad").find(sentence_key(text))
    return take.speaker if take else ""


def test_her_voice_is_heard_in_the_trial_and_the_kiosk_asks_before_others_speak_with_it(
    recorded, stick_page, narrators
):
    stick_page.come_to_the_list()
    stick_page.touch("row:goi-video.yaml")
    assert "1 câu thu sẽ được đọc cả ở: Bài khác." in stick_page.texts()
    assert "Không có chữ ký" in stick_page.texts()
    assert not stick_page.staff.sees("agree-elsewhere")
    stick_page.touch("try")
    visit = stick_page.staff.headless.kiosk.visit
    stick_page.wait(lambda: visit.visit.page is Page.LESSON)
    assert visit.visit.heard == "rad"
    stick_page.touch("next")
    assert narrators[-1].clips
    stick_page.touch("home")
    assert visit.visit.heard == "vi"
    stick_page.touch("take")
    stick_page.wait(lambda: stick_page.page == "result")
    assert "Còn 1 câu thu của bài khác, chưa dùng." in stick_page.texts()
    assert [speaker_of(stick_page, text) for text in (OWN, SHARED)] == ["H'Bia", ""]


def test_once_agreed_others_speak_with_it_and_one_touch_takes_it_back(recorded, stick_page):
    stick_page.come_to_the_list()
    stick_page.touch("row:goi-video.yaml", "try")
    stick_page.wait(lambda: stick_page.staff.headless.kiosk.visit.visit.page is Page.LESSON)
    stick_page.touch("home")
    stick_page.touch("agree-elsewhere")
    assert "Tiếng thu này sẽ được dùng cả ở: Bài khác" in stick_page.texts()
    stick_page.take()
    assert speaker_of(stick_page, SHARED) == "H'Bia"
    stick_page.wait(lambda: stick_page.page_model.property("last"))
    stick_page.touch("show-kept")
    stick_page.wait(lambda: "Đã hoàn tác" in stick_page.texts())
    assert [speaker_of(stick_page, text) for text in (OWN, SHARED)] == ["", ""]
    assert not stick_page.kiosk_file("goi-video.yaml").exists()


def test_recordings_that_cannot_be_heard_are_told_and_nothing_waits(recorded, stick_page, stick):
    for clip in (stick / "voice" / "rad").glob("*.flac"):
        clip.write_bytes(b"RIFF")
    stick_page.come_to_the_list()
    stick_page.touch("row:goi-video.yaml", "try")
    stick_page.wait(lambda: stick_page.page == "result")
    assert "không phải là tiếng thu, hoặc bị hỏng" in stick_page.texts()
    assert not stick_page.page_model.property("busy")


def test_a_stick_that_does_not_answer_is_given_up(stick_page, monkeypatch):
    going_on = Event()
    monkeypatch.setattr(import_job, "LIMIT_MS", 200)
    monkeypatch.setattr(import_job, "take_over", lambda *_, **__: going_on.wait(30))
    stick_page.come_to_the_list()
    try:
        stick_page.take()
        assert "USB không trả lời nên chưa xong." in stick_page.texts()
        assert not stick_page.page_model.property("busy")
    finally:
        going_on.set()


def test_work_without_end_does_not_keep_the_staff_area_open(stick_page, monkeypatch):
    going_on = Event()
    monkeypatch.setattr(import_job, "take_over", lambda *_, **__: going_on.wait(30))
    stick_page.come_to_the_list()
    try:
        stick_page.touch("take")
        stick_page.wait(lambda: stick_page.page_model.property("busy"))
        kiosk, answers = stick_page.staff.headless.kiosk, []
        kiosk.launcher.open("11", answers.append)
        stick_page.wait(lambda: answers)
        assert answers[0].outcome is LaunchOutcome.BUSY
        kiosk.visit.check_idle_after(STAFF_QUIET_S + 1)
        assert kiosk.visit.visit.page is Page.STAFF
        kiosk.visit.check_idle_after(BUSY_LIMIT_S)
        assert kiosk.visit.visit.page is Page.ATTRACT
    finally:
        going_on.set()


def test_what_a_learner_waits_for_does_not_stand_behind_a_stick(stick_page, monkeypatch):
    going_on = Event()
    found = import_job.ImportView(UsbScan(), ())
    monkeypatch.setattr(page, "look", lambda *_: going_on.wait(30) and found)
    monkeypatch.setattr(watch, "find_sticks", lambda *_: going_on.wait(30) and ())
    stick_page.staff.open("stick")
    stick_page.plug_in()
    try:
        opened = []
        stick_page.staff.headless.kiosk.lesson_store.open("noi-mang", opened.append)
        stick_page.wait(lambda: opened)
    finally:
        going_on.set()


class TestWithoutUnsignedSticks:
    """A centre that imports lessons only from signed packs."""

    @pytest.fixture
    def settings(self, settings):
        packs = settings.packs.model_copy(update={"unsigned_sticks": False})
        return settings.model_copy(update={"packs": packs})

    def test_nothing_is_taken_and_staff_are_told_why(self, stick_page):
        stick_page.come_to_the_list()
        stick_page.touch("take")
        stick_page.wait(lambda: stick_page.page == "result")
        assert any("gói có chữ ký" in text for text in stick_page.staff.texts())
        assert "goi-video" not in stick_page.heads
