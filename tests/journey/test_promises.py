"""The promises about privacy in `docs/stats.md`, checked against all files that are written."""

import logging
import re
import sqlite3
import stat
from contextlib import closing
from datetime import datetime

import pytest
from centre import PIN
from keystrokes import Keystrokes

from kiosk.folders import Folders
from kiosk.player.visit import Page
from kiosk.stats.heartbeat import read_heartbeat
from kiosk.stats.hours import begin_of_hour, hour_now
from kiosk.ui.background.log_file import PrivateLog

UNKNOWN = "90817"
"""A typed number of no lesson, which could be the beginning of an identity number."""
CARD = "066185012345|NGUYEN THI MAU|01011950|Nu"
TYPED = "bimat7319"


@pytest.fixture
def log(folders, monkeypatch):
    """The kiosk's real log, with the messages of all loggers at all levels."""
    folders.state.mkdir(parents=True, exist_ok=True)
    handler = PrivateLog(folders.log, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(message)s"))
    root = logging.getLogger()
    monkeypatch.setattr(root, "level", logging.DEBUG)
    root.addHandler(handler)
    yield handler
    root.removeHandler(handler)
    handler.close()


def everything_written(folders: Folders) -> bytes:
    kept = (folders.state, folders.cache)
    files = [path for folder in kept for path in folder.rglob("*") if path.is_file()]
    return b"\n".join(str(path).encode() + b"\n" + path.read_bytes() for path in files)


def test_nothing_that_anybody_typed_or_scanned_is_written_anywhere(headless, folders, log):
    headless.kiosk.start_counting()
    keys = Keystrokes(headless)
    headless.journey.to_home("vi")
    keys.type(UNKNOWN)
    keys.enter()
    headless.driver.wait_until(lambda: headless.kiosk.visit.assist.refused, "the kind word")
    keys.scan(CARD)
    answers = []
    headless.kiosk.launcher.open(TYPED, answers.append)
    headless.driver.wait_until(lambda: answers, "an answer to the command")
    headless.kiosk.visit.endVisit()
    headless.journey.to_home("vi")
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    for digit in PIN:
        headless.driver.touch(f"pin:{digit}")
    headless.driver.touch("pin:enter")
    headless.driver.wait_until(
        lambda: headless.journey.visit.page is Page.STAFF, "the staff's area"
    )
    assert headless.kiosk.counting.flush()
    logging.getLogger("kiosk").info("the log works")
    written = everything_written(folders)
    assert b"the log works" in written
    for typed in (UNKNOWN, CARD, CARD[:12], TYPED, PIN):
        assert typed.encode() not in written, typed


@pytest.fixture
def heartbeat(headless):
    """The heartbeat of a kiosk that has spoken and printed."""
    headless.kiosk.begin_heartbeat()
    return headless.kiosk.heartbeat


def learn_everything(headless):
    """A complete visit: all ways of a lesson, with text typed on the simulated phone."""
    headless.journey.to_home("en")
    headless.journey.to_lesson("hoc-thu")
    while headless.journey.visit.page is Page.LESSON:
        headless.journey.touch_expected()
    assert headless.journey.visit.page is Page.DONE
    headless.kiosk.visit.endVisit()


def test_of_a_whole_visit_nothing_is_written_but_counters(headless, folders, log, heartbeat):
    """Neither the lesson, nor typed text, nor any order is written outside the counters."""
    headless.kiosk.start_counting()
    learn_everything(headless)
    heartbeat.note_voice()
    heartbeat.note_print()
    heartbeat.write()
    headless.driver.wait_until(folders.heartbeat.exists, "the heartbeat")
    assert headless.kiosk.counting.flush()
    written = {
        path.relative_to(folders.state).as_posix(): path.read_bytes()
        for path in folders.state.rglob("*")
        if path.is_file() and not path.name.startswith("stats.sqlite")
    }
    assert "heartbeat.json" in written
    for name, content in written.items():
        for trace in (b"hoc-thu", "Học thử".encode(), b"Zebra77", b"key:"):
            assert trace not in content, (name, trace)


def test_no_minute_of_anything_that_a_person_did_is_written(headless, folders, heartbeat):
    headless.kiosk.start_counting()
    learn_everything(headless)
    heartbeat.note_voice()
    heartbeat.note_print()
    heartbeat.write()
    headless.driver.wait_until(folders.heartbeat.exists, "the heartbeat")
    assert headless.kiosk.counting.flush()
    beat = read_heartbeat(folders.heartbeat)
    for at in (beat.voice_at, beat.printed_at):
        reported = datetime.fromisoformat(at)
        assert (reported.minute, reported.second, reported.microsecond) == (0, 0, 0)
    with closing(sqlite3.connect(folders.stats)) as counters:
        numbers = [row[0] for row in counters.execute("SELECT hour FROM tally")]
        texts = [str(cell) for row in counters.execute("SELECT * FROM cell") for cell in row]
    assert numbers
    assert {begin_of_hour(hour).minute for hour in numbers} == {0}
    assert max(numbers) <= hour_now()
    assert not [text for text in texts if re.search(r"\d\d?:\d\d", text)]


def test_in_what_order_things_came_is_forgotten_when_the_visit_ends(headless, folders):
    """The counters have no row order, and the write-ahead log is empty."""
    headless.kiosk.start_counting()
    learn_everything(headless)
    assert headless.kiosk.counting.flush()
    headless.kiosk.counting.close()
    left = [path for path in folders.state.glob("stats.sqlite-*") if path.stat().st_size]
    assert left == []


def test_nothing_that_is_kept_can_be_read_by_others(headless, folders, log, heartbeat):
    headless.kiosk.start_counting()
    learn_everything(headless)
    heartbeat.write()
    headless.driver.wait_until(folders.heartbeat.exists, "the heartbeat")
    assert headless.kiosk.counting.flush()
    logging.getLogger("kiosk").warning("the log works")
    kept = [path for path in folders.state.rglob("*") if not path.is_symlink()]
    assert {"stats.sqlite", "kiosk.log", "heartbeat.json"} <= {path.name for path in kept}
    open_to_others = [
        path.name for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077 and path.is_file()
    ]
    assert open_to_others == []


def test_neither_voice_nor_picture_is_kept(headless, folders):
    headless.kiosk.start_counting()
    learn_everything(headless)
    assert headless.kiosk.counting.flush()
    endings = {path.suffix for path in folders.state.rglob("*") if path.is_file()}
    assert endings <= {".sqlite", ".sqlite-wal", ".sqlite-shm", ".json", ".log", ".yaml", ""}
