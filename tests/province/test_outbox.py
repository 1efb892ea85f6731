"""A kiosk's figures are sent signed, once each, by network or stick, also after months."""

from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.outbox import About, fill, send
from kiosk.stats.period_file import Heartbeat, read_signed

NOW = datetime(2026, 11, 20, 15).astimezone()
KIOSK = "8c5b3c1e-6a0e-4f0e-9e2e-0d4f0c1f2a3b"
ABOUT = About(KIOSK, "Ea Kao", Heartbeat(version="0.1.0", pack=3), {"noi-wifi": "Nối Wi-Fi"})


def counts(day: datetime, times: int = 8) -> list[Count]:
    hour = int(day.timestamp()) // 3600
    return [
        Count(hour, Event(Kind.BEGUN), times),
        Count(hour, Event(Kind.OPENED, "noi-wifi", language="vi"), times),
    ]


@pytest.fixture
def outbox(tmp_path):
    folder = tmp_path / "outbox"

    def filled(*every: list[Count], now: datetime = NOW):
        fill(folder, tmp_path / "kiosk-key.pem", [c for each in every for c in each], ABOUT, now)
        return folder

    return filled


def test_a_file_for_each_day_signed_by_the_kiosk(outbox):
    folder = outbox(counts(NOW), counts(NOW - timedelta(days=1)))
    names = sorted(path.name for path in folder.glob("*.json"))
    assert names == ["2026-11-19.json", "2026-11-20.json"]
    file, key = read_signed((folder / "2026-11-20.json").read_bytes())
    assert {each.event.kind: each.times for each in file.figures} == {Kind.BEGUN: 8, Kind.OPENED: 8}
    assert file.titles == {"noi-wifi": "Nối Wi-Fi"}
    assert file.heartbeat.pack == 3
    assert read_signed((folder / "2026-11-19.json").read_bytes())[1] == key


def test_the_key_is_for_the_kiosk_alone(outbox, tmp_path):
    outbox(counts(NOW))
    assert (tmp_path / "kiosk-key.pem").stat().st_mode & 0o077 == 0


def test_a_day_that_is_over_is_not_made_anew(outbox):
    yesterday = counts(NOW - timedelta(days=1))
    folder = outbox(yesterday)
    before = (folder / "2026-11-19.json").read_bytes()
    outbox(yesterday, now=NOW + timedelta(hours=2))
    assert (folder / "2026-11-19.json").read_bytes() == before


def test_what_is_small_waits_for_the_end_of_the_month(outbox):
    folder = outbox(counts(NOW, times=2))
    file, _ = read_signed((folder / "2026-11-20.json").read_bytes())
    assert file.figures == ()
    assert not (folder / "2026-11.json").exists()


def test_to_a_stick_and_only_once(outbox, tmp_path):
    folder = outbox(counts(NOW))
    stick = tmp_path / "usb"
    assert send(folder, KIOSK, str(stick)).arrived == 1
    assert (stick / KIOSK / "2026-11-20.json").exists()
    assert send(folder, KIOSK, str(stick)).arrived == 0


def test_a_stick_that_is_full_or_gone_loses_nothing(outbox, tmp_path):
    folder = outbox(counts(NOW))
    (tmp_path / "file").write_text("")
    sent = send(folder, KIOSK, str(tmp_path / "file"))
    assert (sent.arrived, sent.waiting) == (0, 1)
    assert "Không ghi được" in sent.problem
    assert send(folder, KIOSK, str(tmp_path / "usb")).arrived == 1


@pytest.fixture
def server():
    received: dict[str, bytes] = {}
    status = [201]

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if status[0] == 201:
                received[self.path] = body
            self.send_response(status[0])
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/so-lieu", received, status
        running.shutdown()


def test_by_network_with_put_and_again_after_a_failure(outbox, server):
    address, received, status = server
    folder = outbox(counts(NOW), counts(NOW - timedelta(days=1)))
    status[0] = 503
    sent = send(folder, KIOSK, address)
    assert (sent.arrived, sent.waiting, sent.problem) == (
        0,
        2,
        "Nơi nhận số liệu không nhận (mã 503).",
    )
    status[0] = 201
    assert send(folder, KIOSK, address).arrived == 2
    assert sorted(received) == [
        f"/so-lieu/{KIOSK}/2026-11-19.json",
        f"/so-lieu/{KIOSK}/2026-11-20.json",
    ]


def test_a_network_that_is_away_keeps_the_files(outbox):
    sent = send(outbox(counts(NOW)), KIOSK, "http://127.0.0.1:9/x")
    assert (sent.arrived, sent.waiting) == (0, 1)
    assert "Lần sau máy gửi lại" in sent.problem
