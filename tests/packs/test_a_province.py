"""A province, the trainers of two communes and five kiosks, over some weeks, on one machine."""

import csv
import json
import os
import re
import subprocess
import sys
import threading
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli.province import COMMAND as PROVINCE
from kiosk.folders import CHECKOUT
from kiosk.packs.repository_files import utc_now
from kiosk.packs.store import PackStore
from tests.packs.conftest import Publisher, QuietHandler, write_lesson

COMMUNES = ("ea-kao", "buon-don")
WRONG = "Câu này dạy sai."


@dataclass
class KioskProcess:
    """A kiosk with its own state and process."""

    state: Path
    process: subprocess.Popen[str]

    def asked(self, *words: object) -> None:
        """Sends a command to the process."""
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        """The output of the command sent before."""
        return json.loads(self.process.stdout.readline())[1]

    @property
    def store(self) -> PackStore:
        return PackStore(self.state / "tutorial-kiosk" / "packs")

    def lessons(self) -> dict[str, str]:
        """The lessons of the active pack by name."""
        home = self.store.home
        paths = (home / "lessons").glob("*.yaml") if home else ()
        return {path.stem: path.read_text("utf-8") for path in paths}


@pytest.fixture
def kiosks(tmp_path):
    found = []
    for number in range(5):
        home, state = tmp_path / f"ki-ot-{number}" / "home", tmp_path / f"ki-ot-{number}" / "state"
        (home / "lessons").mkdir(parents=True)
        named = f"centre:\n  name: Xã {number}\n"
        (home / "config.yaml").write_text(named, "utf-8")
        places = {"KIOSK_HOME": str(home), "XDG_STATE_HOME": str(state), "HOME": str(home)}
        command = [sys.executable, "-m", "tests.packs.kiosk_process"]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **places},
            cwd=CHECKOUT,
        )
        found.append(KioskProcess(state, process))
    yield found
    for kiosk in found:
        kiosk.process.stdin.close()
        kiosk.process.wait()
        kiosk.process.stdout.close()


def outputs_of(kiosks: list[KioskProcess], *words: object) -> list[str]:
    """The outputs of all kiosks, which run the command at the same time."""
    for kiosk in kiosks:
        kiosk.asked(*words)
    return [kiosk.answer() for kiosk in kiosks]


def test_a_province(kiosks, tmp_path, serve):
    publisher = Publisher(tmp_path / "tinh", utc_now())
    publisher.begin()
    root = publisher.repository.newest_file("root")
    inbox = tmp_path / "so-lieu"
    reachable = threading.Event()
    reachable.set()
    server = serve(publisher.served, receiver(inbox, reachable))
    assert all(
        "Tỉnh thử: gói số 1" in each
        for each in outputs_of(kiosks, "sync", "--trust", str(root), server)
    )

    # Two communes get their own ranges of numbers, and their trainers publish.
    for at, name in enumerate(COMMUNES):
        numbers = range(300 + 10 * at, 310 + 10 * at)
        key = publisher.key(name)
        publisher.repository.delegate(name, f"Xã {name}", (key,), numbers, publisher.now)
    publisher.sign("an", "binh", *COMMUNES)
    publisher.repository.publish(publisher.now)
    for at, name in enumerate(COMMUNES):
        content = tmp_path / f"noi-dung-{name}"
        write_lesson(content, f"cho-{name}", 301 + 10 * at)
        publisher.publish(name, role=name, content=content)
    outputs_of(kiosks, "sync", server)
    everywhere = {"cho-buon-don", "cho-ea-kao", "goi-xe", "wifi-tinh"}
    assert all(set(kiosk.lessons()) == everywhere for kiosk in kiosks)

    # The server is unreachable for a time; a stick with the same folder replaces it.
    write_lesson(publisher.content, "tin-moi", 220)
    publisher.publish("binh", "chi")
    reachable.clear()
    away = "Tải gói\nKhông tới được nguồn. Lần sau máy thử lại.\n"
    assert outputs_of(kiosks, "sync", server) == [away] * 5
    assert all(set(kiosk.lessons()) == everywhere for kiosk in kiosks)
    outputs_of(kiosks[:2], "sync", str(publisher.served))
    assert ["tin-moi" in kiosk.lessons() for kiosk in kiosks] == [True, True, False, False, False]
    reachable.set()
    outputs_of(kiosks, "sync", server)
    assert all("tin-moi" in kiosk.lessons() for kiosk in kiosks)

    # One key of the province is lost and replaced.
    new = publisher.key("dung")
    publisher.repository.rotate(publisher.owners[1].short_id, new, publisher.now)
    publisher.sign("an", "chi")
    publisher.repository.publish(publisher.now)

    # A bad lesson is published; one centre rolls back at once, then the province does for all.
    write_lesson(publisher.content, "goi-xe", 211, WRONG)
    publisher.publish("an", "dung")
    outputs_of(kiosks, "sync", server)
    assert all(WRONG in kiosk.lessons()["goi-xe"] for kiosk in kiosks)
    outputs_of(kiosks[:1], "sync", "--back")
    outputs_of(kiosks[:1], "sync", server)
    assert [WRONG in kiosk.lessons()["goi-xe"] for kiosk in kiosks] == [False, *[True] * 4]
    write_lesson(publisher.content, "goi-xe", 211)
    publisher.publish("chi", "dung")
    outputs_of(kiosks, "sync", server)
    assert not any(WRONG in kiosk.lessons()["goi-xe"] for kiosk in kiosks)
    assert len({str(sorted(kiosk.lessons().items())) for kiosk in kiosks}) == 1

    # The delegation to one commune is revoked.
    publisher.repository.revoke("buon-don", publisher.now)
    publisher.sign("an", "chi")
    publisher.repository.publish(publisher.now)
    assert all(
        "Xã buon-don không còn được giao" in each for each in outputs_of(kiosks, "sync", server)
    )
    assert not any("cho-buon-don" in kiosk.lessons() for kiosk in kiosks)
    assert all("cho-ea-kao" in kiosk.lessons() for kiosk in kiosks)

    # Figures arrive late, by network and by stick, and twice.
    for number, kiosk in enumerate(kiosks):
        for days in (40, 2):
            begins = (publisher.now - timedelta(days=days)).isoformat()
            kiosk.asked("count", begins, "goi-xe", 10 + number)
            kiosk.answer()
    outputs_of(kiosks[1:], "sync", "--figures", f"{server}/so-lieu")
    outputs_of(kiosks[:2], "sync", "--figures", str(inbox / "usb"))
    pages = tmp_path / "trang"
    for _ in range(2):
        words = [str(inbox), "-o", str(pages), "--no-pictures"]
        result = CliRunner().invoke(PROVINCE, words, catch_exceptions=False)
        assert result.exit_code == 0
        assert "Bỏ qua" not in result.output
    times = 2 * sum(10 + number for number in range(5))
    assert f"<b>{times}</b>Lượt người dùng" in (pages / "index.html").read_text("utf-8")
    assert f"<b>{times}</b>Lượt học xong" in (pages / "index.html").read_text("utf-8")
    seen = re.findall(r"<td>(Xã \d)</td><td>(.*?)</td>", (pages / "ki-ot.html").read_text("utf-8"))
    assert seen == [(f"Xã {number}", "ổn") for number in range(5)]
    rows = csv.DictReader((pages / "so-lieu.csv").read_text("utf-8").splitlines())
    assert sum(int(row["times"]) for row in rows if row["kind"] == "finished") == times


def receiver(inbox: Path, reachable: threading.Event) -> type[QuietHandler]:
    """A web server that also stores uploads, like a WebDAV folder, and can become unreachable."""

    class Receiver(QuietHandler):
        def do_GET(self) -> None:
            if reachable.is_set():
                super().do_GET()
            else:
                self.close_connection = True

        def do_PUT(self) -> None:
            path = inbox / Path(self.path).relative_to("/so-lieu")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(201)
            self.end_headers()

    return Receiver
