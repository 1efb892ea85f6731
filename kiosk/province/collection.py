"""Import of the signed files of many kiosks into one DuckDB database."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import duckdb

from kiosk.stats.hours import begin_of_hour
from kiosk.stats.period_file import PeriodFile, RefusedFileError, read_signed

THREADS = 2
OF_MONTH, OF_YEAR = 0, 99
SCHEMA = """
CREATE TABLE IF NOT EXISTS kiosk (
    id INTEGER PRIMARY KEY, uuid VARCHAR UNIQUE NOT NULL, key VARCHAR NOT NULL, centre VARCHAR,
    made_at VARCHAR, frame_at VARCHAR, voice_at VARCHAR, printed_at VARCHAR, synced_at VARCHAR,
    pack INTEGER, version VARCHAR, problems VARCHAR[]
);
CREATE TABLE IF NOT EXISTS cell (
    id INTEGER PRIMARY KEY, kind VARCHAR, lesson VARCHAR, way VARCHAR, step VARCHAR,
    choice VARCHAR, language VARCHAR
);
CREATE TABLE IF NOT EXISTS lesson (id VARCHAR PRIMARY KEY, title VARCHAR);
CREATE TABLE IF NOT EXISTS tally (
    kiosk INTEGER, month INTEGER, day UTINYINT, hour TINYINT, cell INTEGER, times INTEGER
);
CREATE TABLE IF NOT EXISTS file (
    kiosk INTEGER, period VARCHAR, made_at VARCHAR, sha256 VARCHAR, PRIMARY KEY (kiosk, period)
);
"""
"""`month` is the year times twelve plus the month from 0; `day` is OF_MONTH or OF_YEAR for sums of
a month or year; `hour` is -1 for sums of a day or more. A file's figures replace those of an
earlier file for the same period."""
SUMS = """
CREATE OR REPLACE TABLE by_month AS
    SELECT month, cell, sum(times)::BIGINT AS times FROM tally GROUP BY ALL;
CREATE OR REPLACE TABLE by_kiosk AS
    SELECT tally.kiosk, month, kind, sum(times)::BIGINT AS times
    FROM tally JOIN cell ON cell.id = tally.cell
    WHERE cell IN (SELECT id FROM cell WHERE kind IN ('begun', 'finished', 'called'))
    GROUP BY ALL;
"""
"""The sums used by the pages, computed once after the import."""

ReportProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not imported, and the reason in Vietnamese."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Collected:
    """The result of importing a folder."""

    new: int = 0
    known: int = 0
    """The number of files that were imported before."""
    refused: tuple[Refused, ...] = ()


def opened(path: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Opens the database, creating it if needed; in memory if there is no path."""
    database = duckdb.connect(str(path) if path else ":memory:")
    database.execute(f"SET threads = {THREADS}")
    database.execute(SCHEMA)
    database.execute(SUMS)
    return database


def sum_up(database: duckdb.DuckDBPyConnection) -> None:
    """Updates the sums used by the pages from the tally."""
    database.execute(SUMS)


def collect(
    database: duckdb.DuckDBPyConnection,
    folder: Path,
    report_progress: ReportProgress = lambda _done, _all: None,
) -> Collected:
    """Imports every new file below a folder. Bad files do not raise; they are in `refused`."""
    paths = sorted(path for path in folder.rglob("*.json") if path.is_file())
    reader = _Reader(database)
    new, known = 0, 0
    refused: list[Refused] = []
    for done, path in enumerate(paths):
        report_progress(done, len(paths))
        try:
            content = path.read_bytes()
            if reader.knows(content):
                known += 1
                continue
            file, key = read_signed(content)
            new += reader.take(file, key, hashlib.sha256(content).hexdigest())
        except RefusedFileError as problem:
            refused.append(Refused(path, str(problem)))
        except OSError as problem:
            refused.append(Refused(path, problem.strerror or "không đọc được"))
    reader.write()
    sum_up(database)
    report_progress(len(paths), len(paths))
    return Collected(new, known, tuple(refused))


class _Reader:
    """Imports files into the database, many rows at a time."""

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self._database = database
        self._seen = {sha256 for (sha256,) in self._rows("SELECT sha256 FROM file")}
        self._kiosks: dict[str, tuple[int, str]] = {
            uuid: (number, key)
            for number, uuid, key in self._rows("SELECT id, uuid, key FROM kiosk")
        }
        self._cells: dict[tuple[str, ...], int] = {
            tuple(row[1:]): row[0] for row in self._rows("SELECT * FROM cell")
        }
        self._files = {
            (kiosk, period): made_at
            for kiosk, period, made_at in self._rows("SELECT kiosk, period, made_at FROM file")
        }
        self._tallies: dict[tuple[int, str], list[tuple[int, ...]]] = {}

    def _rows(self, question: str) -> Iterator[Sequence[Any]]:
        yield from self._database.execute(question).fetchall()

    def knows(self, content: bytes) -> bool:
        """Whether a file with this content was imported before."""
        return hashlib.sha256(content).hexdigest() in self._seen

    def take(self, file: PeriodFile, key: str, sha256: str) -> bool:
        """Imports a file; returns False if one as new for its period was imported before.

        Raises:
            RefusedFileError: an earlier file of the kiosk has another key, or figures are of
                another period.
        """
        number = self._kiosk(file, key)
        place = (number, file.period)
        if self._files.get(place, "") >= file.made_at:
            return False
        month, day = _month_and_day(file.period)
        rows: list[tuple[int, ...]] = [
            (number, *_when(each.begins, each.period), self._cell(astuple(each.event)), each.times)
            for each in file.figures
        ]
        if any(row[1:3] != (month, day) for row in rows):
            raise RefusedFileError("số liệu không phải của ngày ghi trong tệp")
        self._files[place] = file.made_at
        self._seen.add(sha256)
        self._tallies[place] = rows
        self._database.execute(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)",
            (number, file.period, file.made_at, sha256),
        )
        for lesson in file.titles.items():
            self._database.execute("INSERT OR REPLACE INTO lesson VALUES (?, ?)", lesson)
        return True

    def _kiosk(self, file: PeriodFile, key: str) -> int:
        number, known_key = self._kiosks.get(file.kiosk, (0, key))
        if known_key != key:
            raise RefusedFileError("ký bằng khóa khác với lần trước")
        if not number:
            number = len(self._kiosks) + 1
            self._kiosks[file.kiosk] = (number, key)
            self._database.execute(
                "INSERT INTO kiosk (id, uuid, key, made_at) VALUES (?, ?, ?, '')",
                (number, file.kiosk, key),
            )
        beat = file.heartbeat
        if beat.version:
            self._database.execute(
                """UPDATE kiosk SET centre = ?, made_at = ?, frame_at = ?, voice_at = ?,
                printed_at = ?, synced_at = ?, pack = ?, version = ?, problems = ?
                WHERE id = ? AND made_at < ?""",
                (
                    file.centre,
                    file.made_at,
                    beat.frame_at,
                    beat.voice_at,
                    beat.printed_at,
                    beat.synced_at,
                    beat.pack,
                    beat.version,
                    list(beat.problems),
                    number,
                    file.made_at,
                ),
            )
        return number

    def _cell(self, names: tuple[str, ...]) -> int:
        names = tuple(map(str, names))
        if names not in self._cells:
            self._cells[names] = len(self._cells) + 1
            self._database.execute(
                "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)", (self._cells[names], *names)
            )
        return self._cells[names]

    def write(self) -> None:
        for number, period in self._tallies:
            self._database.execute(
                "DELETE FROM tally WHERE kiosk = ? AND month = ? AND day = ?",
                (number, *_month_and_day(period)),
            )
        rows = [row for rows in self._tallies.values() for row in rows]
        if rows:
            columns = list(zip(*rows, strict=True))
            names = ("kiosk", "month", "day", "hour", "cell", "times")
            self._database.execute(
                "INSERT INTO tally SELECT "
                + ", ".join(f"unnest(?::INTEGER[]) AS {name}" for name in names),
                [list(column) for column in columns],
            )
        self._tallies.clear()


def month_number(year: int, month: int) -> int:
    """The number of a month in the tally; `month` is 1 to 12."""
    return year * 12 + month - 1


def _month_and_day(period: str) -> tuple[int, int]:
    """The month number, and the day or OF_MONTH or OF_YEAR; a year has its first month."""
    match list(map(int, period.split("-"))):
        case [year, month, day]:
            return month_number(year, month), day
        case [year, month]:
            return month_number(year, month), OF_MONTH
        case [year, *_]:
            return month_number(year, 1), OF_YEAR
    raise RefusedFileError("số liệu vô lý")


def _when(begins: int, period: str) -> tuple[int, int, int]:
    """The month number, the day or OF_MONTH or OF_YEAR, and the hour (-1 for a day or more)."""
    at = begin_of_hour(begins)
    month = month_number(at.year, at.month)
    if period == "hour":
        return month, at.day, at.hour
    return month, {"day": at.day, "year": OF_YEAR}.get(period, OF_MONTH), -1
