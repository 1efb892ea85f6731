"""Background jobs always report a result: the page continues, and staff see failures."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path
from threading import Event, get_ident

import pytest
from fakes import ManualJobs
from PySide6.QtCore import QObject

from kiosk.folders import CHECKOUT, Folders
from kiosk.library import indexing
from kiosk.staff.pin import PinFile, record_of
from kiosk.ui.background.clock import MonotonicClock
from kiosk.ui.background.folder_watch import FolderWatch
from kiosk.ui.background.jobs import Err, FailedWork, Lane, LatestWork, Ok, ThreadJobs
from kiosk.ui.content.lesson_store import LessonStore
from kiosk.ui.staff.staff_view_model import StaffViewModel

PIN = "482913"
LONG_S = 10


class Broken(BaseException):
    """Stands for errors of extension modules that do not derive from `Exception`."""


def fail() -> None:
    raise OSError(5, "Input/output error")


def panic() -> None:
    raise Broken


@pytest.fixture
def jobs(qapp) -> ThreadJobs:
    made = ThreadJobs(qapp)
    yield made
    made.wait()


@pytest.fixture
def home(tmp_path) -> Path:
    """A home with eleven lessons: more than are kept loaded."""
    (tmp_path / "home/lessons").mkdir(parents=True)
    for folder in ("media", "translations"):
        (tmp_path / "home" / folder).symlink_to(CHECKOUT / folder)
    for number in range(1, 12):
        write_lesson(tmp_path / "home", f"bai-{number}", number)
    return tmp_path / "home"


def write_lesson(home: Path, name: str, number: int) -> None:
    text = f"title: Bài {number}\nnumber: {number}\ngoal: Bác thử.\nsteps:\n  - say: Bác xem.\n"
    (home / f"lessons/{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def lesson_store(home, jobs, tmp_path) -> LessonStore:
    made = LessonStore(Folders(home=home, state=tmp_path / "s", cache=tmp_path / "c"), jobs, jobs)
    yield made
    made.close()


def refreshed(qtbot, lesson_store: LessonStore) -> None:
    messages: list[bool] = []
    lesson_store.refresh(lambda: messages.append(True))
    qtbot.waitUntil(lambda: bool(messages))


def test_what_is_read_while_the_kiosk_closes_is_answered_without_harm(qtbot, home, tmp_path):
    jobs, parent = ManualJobs(), QObject()
    folders = Folders(home=home, state=tmp_path / "s", cache=tmp_path / "c")
    store = LessonStore(folders, jobs, parent)
    store.refresh()
    jobs.do_all()
    store.follow()
    store.refresh()
    with qtbot.waitSignal(store.findChild(FolderWatch).destroyed):
        store.close()
    jobs.do_all()
    assert store.findChild(FolderWatch) is None


@pytest.fixture
def expecting_failures(caplog):
    """Asserts that the expected failure's traceback is in the log."""
    yield
    assert any("work failed" in record.message for record in caplog.get_records("call"))


def answers_of(qtbot, run: Callable[[Callable[[object], None]], None]) -> object:
    answers: list[object] = []
    run(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    (answer,) = answers
    return answer


def test_work_answers_with_its_result(qtbot, jobs):
    answer = answers_of(qtbot, lambda then: jobs.run(lambda: 7, then, what="đếm"))
    assert answer == Ok(7)
    assert jobs.failures == ()


@pytest.mark.usefixtures("expecting_failures")
@pytest.mark.parametrize(
    ("work", "kind", "reason"),
    [(fail, OSError, "Input/output error"), (panic, Broken, "Broken")],
)
def test_whatever_is_raised_arrives_as_an_error_and_is_told_to_staff(
    qtbot, jobs, work, kind, reason
):
    with qtbot.waitSignal(jobs.failuresChanged):
        answer = answers_of(qtbot, lambda then: jobs.run(work, then, what="đếm"))
    assert isinstance(answer, Err)
    assert isinstance(answer.error, kind)
    assert jobs.failures == (FailedWork("đếm", reason),)
    with qtbot.waitSignal(jobs.failuresChanged):
        jobs.run(lambda: 7, lambda _: None, what="đếm")
    assert jobs.failures == (), "told until it went well once"


def test_an_expected_error_is_an_answer_and_no_trouble(qtbot, jobs):
    answer = answers_of(qtbot, lambda then: jobs.run(fail, then, what="đếm", expected=(OSError,)))
    assert isinstance(answer, Err)
    assert jobs.failures == ()


def test_what_somebody_waits_for_never_stands_behind_long_work(qtbot, jobs):
    release = Event()
    for _ in range(4):
        jobs.run(lambda: release.wait(LONG_S), lambda _: None, what="chép")
    answer = answers_of(
        qtbot, lambda then: jobs.run(lambda: 7, then, what="mở", lane=Lane.WAITED_FOR)
    )
    assert answer == Ok(7)
    assert not release.is_set()
    release.set()


def test_a_page_gets_the_latest_answer_alone(qtbot, jobs):
    page, answers, begun, release = LatestWork(jobs), [], Event(), Event()

    def first() -> str:
        begun.set()
        release.wait(LONG_S)
        return "first"

    page.run(first, answers.append, what="đọc")
    assert begun.wait(LONG_S)
    page.run(lambda: "second", answers.append, what="đọc")
    qtbot.waitUntil(lambda: answers == [Ok("second")])
    assert not page.is_busy
    release.set()
    jobs.wait()
    answers_of(qtbot, lambda then: jobs.run(lambda: 0, then, what=""))
    assert answers == [Ok("second")]


def test_a_page_that_was_left_gets_no_answer_but_what_it_writes_is_written(qtbot, jobs):
    release, written, answers = Event(), Event(), []
    for _ in range(2):
        jobs.run(lambda: release.wait(LONG_S), lambda _: None, what="chép")
    page = LatestWork(jobs)
    page.run(written.set, answers.append, what="lưu")
    assert page.is_busy
    page.cancel()
    assert not page.is_busy
    release.set()
    assert written.wait(LONG_S)
    answers_of(qtbot, lambda then: jobs.run(lambda: 0, then, what=""))
    assert answers == []


def test_reading_that_nobody_waits_for_stops_or_never_begins(qtbot, jobs):
    begun, stopped, never = Event(), Event(), Event()

    def read(is_unwanted: Callable[[], bool]) -> None:
        begun.set()
        while not is_unwanted():
            pass
        stopped.set()
        raise CancelledError

    page = LatestWork(jobs)
    page.run_cancellable(read, lambda _: None, what="đọc")
    assert begun.wait(LONG_S)
    page.cancel()
    assert stopped.wait(LONG_S)
    release = Event()
    for _ in range(2):
        jobs.run(lambda: release.wait(LONG_S), lambda _: None, what="chép")
    page.run_cancellable(lambda _: never.set(), lambda _: None, what="đọc")
    page.cancel()
    release.set()
    jobs.wait()
    answers_of(qtbot, lambda then: jobs.run(lambda: 0, then, what=""))
    assert not never.is_set()
    assert jobs.failures == ()


def test_a_damaged_pin_file_does_not_shut_the_pin_page_for_ever(qtbot, jobs, tmp_path):
    path = tmp_path / "pin.json"
    PinFile(path).write(record_of(PIN))
    damaged = json.loads(path.read_text())
    damaged["salt"] = damaged["salt"][:-1]
    path.write_text(json.dumps(damaged))
    owner = QObject()
    staff = StaffViewModel(PinFile(path), MonotonicClock(), jobs, owner)
    staff.open_login()
    for digit in PIN:
        staff.type(digit)
    staff.enter()
    qtbot.waitUntil(lambda: not staff.checking)
    assert not staff.refused, "nobody typed a wrong PIN"
    staff.close_login()
    staff.open_login()
    staff.type("4")
    assert staff.typed == 1


@pytest.mark.usefixtures("expecting_failures")
def test_a_lesson_whose_file_is_gone_is_told_as_none(qtbot, lesson_store, home, tmp_path):
    refreshed(qtbot, lesson_store)
    shutil.rmtree(tmp_path / "c")
    (home / "lessons/bai-5.yaml").unlink()
    said: list[str] = []
    lesson_store.open("bai-5", lambda _: said.append("lesson"), lambda: said.append("none"))
    qtbot.waitUntil(lambda: said == ["none"])


@pytest.mark.usefixtures("expecting_failures")
def test_lessons_are_looked_at_again_after_a_look_that_failed(
    qtbot, lesson_store, home, monkeypatch
):
    with monkeypatch.context() as broken:
        broken.setattr(indexing, "scan_folders", lambda _: fail())
        refreshed(qtbot, lesson_store)
    assert not lesson_store.is_filled
    refreshed(qtbot, lesson_store)
    write_lesson(home, "b", 90)
    with monkeypatch.context() as broken:
        broken.setattr(indexing, "scan_folders", lambda _: fail())
        refreshed(qtbot, lesson_store)
    assert "bai-1" in lesson_store.library.heads
    refreshed(qtbot, lesson_store)
    assert "b" in lesson_store.library.heads


@pytest.mark.parametrize("at_start", [True, False])
def test_a_link_that_goes_round_in_the_lessons_folder_takes_no_lesson_away(
    qtbot, lesson_store, home, at_start
):
    if not at_start:
        refreshed(qtbot, lesson_store)
    link = home / "lessons/x.yaml"
    link.symlink_to(link)
    write_lesson(home, "b", 90)
    refreshed(qtbot, lesson_store)
    assert {"b", "bai-1"} <= lesson_store.library.heads.keys()


class Held:
    """Records the thread on which it is destroyed."""

    def __init__(self, went: list[int]) -> None:
        self._went = went

    def __del__(self) -> None:
        self._went.append(get_ident())


def test_what_the_work_and_the_answer_hold_goes_on_the_windows_thread(qtbot, jobs):
    went, answers = [], []
    for _ in range(50):
        work, answer = Held(went), Held(went)
        jobs.run(
            lambda work=work: bool(work),
            lambda result, answer=answer: answers.append((result, bool(answer))),
            what="thử",
        )
        del work, answer
    qtbot.waitUntil(lambda: len(answers) == 50 and len(went) == 100)
    assert set(went) == {get_ident()}


def test_garbage_is_never_looked_for_on_another_thread(qtbot, jobs):
    went, done = [], []

    def make_garbage() -> None:
        for _ in range(20_000):
            circle = [Held(went)]
            circle.append(circle)

    jobs.run(make_garbage, done.append, what="thử")
    qtbot.waitUntil(lambda: bool(done) and len(went) == 20_000)
    assert set(went) == {get_ident()}
