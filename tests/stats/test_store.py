"""The database of counters: added counts are summed, and damage to the file is handled."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.store import MIGRATIONS, NewerError, SpoiltError, Store, read

SHOWN = Event(Kind.SHOWN, "noi-wifi", "alone", "mat-khau", language="vi")
FINISHED = Event(Kind.FINISHED, "noi-wifi", language="rad")


def test_what_is_added_is_summed_up_by_the_hour(path):
    store = Store(path)
    store.add([Count(10, SHOWN), Count(10, SHOWN, 2), Count(11, SHOWN), Count(11, FINISHED)])
    store.add([Count(10, SHOWN)])
    store.close()
    assert read(path) == (Count(10, SHOWN, 4), Count(11, FINISHED), Count(11, SHOWN))


def test_only_the_hours_that_are_asked_for_are_read(path):
    store = Store(path)
    store.add([Count(hour, SHOWN) for hour in range(5)])
    store.close()
    assert [count.hour for count in read(path, 1, 3)] == [1, 2]


def test_a_file_that_is_not_there_has_counted_nothing(path):
    assert read(path) == ()
    assert not path.exists()


def test_it_is_written_ahead_and_synced_in_full(path):
    store = Store(path)
    assert store._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store._db.execute("PRAGMA synchronous").fetchone() == (2,)
    store.close()


def test_reading_sees_what_was_written_while_the_file_is_open(path):
    store = Store(path)
    store.add([Count(1, SHOWN)])
    assert read(path) == (Count(1, SHOWN),)
    store.close()


def test_a_file_that_a_fall_left_half_written_is_mended_by_reading_it(path):
    store = Store(path)
    store.add([Count(1, SHOWN)])
    store.close()
    fallen = path.with_name("fallen.sqlite")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE tally SET times = 99")
        db.executemany("INSERT INTO tally VALUES (?, 0, 1)", [(hour,) for hour in range(2, 5000)])
        for ending in ("", "-journal"):
            shutil.copy(f"{path}{ending}", f"{fallen}{ending}")
        db.execute("ROLLBACK")
    assert read(fallen) == (Count(1, SHOWN),)


def test_of_an_addition_that_fails_nothing_is_counted(path):
    store = Store(path)
    with pytest.raises(sqlite3.Error):
        store.add([Count(1, SHOWN), Count(2, SHOWN, None)])
    store.add([Count(2, SHOWN)])
    store.close()
    assert read(path) == (Count(2, SHOWN),)


def test_the_schema_has_the_version_of_the_last_migration(path):
    Store(path).close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


def test_a_later_schema_takes_over_what_an_earlier_one_holds(path, monkeypatch):
    store = Store(path)
    store.add([Count(1, SHOWN)])
    store.close()
    later = (*MIGRATIONS, "CREATE TABLE more (a INTEGER) STRICT; UPDATE tally SET times = 7;")
    monkeypatch.setattr("kiosk.stats.store.MIGRATIONS", later)
    store = Store(path)
    store.close()
    assert read(path) == (Count(1, SHOWN, 7),)


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, monkeypatch):
    store = Store(path)
    store.add([Count(1, SHOWN)])
    store.close()
    monkeypatch.setattr(
        "kiosk.stats.store.MIGRATIONS", (*MIGRATIONS, "UPDATE tally SET times = 7; NONSENSE;")
    )
    with pytest.raises(sqlite3.OperationalError):
        Store(path)
    monkeypatch.undo()
    assert read(path) == (Count(1, SHOWN),)


def test_a_file_of_a_later_kiosk_is_left_alone(path):
    Store(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerError):
        Store(path)
    with pytest.raises(NewerError):
        read(path)


def test_a_kind_of_a_later_kiosk_is_not_taken_for_damage(path):
    store = Store(path)
    store.add([Count(1, SHOWN)])
    store._db.execute("UPDATE cell SET kind = 'danced'")
    store.close()
    with pytest.raises(NewerError):
        read(path)


def test_a_file_of_something_else_is_told_apart(path):
    path.parent.mkdir()
    path.write_bytes(b"Not counters at all." * 500)
    with pytest.raises(SpoiltError):
        Store(path)
    with pytest.raises(SpoiltError):
        read(path)


def test_a_file_with_a_damaged_page_is_told_apart(path):
    store = Store(path)
    store.add([Count(hour, SHOWN) for hour in range(5000)])
    store.forget_order()
    store.close()
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 5 * 4096] = b"\xff" * 8192
    path.write_bytes(content)
    with pytest.raises(SpoiltError):
        Store(path)


def test_nothing_in_the_file_tells_what_came_first(path):
    """Tables are sorted by key, and the write-ahead log is emptied after a visit."""
    events = [Event(Kind.SHOWN, "noi-wifi", "alone", f"buoc-{at}") for at in range(50)]
    other = path.with_name("other.sqlite")
    for each, turn in ((path, events), (other, events[::-1])):
        store = Store(each)
        for event in turn:
            store.add([Count(1, event)])
        store.forget_order()
        assert each.with_name(each.name + "-wal").stat().st_size == 0
        store.close()
    assert _rows(path) == _rows(other)


def _rows(path):
    with closing(sqlite3.connect(path)) as db:
        cells = db.execute("SELECT * FROM cell").fetchall()
        return cells, db.execute("SELECT * FROM tally").fetchall()
