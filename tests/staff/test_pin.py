"""The staff's PIN: never kept, never guessed quickly."""

import json
import stat
from dataclasses import asdict

import pytest

from kiosk.staff import pin
from kiosk.staff.pin import PinFile, PinRecord, after_try, matches, record_of, weakness

GOOD = "482915"


@pytest.fixture(scope="module")
def record():
    return record_of(GOOD)


@pytest.fixture
def pin_file(tmp_path):
    return PinFile(tmp_path / "state" / "pin.json")


@pytest.mark.parametrize(
    ("candidate", "why"),
    [
        ("", "digits"),
        ("48291a", "digits"),
        ("４８２９１５", "digits"),
        ("-48291", "digits"),
        ("48291", "short"),
        ("000000", "easy"),
        ("9999999", "easy"),
        ("123456", "easy"),
        ("654321", "easy"),
        (GOOD, None),
        ("48291547", None),
    ],
)
def test_a_pin_has_six_digits_that_are_not_easy_to_guess(candidate, why):
    assert weakness(candidate) == why


def test_only_the_right_pin_matches(record):
    assert matches(record, GOOD)
    for other in ("482916", "4829150", "48291", ""):
        assert not matches(record, other)


def test_the_same_pin_is_never_kept_twice_alike(record):
    again = record_of(GOOD)
    assert again.salt != record.salt
    assert again.digest != record.digest


def test_what_is_kept_does_not_tell_the_pin(record, pin_file, tmp_path):
    pin_file.write(record)
    kept = (tmp_path / "state" / "pin.json").read_text(encoding="utf-8")
    assert GOOD not in kept
    assert set(json.loads(kept)) == {"salt", "digest", "failures"}


def test_trying_costs_memory_and_time():
    assert 128 * pin.SCRYPT_N * pin.SCRYPT_R >= 32 * 1024 * 1024
    assert pin.SCRYPT_P >= 3


def test_waits_grow_with_every_failure_up_to_an_hour(record):
    waits_s = []
    for _ in range(20):
        waits_s.append(record.wait_s)
        record = after_try(record, right=False)
    assert waits_s[:6] == [0, 0, 0, 5, 10, 20]
    assert waits_s == sorted(waits_s)
    assert waits_s[-1] == 3600


def test_the_right_pin_forgives(record):
    failed = after_try(after_try(record, right=False), right=False)
    assert after_try(failed, right=True) == record


class TestFile:
    def test_no_file_is_no_pin(self, pin_file):
        assert pin_file.read() is None

    def test_what_is_written_is_read(self, pin_file):
        kept = PinRecord("00", "ff", failures=7)
        pin_file.write(kept)
        assert pin_file.read() == kept

    def test_only_its_owner_may_read_it(self, pin_file, tmp_path):
        pin_file.write(PinRecord("00", "ff"))
        mode = stat.S_IMODE((tmp_path / "state" / "pin.json").stat().st_mode)
        assert mode == 0o600

    def test_a_disk_that_fails_while_writing_leaves_the_old_record(
        self, pin_file, tmp_path, monkeypatch
    ):
        old = PinRecord("00", "ff", failures=3)
        pin_file.write(old)

        def fail(_descriptor):
            raise OSError("no space left")

        monkeypatch.setattr(pin.os, "fsync", fail)
        with pytest.raises(OSError, match="no space"):
            pin_file.write(PinRecord("00", "ff", failures=0))
        assert pin_file.read() == old

    @pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"salt": "00"}', "null"])
    def test_a_damaged_file_is_no_record(self, pin_file, tmp_path, text):
        pin_file.write(PinRecord("00", "ff"))
        (tmp_path / "state" / "pin.json").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r".*"):
            pin_file.read()

    def test_a_half_written_draft_is_ignored(self, pin_file, tmp_path):
        pin_file.write(PinRecord("00", "ff"))
        (tmp_path / "state" / "pin.new").write_text("{", encoding="utf-8")
        pin_file.write(PinRecord("11", "ff"))
        assert asdict(pin_file.read()) == {"salt": "11", "digest": "ff", "failures": 0}
