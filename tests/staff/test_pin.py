"""The staff PIN is stored only as a hash, and guessing is slow."""

import json
import os
import stat

import pytest

from kiosk.staff import pin
from kiosk.staff.pin import (
    DamagedPinError,
    PinFile,
    PinRecord,
    after_try,
    matches,
    record_of,
    weakness,
)

GOOD = "482915"
SALT, OTHER_SALT, DIGEST = "00" * 16, "11" * 16, "ff" * 64


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
        ("987654", "easy"),
        ("12345678", "easy"),
        ("890123", "easy"),
        ("121212", "easy"),
        ("010101", "easy"),
        ("112233", "easy"),
        ("123321", "easy"),
        ("135791", "easy"),
        ("147258", "easy"),
        ("852147", "easy"),
        ("357159", "easy"),
        ("123457", "easy"),
        ("234561", "easy"),
        ("246810", "easy"),
        ("131415", "easy"),
        ("4829148291", "easy"),
        ("19450902", "easy"),
        ("02091945", "easy"),
        ("09021945", "easy"),
        ("020945", "easy"),
        ("450902", "easy"),
        ("194509", "easy"),
        ("091945", "easy"),
        ("4829154829157", "long"),
        ("482915482917", None),
        ("19454902", None),
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
    assert set(json.loads(kept)) == {"salt", "digest", "failures", "check"}


def test_trying_costs_memory_and_time():
    assert 128 * pin.SCRYPT_N * pin.SCRYPT_R >= 32 * 1024 * 1024
    assert pin.SCRYPT_P >= 3


def test_waits_grow_with_every_failure_until_only_a_new_pin_helps(record):
    waits_s, locked = [], []
    for _ in range(12):
        waits_s.append(record.wait_s)
        locked.append(record.is_locked)
        record = after_try(record, right=False)
    assert waits_s[:6] == [0, 0, 0, 5, 10, 20]
    assert waits_s == sorted(waits_s)
    assert locked == [False] * 10 + [True] * 2


def test_the_right_pin_forgives(record):
    failed = after_try(after_try(record, right=False), right=False)
    assert after_try(failed, right=True) == record


class TestFile:
    def test_no_file_is_no_pin(self, pin_file):
        assert pin_file.read() is None

    def test_what_is_written_is_read(self, pin_file):
        kept = PinRecord(SALT, DIGEST, failures=7)
        pin_file.write(kept)
        assert pin_file.read() == kept

    def test_only_its_owner_may_read_it(self, pin_file, tmp_path):
        pin_file.write(PinRecord(SALT, DIGEST))
        mode = stat.S_IMODE((tmp_path / "state" / "pin.json").stat().st_mode)
        assert mode == 0o600

    def test_a_disk_that_fails_while_writing_leaves_the_old_record(
        self, pin_file, tmp_path, monkeypatch
    ):
        old = PinRecord(SALT, DIGEST, failures=3)
        pin_file.write(old)

        def fail(_descriptor):
            raise OSError("no space left")

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match="no space"):
            pin_file.write(PinRecord(SALT, DIGEST, failures=0))
        assert pin_file.read() == old

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            "[]",
            "{}",
            '{"salt": "00"}',
            "null",
            "[" * 5000,
            '{"failures": 1e999}',
            "\x00" * 300,
        ],
    )
    def test_a_damaged_file_is_no_record(self, pin_file, tmp_path, text):
        pin_file.write(PinRecord(SALT, DIGEST))
        (tmp_path / "state" / "pin.json").write_text(text, encoding="utf-8")
        with pytest.raises(DamagedPinError):
            pin_file.read()

    def test_every_single_bit_that_falls_over_is_noticed(self, pin_file, tmp_path):
        pin_file.write(PinRecord(SALT, DIGEST, failures=9))
        path = tmp_path / "state" / "pin.json"
        sound = path.read_bytes()
        for at in range(0, len(sound) * 8, 7):
            damaged = bytearray(sound)
            damaged[at // 8] ^= 1 << at % 8
            path.write_bytes(damaged)
            with pytest.raises(DamagedPinError):
                pin_file.read()

    @pytest.mark.parametrize("failures", ["1e999", "-1", "true", '"3"', "3.5", "null"])
    def test_a_strange_count_of_failures_neither_waits_for_ever_nor_opens(
        self, pin_file, tmp_path, failures
    ):
        path = tmp_path / "state" / "pin.json"
        path.parent.mkdir()
        path.write_text(
            f'{{"salt": "{SALT}", "digest": "{DIGEST}", "failures": {failures}}}', encoding="utf-8"
        )
        with pytest.raises(DamagedPinError):
            pin_file.read()

    def test_a_record_without_a_sum_is_read_as_it_was_written_before(self, pin_file, tmp_path):
        path = tmp_path / "state" / "pin.json"
        path.parent.mkdir()
        fields = {"salt": SALT, "digest": DIGEST, "failures": 2}
        path.write_text(json.dumps(fields), encoding="utf-8")
        assert pin_file.read() == PinRecord(SALT, DIGEST, failures=2)

    @pytest.mark.parametrize(
        "odd", ["folder", "pipe", "link to nowhere", "link in a circle", "huge"]
    )
    def test_what_is_no_file_is_damaged_and_can_be_replaced(self, pin_file, tmp_path, odd):
        path = tmp_path / "state" / "pin.json"
        path.parent.mkdir()
        match odd:
            case "folder":
                path.mkdir()
            case "pipe":
                os.mkfifo(path)
            case "link to nowhere":
                path.symlink_to("nowhere")
            case "link in a circle":
                path.symlink_to(path)
            case "huge":
                path.write_bytes(b" " * 10_000_000)
        with pytest.raises(DamagedPinError):
            pin_file.read()
        pin_file.write(PinRecord(SALT, DIGEST))
        assert pin_file.read() == PinRecord(SALT, DIGEST)

    def test_a_half_written_draft_is_ignored(self, pin_file, tmp_path):
        pin_file.write(PinRecord(SALT, DIGEST))
        (tmp_path / "state" / "pin.new").write_text("{", encoding="utf-8")
        pin_file.write(PinRecord(OTHER_SALT, DIGEST))
        assert pin_file.read() == PinRecord(OTHER_SALT, DIGEST)
