"""The staff login: digits are typed one by one, and an attempt is counted before it is checked."""

import pytest
from fakes import FakeClock, ManualJobs
from PySide6.QtCore import QObject

from kiosk.staff.pin import LONGEST as MAX_PIN_LENGTH
from kiosk.staff.pin import PinFile, PinRecord, matches, record_of
from kiosk.ui.staff import staff_view_model
from kiosk.ui.staff.staff_view_model import StaffViewModel

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
    return ManualJobs()


@pytest.fixture
def start(qapp, pin_file, clock, jobs):
    """Makes logins as after a restart of the kiosk, with the login page opened."""
    owner = QObject()

    def start():
        login = StaffViewModel(pin_file, clock, jobs, owner)
        login.open_login()
        return login

    yield start
    owner.deleteLater()


def type_in(login, digits, jobs):
    for digit in digits:
        login.type(digit)
    login.enter()
    jobs.do_all()


def heard(signal):
    rung = []
    signal.connect(lambda: rung.append(True))
    return rung


def test_the_right_pin_opens(start, jobs):
    login = start()
    opened = heard(login.loggedIn)
    type_in(login, PIN, jobs)
    assert opened == [True]
    assert login.property("typed") == 0


def test_a_wrong_pin_is_refused_and_counted(start, jobs, pin_file):
    login = start()
    opened = heard(login.loggedIn)
    type_in(login, "482916", jobs)
    assert opened == []
    assert login.property("refused") is True
    assert pin_file.read().failures == 1


def test_pulling_the_plug_while_a_pin_is_checked_does_not_undo_the_failure(
    start, jobs, pin_file, monkeypatch
):
    login = start()
    for digit in "482916":
        login.type(digit)
    login.enter()
    assert login.property("checking") is True
    work, _ = jobs.waiting.pop()

    def pull_the_plug(_record, _pin):
        assert pin_file.read().failures == 1
        raise KeyboardInterrupt

    monkeypatch.setattr(staff_view_model, "matches", pull_the_plug)
    with pytest.raises(KeyboardInterrupt):
        work()
    assert pin_file.read().failures == 1


def test_the_right_pin_forgives_on_disk_too(start, jobs, pin_file):
    login = start()
    type_in(login, "482916", jobs)
    type_in(login, PIN, jobs)
    assert pin_file.read().failures == 0


def test_the_wait_after_failures_survives_a_restart(start, jobs, clock, pin_file):
    login = start()
    for _ in range(3):
        type_in(login, "482916", jobs)
    assert 0 < login.property("waitSeconds") <= 6
    again = start()
    opened = heard(again.loggedIn)
    type_in(again, PIN, jobs)
    assert opened == []
    clock.time_s += 6
    again.enter()
    jobs.do_all()
    assert opened == [True]


def test_each_further_failure_doubles_the_wait(start, jobs, clock, pin_file, record):
    pin_file.write(PinRecord(record.salt, record.digest, failures=5))
    login = start()
    clock.time_s += 30
    type_in(login, "482916", jobs)
    assert 35 < login.property("waitSeconds") <= 41


def test_nothing_can_be_typed_while_a_pin_is_checked(start):
    login = start()
    for digit in PIN:
        login.type(digit)
    login.enter()
    login.type("1")
    assert login.property("typed") == 0


def test_digits_can_be_taken_back_and_are_no_more_than_a_pin_may_have(start):
    login = start()
    for _ in range(MAX_PIN_LENGTH + 5):
        login.type("1")
    assert login.property("typed") == MAX_PIN_LENGTH
    login.erase()
    assert login.property("typed") == MAX_PIN_LENGTH - 1


def test_a_shut_door_has_forgotten_what_was_typed(start):
    login = start()
    login.type("4")
    login.close_login()
    assert login.property("typed") == 0


@pytest.fixture
def fresh(qapp, tmp_path, clock, jobs):
    """The login of a kiosk without a PIN, and the file for the PIN."""
    owner, kept = QObject(), PinFile(tmp_path / "none.json")
    login = StaffViewModel(kept, clock, jobs, owner)
    login.open_login()
    yield login, kept
    owner.deleteLater()


def test_the_first_to_come_chooses_the_pin_by_typing_it_twice(fresh, jobs):
    login, kept = fresh
    opened = heard(login.loggedIn)
    assert (login.property("hasPin"), login.property("choosesPin")) == (False, True)
    type_in(login, PIN, jobs)
    assert (login.property("choosesAgain"), kept.read(), opened) == (True, None, [])
    type_in(login, PIN, jobs)
    assert opened == [True]
    assert matches(kept.read(), PIN)
    assert (login.property("hasPin"), login.property("choosesPin")) == (True, False)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [(("4829",), "short"), (("123456",), "easy"), ((PIN, "482916"), "differs")],
)
def test_a_new_pin_that_will_not_do_is_refused_and_chosen_anew(fresh, jobs, typed, refusal):
    login, kept = fresh
    for digits in typed:
        type_in(login, digits, jobs)
    assert (login.property("newPinRefusal"), login.property("choosesAgain")) == (refusal, False)
    assert kept.read() is None


def test_who_goes_away_between_the_two_has_chosen_nothing(fresh, jobs):
    login, kept = fresh
    type_in(login, PIN, jobs)
    login.close_login()
    login.open_login()
    type_in(login, PIN, jobs)
    assert (kept.read(), login.property("choosesAgain")) == (None, True)


def test_a_new_pin_that_the_disk_does_not_keep_lets_nobody_in(fresh, jobs, monkeypatch):
    login, kept = fresh
    monkeypatch.setattr(kept, "write", refuse)
    opened = heard(login.loggedIn)
    type_in(login, PIN, jobs)
    type_in(login, PIN, jobs)
    assert (opened, login.property("choosesPin"), login.property("checking")) == ([], True, False)


def test_a_damaged_record_lets_nobody_in_and_is_told_as_damaged(start, tmp_path, jobs, caplog):
    (tmp_path / "pin.json").write_text("{", encoding="utf-8")
    login = start()
    opened = heard(login.loggedIn)
    type_in(login, PIN, jobs)
    assert (login.property("hasPin"), login.property("pinDamaged"), opened) == (False, True, [])
    assert "the PIN cannot be read" in caplog.text


def test_a_disk_that_cannot_be_written_does_not_lock_staff_out(
    start, jobs, pin_file, monkeypatch, caplog
):
    login = start()
    monkeypatch.setattr(pin_file, "write", refuse)
    opened = heard(login.loggedIn)
    type_in(login, PIN, jobs)
    assert opened == [True]
    assert "could not be written" in caplog.text
    assert "Traceback" not in caplog.text


def refuse(_record):
    raise OSError("read-only")


def test_where_the_disk_keeps_nothing_leaving_and_coming_back_does_not_end_the_wait(
    start, jobs, clock, pin_file, monkeypatch, caplog
):
    monkeypatch.setattr(pin_file, "write", refuse)
    login = start()
    tries = 0
    while clock.time_s < 1057:
        if login.property("waitSeconds"):
            clock.time_s += 1
        else:
            type_in(login, "482916", jobs)
            tries += 1
        login.close_login()
        login.open_login()
    assert tries <= 7
    assert pin_file.read().failures == 0


def test_after_ten_wrong_pins_only_a_new_one_opens(start, jobs, clock, pin_file):
    login = start()
    for _ in range(10):
        type_in(login, "482916", jobs)
        clock.time_s += 3600
    assert (login.property("pinLocked"), login.property("hasPin")) == (True, False)
    opened = heard(login.loggedIn)
    type_in(login, PIN, jobs)
    assert (jobs.waiting, opened) == ([], [])
    assert start().property("pinLocked") is True

    pin_file.write(record_of("593026"))
    login.open_login()
    opened = heard(login.loggedIn)
    type_in(login, "593026", jobs)
    assert opened == [True]
