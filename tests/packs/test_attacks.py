"""Attacks by or faults of a server, stick or clock: the kiosk keeps its content."""

import json
import shutil
import time
import zlib
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.packs import repository
from kiosk.packs.fetching import Fetcher
from kiosk.packs.manifest import Manifest, PackFile, digest, files_of_list, manifest_bytes
from kiosk.packs.problem import PackError
from tests.packs.conftest import CLOCKS, NOW, Centre, QuietHandler, write_lesson

OLD = ["goi-xe", "wifi-tinh"]
NOT_AS_SIGNED = "Tệp tải về không khớp với bản đã ký. Không nhận."
OLDER = "Nguồn đưa ra gói cũ hơn gói máy này đã biết. Không nhận."
TOO_LATE = "Gói đã quá hạn, hoặc đồng hồ của máy sai. Xem lại ngày giờ của máy."


@pytest.fixture(params=CLOCKS)
def kiosk(request, taught) -> Centre:
    """A kiosk with content, whose clock is in 1970, in 2038 or right."""
    taught.now = CLOCKS[request.param]
    return taught


def newer(publisher) -> None:
    write_lesson(publisher.content, "moi", 260)
    publisher.publish("an", "binh")


def forged(publisher, tmp_path: Path) -> Path:
    target = tmp_path / "gia"
    shutil.copytree(publisher.served, target)
    return target


def refused(kiosk: Centre, source: Path | str, *reasons: str) -> None:
    """Asserts a refusal for one of these reasons; with a clock of 2038 also as expired."""
    report = kiosk.sync(source)
    assert report.installed == 0
    assert kiosk.lessons() == OLD
    may_be = (*reasons, TOO_LATE) if kiosk.now == CLOCKS["2038"] else reasons
    assert report.problem.format(**report.values).startswith(may_be)


# Clocks


def test_a_wrong_clock_stops_no_good_pack(publisher, kiosk):
    """Only a clock after the expiry of all metadata refuses the pack, with that reason."""
    newer(publisher)
    if kiosk.now == CLOCKS["2038"]:
        refused(kiosk, publisher.served, TOO_LATE)
    else:
        assert kiosk.sync(publisher.served).problem == ""
        assert "moi" in kiosk.lessons()


# A server, or an attacker between it and the kiosk


def test_other_bytes_than_were_signed(publisher, kiosk, tmp_path):
    newer(publisher)
    source = forged(publisher, tmp_path)
    for path in source.glob("files/*/*"):
        path.write_bytes(zlib.compress(b"title: x"))
    refused(kiosk, source, "Tệp ")


@pytest.mark.parametrize("name", ["timestamp", "2.snapshot", "2.targets"])
def test_other_metadata_than_was_signed(publisher, kiosk, tmp_path, name):
    newer(publisher)
    source = forged(publisher, tmp_path)
    path = source / "metadata" / f"{name}.json"
    fields = json.loads(path.read_bytes())
    fields["signed"]["expires"] = "2050-01-01T00:00:00Z"
    path.write_text(json.dumps(fields), encoding="utf-8")
    refused(kiosk, source, "Chữ ký của gói không đúng.")


def test_rollback_to_an_older_pack(publisher, kiosk, tmp_path):
    old = forged(publisher, tmp_path)
    newer(publisher)
    clock, kiosk.now = kiosk.now, CLOCKS["right"]
    assert kiosk.sync(publisher.served).problem == ""
    kiosk.now = clock
    report = kiosk.sync(old)
    assert report.problem in (OLDER, TOO_LATE if clock == CLOCKS["2038"] else OLDER)
    assert "moi" in kiosk.lessons()


def test_rollback_of_one_role_under_a_new_promise(publisher, kiosk, tmp_path):
    """An attacker with the online key signs an older list of targets."""
    clock, kiosk.now = kiosk.now, CLOCKS["right"]
    newer(publisher)
    assert kiosk.sync(publisher.served).problem == ""
    kiosk.now = clock
    thief = repository.Repository(publisher.repository.folder)
    older = thief.published / "metadata" / "1.targets.json"
    thief._write_newest({"targets": repository.metadata_in(older, repository.Targets)}, NOW)
    report = kiosk.sync(publisher.served)
    assert report.problem in (OLDER, TOO_LATE if clock == CLOCKS["2038"] else OLDER)
    assert "moi" in kiosk.lessons()


def test_freeze_is_noticed_when_the_promise_to_be_newest_has_run_out(publisher, taught):
    taught.now = NOW + timedelta(days=500)
    refused(taught, publisher.served, TOO_LATE)


def test_freeze_is_noticed_by_a_wrong_clock_too(publisher, kiosk, tmp_path):
    """The kiosk has seen a signature that is later than the expiry of the frozen metadata."""
    frozen = forged(publisher, tmp_path)
    publisher.now = NOW + timedelta(days=600)
    publisher.repository.refresh(publisher.now)
    clock, kiosk.now = kiosk.now, publisher.now
    assert kiosk.sync(publisher.served).problem == ""
    kiosk.now = clock
    refused(kiosk, frozen, OLDER, TOO_LATE)


def test_freeze_of_what_was_never_newer_is_noticed_by_a_right_clock_alone(publisher, kiosk):
    """Only the right clock reveals the freeze; a clock of 1970 keeps waiting for an update."""
    if kiosk.now == CLOCKS["right"]:
        kiosk.now += timedelta(days=500)
    report = kiosk.sync(publisher.served)
    assert report.problem == ("" if kiosk.now == CLOCKS["1970"] else TOO_LATE)
    assert kiosk.lessons() == OLD


@pytest.mark.parametrize("mixed", ["snapshot", "targets", "manifest"])
def test_mix_and_match_of_two_packs(publisher, kiosk, tmp_path, mixed):
    """The newest timestamp combined with an older part."""
    newer(publisher)
    source = forged(publisher, tmp_path)
    if mixed == "manifest":
        old, new = sorted(
            source.glob("targets/*.manifest.json"), key=lambda path: path.stat().st_mtime_ns
        )
        new.write_bytes(old.read_bytes())
    else:
        folder = source / "metadata"
        (folder / f"2.{mixed}.json").write_bytes((folder / f"1.{mixed}.json").read_bytes())
    refused(kiosk, source, OLDER, NOT_AS_SIGNED)


@pytest.mark.parametrize("what", ["root", "timestamp", "snapshot", "targets", "manifest", "files/"])
def test_endless_data_is_cut_off(publisher, kiosk, serve, what):
    newer(publisher)

    class Endless(QuietHandler):
        def do_GET(self) -> None:
            if what not in self.path.rpartition("metadata/")[2]:
                return super().do_GET()
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(5000):
                    self.wfile.write(b"x" * 16384)
            except OSError:
                pass
            self.close_connection = True
            return None

    refused(kiosk, serve(publisher.served, Endless), NOT_AS_SIGNED, "Không tới được nguồn")
    assert kiosk.fetcher.received_bytes < 1_200_000


def test_a_bomb_in_a_file_is_not_unpacked(publisher, kiosk, tmp_path):
    """Unpacking a content of 20 MB stops at the signed length."""
    newer(publisher)
    source = forged(publisher, tmp_path)
    bomb = zlib.compress(b"\0" * 20_000_000, 9)
    for path in source.glob("files/*/*"):
        path.write_bytes(bomb[:1000])
    refused(kiosk, source, "Tệp ")


def test_a_server_that_drips_is_given_up(publisher, kiosk, serve):
    newer(publisher)
    clock = iter(range(0, 1_000_000, 50))
    kiosk.fetcher = Fetcher(clock=lambda: float(next(clock)))
    refused(kiosk, serve(publisher.served), "Đường truyền quá chậm. Lần sau máy tải tiếp.")


def test_a_server_that_falls_silent_is_given_up(publisher, kiosk, serve):
    newer(publisher)

    class Silent(QuietHandler):
        def do_GET(self) -> None:
            self.rfile.read(1)  # until the kiosk disconnects
            self.close_connection = True

    kiosk.fetcher = Fetcher(read_s=0.2)
    begun = time.monotonic()
    refused(kiosk, serve(publisher.served, Silent), "Không tới được nguồn.")
    assert time.monotonic() - begun < 10


# Packs that should never have been signed


@pytest.mark.parametrize(
    "path",
    [
        "../kiosk.lock",
        "/etc/passwd",
        "lessons/../../x.yaml",
        "lessons/a/b/c.yaml",
        "lessons/.x.yaml",
        "lessons/x\\..\\y.yaml",
        "lessons/x\0.yaml",
        "config.local.yaml",
        "pin.json",
        "media/voice/../x/y.flac",
        "kiosk/app.py",
    ],
)
def test_a_path_leads_nowhere_else(path):
    row = json.dumps([[path, "0" * 64, 1]]).encode()
    with pytest.raises(PackError, match="sai chỗ"):
        files_of_list(row)


@pytest.mark.parametrize("bad", [b"", b"{", b"[1]", b"[[1,2,3]]", b"[" * 100_000, b"\xff"])
def test_a_list_that_is_none_is_refused(bad):
    with pytest.raises(PackError):
        files_of_list(bad)


def test_a_signed_path_that_leads_elsewhere_is_refused(publisher, kiosk, monkeypatch):
    """The signer uses another program."""
    evil = publisher.folder / "evil.yaml"
    evil.write_text("title: x", encoding="utf-8")
    content = evil.read_bytes()
    file = PackFile("lessons/../../../evil.yaml", digest(content), len(content))
    monkeypatch.setattr(repository, "files_below", lambda _: [(file, evil)])
    publisher.publish("an", "binh")
    refused(kiosk, publisher.served, "Gói có tệp nằm sai chỗ")
    assert not list(kiosk.folder.rglob("evil.yaml"))


def test_two_names_that_differ_by_case_alone_are_refused(publisher, kiosk):
    write_lesson(publisher.content, "Moi", 281)
    write_lesson(publisher.content, "moi", 282)
    publisher.publish("an", "binh")
    refused(kiosk, publisher.served, "Gói có tệp lessons/moi.yaml hai lần.")


def test_two_lessons_of_one_number_are_refused(publisher, kiosk):
    """The other lesson is unchanged and not read again."""
    write_lesson(publisher.content, "moi", 211)
    publisher.publish("an", "binh")
    refused(kiosk, publisher.served, "Hai bài trong gói cùng số 211: goi-xe và moi.")


def test_a_lesson_whose_picture_is_gone_is_read_again(publisher, taught):
    picture = publisher.content / "media" / "pictures" / "cho-xa.svg"
    picture.parent.mkdir(parents=True)
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    path = write_lesson(publisher.content, "moi", 260)
    path.write_text(path.read_text("utf-8") + "    picture: cho-xa\n", "utf-8")
    publisher.publish("an", "binh")
    assert taught.sync(publisher.served).problem == ""
    picture.unlink()
    publisher.publish("an", "binh")
    assert taught.sync(publisher.served).values["name"] == "moi"
    assert "moi" in taught.lessons()


@pytest.mark.parametrize(
    ("format_", "needs", "why"),
    [
        (2, "0.1", "Gói này cần ki-ốt bản mới hơn."),
        (1, "9.0", "Gói của Tỉnh thử cần ki-ốt bản 9.0; máy này là bản 0.1.0."),
    ],
)
def test_a_pack_for_a_newer_kiosk_is_refused_in_words(
    publisher, kiosk, monkeypatch, format_, needs, why
):
    def later(manifest: Manifest) -> bytes:
        return manifest_bytes(manifest).replace(b'"format":1', f'"format":{format_}'.encode())

    monkeypatch.setattr(repository, "manifest_bytes", later)
    publisher.draft(needs=needs)
    publisher.sign("an", "binh")
    publisher.repository.publish(publisher.now)
    refused(kiosk, publisher.served, why)
