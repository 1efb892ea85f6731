"""The counters in SQLite; committed data survives crashes and power cuts."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple
from pathlib import Path
from urllib.parse import quote

from kiosk.durable import PRIVATE_FILE, PRIVATE_FOLDER, is_odd
from kiosk.stats.event import Count, Event, Kind

MIGRATIONS = (
    """
    CREATE TABLE cell (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        lesson TEXT NOT NULL,
        way TEXT NOT NULL,
        step TEXT NOT NULL,
        choice TEXT NOT NULL,
        language TEXT NOT NULL
    ) STRICT;
    CREATE TABLE tally (
        hour INTEGER NOT NULL,
        cell INTEGER NOT NULL REFERENCES cell (id),
        times INTEGER NOT NULL,
        PRIMARY KEY (hour, cell)
    ) STRICT, WITHOUT ROWID;
    """,
)
"""The scripts that migrate the schema from one version to the next, by index."""

SPOILT = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
WAIT_S = 5.0
ADD_CELL = "INSERT OR IGNORE INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)"
ADD_TIMES = """
    INSERT INTO tally VALUES (?, ?, ?)
    ON CONFLICT (hour, cell) DO UPDATE SET times = times + excluded.times
"""
READ = """
    SELECT hour, times, kind, lesson, way, step, choice, language
    FROM tally JOIN cell ON cell.id = tally.cell WHERE hour >= ? AND hour < ?
    ORDER BY hour, kind, lesson, way, step, choice, language
"""
EVER = 2**62


class SpoiltError(Exception):
    """The file is not a database of counters, or damaged."""


class NewerError(Exception):
    """The file was written by a later version of the kiosk."""


class Store:
    """The open database; may only be used by the thread that opened it.

    Raises:
        SpoiltError: by every method, for a damaged file that should be set aside.
        NewerError: when the file is opened.
        sqlite3.Error, OSError: by every method, if the disk fails.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        if is_odd(path):
            raise SpoiltError
        with suppress(OSError):  # SQLite's error message is better
            path.touch(mode=PRIVATE_FILE)  # SQLite's other files inherit the mode
        self._db = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
        try:
            with _database_errors_converted():
                self._prepare()
        except BaseException:
            self._db.close()
            raise

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        if self._db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise SpoiltError
        self._migrate()

    def _migrate(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise NewerError
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            for statement in filter(str.strip, script.split(";")):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {number}")
        self._db.execute("COMMIT")

    def add(self, counts: Iterable[Count]) -> None:
        """Adds counts in one transaction; on return they are on the disk, on an error none is."""
        with _database_errors_converted():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                for count in counts:
                    self._add(count)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _add(self, count: Count) -> None:
        fields = astuple(count.event)
        cell = _cell_id(fields)
        self._db.execute(ADD_CELL, (cell, *fields))
        self._db.execute(ADD_TIMES, (count.hour, cell, count.times))

    def forget_order(self) -> None:
        """Truncates the write-ahead log, the only place that contains the order of events."""
        with _database_errors_converted():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        self._db.close()


def read(path: Path, since: int = 0, until: int = EVER) -> tuple[Count, ...]:
    """The counts of the hours from `since` to before `until`; empty if there is no file.

    Sees only committed data, also while a kiosk is writing.

    Raises:
        SpoiltError, NewerError, sqlite3.Error: the file cannot be read.
    """
    if not path.exists():
        return ()
    # Not read-only: SQLite must be able to roll back a transaction that a crash interrupted.
    address = f"file:{quote(str(path))}?mode=rw"
    with (
        _database_errors_converted(),
        closing(sqlite3.connect(address, timeout=WAIT_S, uri=True)) as db,
    ):
        db.execute("PRAGMA query_only = ON")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise NewerError
        if version == 0:
            return ()
        return tuple(_count_of(*row) for row in db.execute(READ, (since, until)))


def _count_of(hour: int, times: int, kind: str, *names: str) -> Count:
    try:
        return Count(hour, Event(Kind(kind), *names), times)
    except ValueError:
        raise NewerError from None


def _cell_id(fields: Iterable[str]) -> int:
    """An id derived from the names, so that ids do not reveal the order of events."""
    digest = hashlib.sha256("\0".join(fields).encode()).digest()
    return int.from_bytes(digest[:8], signed=True)


@contextmanager
def _database_errors_converted() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as problem:
        code = getattr(problem, "sqlite_errorcode", None)
        if code is not None and code & 0xFF in SPOILT:
            raise SpoiltError from problem
        raise
