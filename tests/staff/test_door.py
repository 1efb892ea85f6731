"""The door: digits come in one by one, failures are counted before they are known."""

import pytest
from fakes import FakeClock, JobsByHand
from PySide6.QtCore import QObject

from kiosk.staff.pin import PinFile, PinRecord, record_of
from kiosk.ui.staff_view_model import LONGEST_PIN, StaffViewModel

PIN = "482915"


@pytest.fixture(scope="module")
def record():
    return record_of(PIN)


@pytest.fixture
def pin_file(tmp_path, record):
    made = PinFile(tmp_path / "pin.json")
    made.write(record)
    return made


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def jobs():
    return JobsByHand()


@pytest.fixture
def start(qapp, pin_file, clock, jobs):
    """Makes doors as after a start of the kiosk, already stood before."""
    owner = QObject()

    def start():
        door = StaffViewModel(pin_file, clock, jobs, owner)
        door.open_door()
        return door

    yield start
    owner.deleteLater()


def knock(door, digits, jobs):
    for digit in digits:
        door.type(digit)
    door.enter()
    jobs.do_all()


def heard(signal):
    rung = []
    signal.connect(lambda: rung.append(True))
    return rung


def test_the_right_pin_opens(start, jobs):
    door = start()
    opened = heard(door.letIn)
    knock(door, PIN, jobs)
    assert opened == [True]
    assert door.property("typed") == 0


def test_a_wrong_pin_is_refused_and_counted(start, jobs, pin_file):
    door = start()
    opened = heard(door.letIn)
    knock(door, "482916", jobs)
    assert opened == []
    assert door.property("refused") is True
    assert pin_file.read().failures == 1


def test_pulling_the_plug_while_a_pin_is_checked_does_not_undo_the_failure(start, pin_file):
    door = start()
    for digit in "482916":
        door.type(digit)
    door.enter()
    assert door.property("checking") is True
    assert pin_file.read().failures == 1


def test_the_right_pin_forgives_on_disk_too(start, jobs, pin_file):
    door = start()
    knock(door, "482916", jobs)
    knock(door, PIN, jobs)
    assert pin_file.read().failures == 0


def test_the_wait_after_failures_survives_a_restart(start, jobs, clock, pin_file):
    door = start()
    for _ in range(3):
        knock(door, "482916", jobs)
    assert 0 < door.property("waitSeconds") <= 6
    again = start()
    opened = heard(again.letIn)
    knock(again, PIN, jobs)
    assert opened == []
    clock.time_s += 6
    again.enter()
    jobs.do_all()
    assert opened == [True]


def test_each_further_failure_doubles_the_wait(start, jobs, clock, pin_file, record):
    pin_file.write(PinRecord(record.salt, record.digest, failures=5))
    door = start()
    clock.time_s += 30
    knock(door, "482916", jobs)
    assert 35 < door.property("waitSeconds") <= 41


def test_nothing_can_be_typed_while_a_pin_is_checked(start):
    door = start()
    for digit in PIN:
        door.type(digit)
    door.enter()
    door.type("1")
    assert door.property("typed") == 0


def test_digits_can_be_taken_back_and_are_no_more_than_a_pin_may_have(start):
    door = start()
    for _ in range(LONGEST_PIN + 5):
        door.type("1")
    assert door.property("typed") == LONGEST_PIN
    door.erase()
    assert door.property("typed") == LONGEST_PIN - 1


def test_a_shut_door_has_forgotten_what_was_typed(start):
    door = start()
    door.type("4")
    door.close_door()
    assert door.property("typed") == 0


def test_without_a_record_nobody_comes_in(qapp, tmp_path, clock, jobs):
    owner = QObject()
    door = StaffViewModel(PinFile(tmp_path / "none.json"), clock, jobs, owner)
    door.open_door()
    assert door.property("hasPin") is False
    knock(door, PIN, jobs)
    assert jobs.waiting == []


def test_a_damaged_record_lets_nobody_in(start, tmp_path, jobs):
    (tmp_path / "pin.json").write_text("{", encoding="utf-8")
    door = start()
    opened = heard(door.letIn)
    knock(door, PIN, jobs)
    assert (door.property("hasPin"), opened) == (False, [])


def test_a_disk_that_cannot_be_written_does_not_lock_staff_out(
    start, jobs, pin_file, monkeypatch, caplog
):
    door = start()

    def fail(_record):
        raise OSError("read-only")

    monkeypatch.setattr(pin_file, "write", fail)
    opened = heard(door.letIn)
    knock(door, PIN, jobs)
    assert opened == [True]
    assert "could not be written" in caplog.text
