"""A signed pack reaches a kiosk completely or not at all."""

import random
import zlib
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from kiosk.durable import folder_lock
from kiosk.packs.manifest import digest
from kiosk.packs.problem import PackError
from kiosk.packs.repository_files import file_place
from tests.packs.conftest import Centre, QuietHandler, delegate, write_lesson


def test_a_published_pack_is_taught_from(publisher, centre):
    report = centre.sync(publisher.served)
    assert report.problem == ""
    assert report.installed == 1
    assert centre.lessons() == ["goi-xe", "wifi-tinh"]


def test_it_comes_by_http_as_from_a_folder(publisher, centre, serve):
    assert centre.sync(serve(publisher.served)).installed == 1
    assert centre.lessons() == ["goi-xe", "wifi-tinh"]


def test_nothing_new_installs_nothing(publisher, centre):
    centre.sync(publisher.served)
    report = centre.sync(publisher.served)
    assert (report.problem, report.installed) == ("", 0)
    assert centre.store.pointer().version == 1


def test_a_changed_sentence_costs_little(publisher, centre):
    for number in range(30):
        write_lesson(publisher.content, f"bai-{number}", 300 + number)
    publisher.publish("an", "chi")
    centre.sync(publisher.served)
    write_lesson(publisher.content, "bai-7", 307, "Bác chạm vào chữ Kết nối.")
    publisher.publish("an", "chi")
    before = centre.fetcher.received_bytes
    assert centre.sync(publisher.served).installed == 2
    assert "Kết nối" in centre.text("bai-7")
    assert centre.fetcher.received_bytes - before <= 30_000


def test_a_lesson_that_is_gone_from_the_pack_goes(publisher, centre):
    centre.sync(publisher.served)
    (publisher.content / "lessons" / "goi-xe.yaml").unlink()
    publisher.publish("binh", "chi")
    centre.sync(publisher.served)
    assert centre.lessons() == ["wifi-tinh"]


def test_one_touch_goes_back_and_what_was_taken_back_does_not_return(publisher, centre):
    centre.sync(publisher.served)
    write_lesson(publisher.content, "bai-do", 250)
    publisher.publish("an", "binh")
    centre.sync(publisher.served)
    assert centre.store.go_back() == 1
    assert centre.lessons() == ["goi-xe", "wifi-tinh"]
    assert centre.sync(publisher.served).installed == 0
    assert "bai-do" not in centre.lessons()
    write_lesson(publisher.content, "bai-do", 250, "Bác xem lại câu này.")
    publisher.publish("an", "binh")
    centre.sync(publisher.served)
    assert "bai-do" in centre.lessons()


def test_a_kiosk_that_trusts_nobody_says_how_to_begin(publisher, tmp_path):
    report = Centre(tmp_path / "khac").sync(publisher.served)
    assert "kiosk sync --trust" in report.problem


def test_a_server_that_is_away_changes_nothing(publisher, centre):
    centre.sync(publisher.served)
    report = centre.sync("http://127.0.0.1:9")
    assert report.problem == "Không tới được nguồn. Lần sau máy thử lại."
    assert centre.lessons() == ["goi-xe", "wifi-tinh"]


def test_two_at_once_do_not_wait_for_each_other(publisher, taught):
    """A stick does not wait for a slow download; staff get a message."""
    with folder_lock(taught.store.folder), pytest.raises(PackError, match="đang lấy gói rồi"):
        taught.sync(publisher.served)
    assert taught.sync(publisher.served).problem == ""


def test_a_line_that_drops_is_gone_on_with(publisher, centre, serve):
    """Every file is interrupted twice; the transfer resumes where it stopped."""
    content = publisher.content / "media" / "pictures"
    content.mkdir(parents=True)
    noise = random.Random(1).randbytes(200_000)
    (content / "anh.png").write_bytes(noise)
    publisher.publish("an", "binh")
    broken: dict[str, int] = {}
    asked: list[str] = []

    class Dropping(QuietHandler):
        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            if not path.is_file() or "files" not in path.parts:
                return SimpleHTTPRequestHandler.do_GET(self)
            asked.append(self.headers.get("Range", ""))
            data = path.read_bytes()
            start = int(self.headers.get("Range", "bytes=0-")[6:-1])
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            times = broken[self.path] = broken.get(self.path, 0) + 1
            rest = data[start:]
            self.wfile.write(rest[: len(rest) // 2] if times <= 2 else rest)
            self.close_connection = True
            return None

    report = centre.sync(serve(publisher.served, Dropping))
    assert report.problem == ""
    assert (centre.store.home / "media/pictures/anh.png").read_bytes() == noise
    assert any(each.startswith("bytes=") for each in asked)
    assert report.received_bytes < 320_000


def test_a_broken_lesson_keeps_the_whole_pack_out(publisher, centre):
    centre.sync(publisher.served)
    write_lesson(publisher.content, "moi", 260)
    (publisher.content / "lessons/goi-xe.yaml").write_text("title: Hỏng\n", encoding="utf-8")
    publisher.publish("an", "binh")
    report = centre.sync(publisher.served)
    assert report.problem.startswith("Bài {name} trong gói có lỗi")
    assert centre.lessons() == ["goi-xe", "wifi-tinh"]
    assert "moi" not in centre.lessons()


def test_a_commune_publishes_its_own_numbers(publisher, centre, tmp_path):
    delegate(publisher)
    own = tmp_path / "xa-content"
    write_lesson(own, "cho-xa", 305)
    publisher.publish("xa", role="ea-kao", content=own)
    report = centre.sync(publisher.served)
    assert report.refused == ()
    assert centre.lessons() == ["cho-xa", "goi-xe", "wifi-tinh"]


def test_overlapping_numbers_are_not_delegated_twice(publisher):
    delegate(publisher)
    other = publisher.key("khac")
    with pytest.raises(PackError, match="chồng lên dải 300–309 của ea-kao"):
        publisher.repository.delegate("khac", "Khác", (other,), range(305, 400), publisher.now)


def test_a_damaged_pointer_falls_back_to_a_whole_version(publisher, taught):
    for damage in (b"", b"{", b"[]", b"null", b'{"version": 99, "previous": 0}'):
        (taught.store.folder / "current.json").write_bytes(damage)
        assert taught.lessons() == ["goi-xe", "wifi-tinh"]


def test_contents_that_rot_on_the_disk_are_fetched_again(publisher, taught):
    write_lesson(publisher.content, "moi", 260)
    publisher.publish("an", "binh")
    for path in taught.store.folder.glob("files/*/*"):
        path.unlink()
        path.write_bytes(b"rot")
    assert taught.sync(publisher.served).problem == ""
    assert "moi" in taught.lessons()


def test_what_is_served_is_plain_files_by_their_hash(publisher):
    for path in publisher.served.glob("files/*/*"):
        content = zlib.decompress(path.read_bytes())
        assert path == publisher.served / file_place(digest(content))
