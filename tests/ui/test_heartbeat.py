"""The kiosk records when it last drew, spoke and printed, for remote monitoring."""

from datetime import datetime

from kiosk.stats.heartbeat import read_heartbeat


def test_what_was_drawn_and_spoken_is_written(make_headless):
    headless = make_headless()
    kiosk = headless.kiosk
    kiosk.begin_heartbeat()
    headless.journey.to_home("vi")
    kiosk.speaker.finished.emit()
    kiosk.printing.printed.emit()
    headless.driver.wait_for_frame()
    kiosk.heartbeat.write()
    path = kiosk.folders.heartbeat
    headless.driver.wait_until(path.exists)
    beat = read_heartbeat(path)
    for at in (beat.frame_at, beat.voice_at, beat.printed_at):
        assert datetime.fromisoformat(at).tzinfo is not None
    assert beat.version == "0.1.0"


def test_a_window_that_stands_still_is_asked_for_a_frame(make_headless):
    headless = make_headless()
    headless.kiosk.begin_heartbeat()
    headless.driver.wait_for_frame()
    headless.kiosk.heartbeat._beat = type(headless.kiosk.heartbeat._beat)()
    headless.kiosk.heartbeat.write()
    headless.driver.wait_until(lambda: headless.kiosk.heartbeat._beat.frame_at != "")


def test_what_staff_are_told_goes_along(make_headless):
    headless = make_headless()
    headless.kiosk.begin_heartbeat()
    headless.kiosk.staff.show_troubles(["Máy in hết giấy."])
    headless.kiosk.heartbeat.write()
    path = headless.kiosk.folders.heartbeat
    headless.driver.wait_until(lambda: "Máy in hết giấy." in read_heartbeat(path).problems)


def test_a_damaged_file_is_as_none(tmp_path):
    for damage in (b"", b"[]", b"{", b"[" * 100_000, b'{"pack": "x"}'):
        (tmp_path / "heartbeat.json").write_bytes(damage)
        assert read_heartbeat(tmp_path / "heartbeat.json").frame_at == ""
