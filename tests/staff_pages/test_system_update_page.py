"""Staff see the system's version, install the next one, and roll back with a touch."""

from dataclasses import replace

import pytest


@pytest.fixture
def folders(folders, tmp_path):
    """The folders of an image-based machine; sticks are subfolders of a folder."""
    path = tmp_path / "told"
    path.mkdir()
    (path / "slot").write_text("B\n")
    (path / "version-B").write_text("0.2.0-abc\n")
    return replace(folders, sticks=(tmp_path / "sticks",), update_reports=path)


@pytest.fixture
def headless(headless, folders):
    headless.kiosk.folders = folders
    return headless


def text_shown(staff) -> str:
    rows = staff.headless.kiosk.staff.property("page").findings.rows
    return " ".join(each.sentence for each in rows)


def asked(folders) -> str:
    path = folders.system_updates / "wanted"
    return path.read_text() if path.exists() else ""


def test_an_update_on_a_stick_is_installed_at_their_word(staff, folders):
    staff.open("system_update")
    staff.wait_until(lambda: "0.2.0-abc" in text_shown(staff))
    assert not staff.sees("system-install")
    assert not staff.sees("system-back")
    stick = folders.sticks[0] / "USB"
    stick.mkdir(parents=True)
    (stick / "moi.raucb").write_bytes(b"x")
    staff.wait_until(lambda: staff.sees("system-install"))
    staff.touch("system-install")
    staff.wait_until(lambda: "tự khởi động lại" in text_shown(staff))
    assert asked(folders) == "install\n"
    answer = '{"outcome": "refused", "version": "moi.raucb", "at": 5}'
    (folders.update_reports / "outcome.json").write_text(answer)
    staff.wait_until(lambda: "moi.raucb không đúng chữ ký" in text_shown(staff))
    assert "tự khởi động lại" not in text_shown(staff)


def test_one_touch_goes_back(staff, folders):
    (folders.update_reports / "version-A").write_text("0.1.0-abc\n")
    staff.open("system_update")
    staff.wait_until(lambda: "Bản trước vẫn còn: 0.1.0-abc" in text_shown(staff))
    staff.touch("system-back")
    staff.wait_until(lambda: "đang về bản trước" in text_shown(staff))
    assert asked(folders) == "back\n"


def test_a_fetched_update_waits_for_the_night_or_their_word(staff, folders):
    folders.system_updates.mkdir(parents=True)
    (folders.system_updates / "fetched.raucb").write_bytes(b"x")
    staff.open("system_update")
    staff.wait_until(lambda: "Đêm nay máy tự cài" in text_shown(staff))
    assert staff.sees("system-install")


def test_what_was_taken_back_is_told_with_its_reason(staff, folders):
    last = '{"outcome": "taken_back", "version": "0.3.0", "problem": "ki-ốt không lên hình"}'
    (folders.update_reports / "outcome.json").write_text(last)
    staff.open("system_update")
    staff.wait_until(lambda: "0.3.0 không dùng được: ki-ốt không lên hình" in text_shown(staff))


def test_another_machine_is_told_how_it_is_updated(staff, folders):
    (folders.update_reports / "slot").unlink()
    staff.open("system_update")
    staff.wait_until(lambda: "không cài từ ảnh đĩa" in text_shown(staff))
    assert not staff.sees("system-install")
