"""The writer thread never blocks its callers, and retries data that the disk did not accept."""

import sqlite3
import subprocess
import sys
import threading
import time

import pytest

from kiosk.stats.counter_problem import CounterProblem, ProblemKind, sentence
from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.keeper import Keeper
from kiosk.stats.store import MIGRATIONS, SpoiltError, Store, read
from kiosk.stats.writing import CountWriter

SHOWN = Event(Kind.SHOWN, "noi-wifi", "alone", "mat-khau", language="vi")
LEFT = Event(Kind.LEFT, "noi-wifi", "alone", "mat-khau", language="vi")


class Disk:
    """Opens a real file, but fails as the test requires, and records what was added."""

    def __init__(self):
        self.fault = None
        self.gate = threading.Event()
        self.gate.set()
        self.additions = []

    def __call__(self, path):
        self._check()
        self._store = Store(path)
        return self

    def _check(self):
        self.gate.wait()
        if self.fault:
            raise self.fault

    def add(self, counts):
        self._check()
        self.additions.append(tuple(counts))
        self._store.add(counts)

    def forget_order(self):
        self._check()
        self._store.forget_order()

    def close(self):
        self._store.close()


def full_disk():
    problem = sqlite3.OperationalError("database or disk is full")
    problem.sqlite_errorcode = sqlite3.SQLITE_FULL
    return problem


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def messages():
    return []


@pytest.fixture
def keeper(path, disk, messages):
    made = Keeper(
        path,
        messages.append,
        lambda path, report_problem: CountWriter(path, report_problem, disk),
        try_again_s=0.01,
    )
    yield made
    disk.gate.set()
    made.close()


def test_what_was_flushed_is_in_the_file(keeper, path):
    keeper.add(lambda: [Count(1, SHOWN), Count(1, LEFT)])
    keeper.add(lambda: [Count(1, SHOWN)])
    assert keeper.flush()
    assert read(path) == (Count(1, LEFT), Count(1, SHOWN, 2))


def test_what_comes_while_the_disk_is_slow_is_written_together(keeper, disk):
    disk.gate.clear()
    for _ in range(100):
        keeper.add(lambda: [Count(1, SHOWN)])
    disk.gate.set()
    assert keeper.flush()
    assert sum(count.times for addition in disk.additions for count in addition) == 100
    assert len(disk.additions) < 5


def test_whoever_adds_does_not_wait_for_a_disk_that_hangs(keeper, disk):
    disk.gate.clear()
    began = time.perf_counter()
    for _ in range(1000):
        keeper.add(lambda: [Count(1, SHOWN)])
    assert (time.perf_counter() - began) / 1000 < 0.001
    assert not keeper.flush(wait_s=0.01)


def test_a_fault_in_counting_is_logged_and_counting_goes_on(keeper, path, caplog):
    keeper.add(lambda: 1 / 0)
    keeper.add(lambda: [Count(1, SHOWN)])
    assert keeper.flush()
    assert read(path) == (Count(1, SHOWN),)
    assert "not counted" in caplog.text


def test_leaving_writes_what_is_left(path):
    keeper = Keeper(path)
    keeper.add(lambda: [Count(1, SHOWN)])
    keeper.close()
    assert read(path) == (Count(1, SHOWN),)


def test_a_full_disk_is_told_and_survived_and_nothing_is_lost(keeper, path, disk, messages, caplog):
    keeper.add(lambda: [Count(1, SHOWN)])
    assert keeper.flush()
    disk.fault = full_disk()
    keeper.add(lambda: [Count(1, SHOWN)])
    keeper.add(lambda: [Count(2, LEFT)])
    assert not keeper.flush()
    assert messages == [CounterProblem(ProblemKind.FULL, str(path))]
    assert "disk is full" in caplog.text
    disk.fault = None
    assert keeper.flush()
    assert messages[1:] == [None]
    assert read(path) == (Count(1, SHOWN, 2), Count(2, LEFT))


def test_a_disk_that_comes_back_is_noticed_without_a_touch(keeper, disk, messages, caplog):
    disk.fault = full_disk()
    written = threading.Event()
    keeper.add(lambda: [Count(1, SHOWN)])
    assert not keeper.flush()
    before = len(messages)
    disk.add = lambda counts: written.set()
    disk.fault = None
    assert written.wait(5)
    assert keeper.flush()
    assert messages[before:] == [None]


def test_a_real_limit_on_the_size_of_files_is_survived(path, messages, caplog):
    """A child process may not write beyond 60 kB, which has the same effect as a full disk."""
    done = subprocess.run(
        [sys.executable, "-c", UNDER_A_LIMIT, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stdout.split() == ["True", "False", "unwritable", "True", "well"]
    assert sum(count.times for count in read(path)) == 1 + 5_000


UNDER_A_LIMIT = """
import resource, signal, sys
from pathlib import Path
from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.keeper import Keeper

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
messages = []
keeper = Keeper(Path(sys.argv[1]), messages.append)
keeper.add(lambda: [Count(0, Event(Kind.OPENED))])
print(keeper.flush(20))
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, hard))
keeper.add(lambda: [Count(hour, Event(Kind.SHOWN)) for hour in range(5_000)])
print(keeper.flush(20), messages[-1].kind)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
print(keeper.flush(20), messages[-1] or "well")
keeper.close()
"""


def test_a_folder_that_cannot_be_written_is_told(tmp_path, messages, caplog):
    (tmp_path / "state").write_text("a file where the folder should be")
    path = tmp_path / "state" / "stats.sqlite"
    keeper = Keeper(path, messages.append)
    keeper.add(lambda: [Count(1, SHOWN)])
    assert not keeper.flush()
    assert messages == [CounterProblem(ProblemKind.UNWRITABLE, str(path))]
    keeper.close()


def test_a_damaged_file_is_set_aside_and_counting_begins_anew(path, messages, caplog):
    path.parent.mkdir()
    path.write_bytes(b"Not counters at all." * 500)
    keeper = Keeper(path, messages.append)
    keeper.add(lambda: [Count(1, SHOWN)])
    assert keeper.flush()
    keeper.close()
    assert read(path) == (Count(1, SHOWN),)
    aside = next(path.parent.glob("stats-hong-*.sqlite"))
    assert aside.read_bytes().startswith(b"Not counters")
    assert messages == [CounterProblem(ProblemKind.SET_ASIDE, aside.name)]
    assert "damaged" in caplog.text


def test_a_file_that_is_damaged_while_it_is_open_is_set_aside_too(
    keeper, path, disk, messages, caplog
):
    keeper.add(lambda: [Count(1, SHOWN)])
    assert keeper.flush()
    whole_add = disk.add
    faults = [SpoiltError()]

    def add(counts):
        if faults:
            raise faults.pop()
        whole_add(counts)

    disk.add = add
    keeper.add(lambda: [Count(2, SHOWN)])
    assert keeper.flush()
    assert read(path) == (Count(2, SHOWN),)
    aside = next(path.parent.glob("stats-hong-*.sqlite"))
    assert read(aside) == (Count(1, SHOWN),)
    assert [trouble.kind for trouble in messages] == [ProblemKind.SET_ASIDE]


def test_a_file_of_a_later_kiosk_is_neither_written_nor_moved(path, messages):
    Store(path).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    keeper = Keeper(path, messages.append)
    keeper.add(lambda: [Count(1, SHOWN)])
    assert not keeper.flush()
    keeper.close()
    assert messages == [CounterProblem(ProblemKind.NEWER, str(path))]
    assert list(path.parent.glob("stats-hong-*")) == []


def test_what_waits_for_the_disk_is_bounded(keeper, disk, caplog, monkeypatch):
    monkeypatch.setattr("kiosk.stats.writing.KEPT_AT_MOST", 50)
    disk.fault = full_disk()
    keeper.add(lambda: [Count(hour, SHOWN) for hour in range(60)])
    keeper.add(lambda: [Count(0, SHOWN)])
    assert not keeper.flush()
    disk.fault = None
    assert keeper.flush()
    written = {count.hour: count.times for count in disk.additions[-1]}
    assert len(written) == 50
    assert written[0] == 2


def test_the_order_is_forgotten_once_a_person_has_gone(keeper, path):
    keeper.add(lambda: [Count(1, SHOWN)])
    assert keeper.flush()
    log = path.with_name(path.name + "-wal")
    assert log.stat().st_size > 0
    keeper.forget_order()
    assert keeper.flush()
    assert log.stat().st_size == 0


@pytest.mark.parametrize("kind", ProblemKind)
def test_staff_are_told_in_a_sentence(kind):
    reported = sentence(CounterProblem(kind, "/nha/stats.sqlite"))
    assert "{" not in reported
    assert reported.endswith(".")
