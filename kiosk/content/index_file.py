"""The index on disk: one file, and with each lesson's head its text, as it was when it was good."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import kiosk
from kiosk.content.index import Entry, Index, Stamp
from kiosk.content.problems import Position, Problem
from kiosk.content.source import shown_path
from kiosk.domain.lesson import LessonHead
from kiosk.folders import Folders

TABLES = """
CREATE TABLE about (made_for TEXT, surroundings TEXT);
CREATE TABLE entry (
    path TEXT PRIMARY KEY, modified_ns INTEGER, changed_ns INTEGER, size INTEGER, head TEXT,
    number INTEGER, line INTEGER, col INTEGER, problems TEXT, drawings TEXT, kept TEXT
) WITHOUT ROWID;
CREATE TABLE wording (path TEXT PRIMARY KEY, now BLOB, kept BLOB);
"""
READING_CODE = ("content", "domain", "phone", "steps")
"""The packages that decide what comes of a lesson file."""
BUSY_S = 5.0


class IndexFile:
    """Keeps an index from one start to the next; one that is damaged or old is made anew.

    Where nothing can be written, nothing is kept, and everything else goes on.
    """

    def __init__(self, folders: Folders) -> None:
        self._lessons = folders.lessons
        sign = hashlib.sha256(str(self._lessons.absolute()).encode()).hexdigest()[:12]
        self._path = folders.cache / f"lessons-{sign}.db"

    def load(self) -> Index:
        """The index as it was left; an empty one if there is none that can be used."""
        try:
            with self._opened() as base:
                return self._load(base)
        except (sqlite3.Error, ValueError, TypeError, OSError):
            self._forget()
            return Index()

    def _forget(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def _load(self, base: sqlite3.Connection) -> Index:
        made_for, surroundings = base.execute("SELECT * FROM about").fetchone()
        if made_for != _version():
            raise ValueError("made by another version")
        rows = base.execute("SELECT * FROM entry")
        entries = (_entry(self._lessons, *row) for row in rows)
        return Index({entry.path: entry for entry in entries}, surroundings)

    def save(self, index: Index, texts: Mapping[Path, str], gone: Iterable[Path]) -> bool:
        """Write down what was read anew, with its texts; returns whether that was possible."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._opened() as base, base:
                self._write(base, index, texts, gone)
        except (sqlite3.Error, OSError):
            return False
        return True

    def _write(
        self,
        base: sqlite3.Connection,
        index: Index,
        texts: Mapping[Path, str],
        gone: Iterable[Path],
    ) -> None:
        if not base.execute("SELECT 1 FROM sqlite_master").fetchone():
            base.executescript(TABLES)
        base.execute("DELETE FROM about")
        base.execute("INSERT INTO about VALUES (?, ?)", (_version(), index.surroundings))
        for path in gone:
            for table in ("entry", "wording"):
                base.execute(f"DELETE FROM {table} WHERE path = ?", (self._name(path),))  # noqa: S608
        for path, text in texts.items():
            self._write_entry(base, index.entries[path], text)

    def _write_entry(self, base: sqlite3.Connection, entry: Entry, text: str) -> None:
        name = self._name(entry.path)
        marks = ", ".join("?" * 11)
        base.execute(f"REPLACE INTO entry VALUES ({marks})", (name, *_columns(entry)))  # noqa: S608
        now, kept = base.execute(
            "SELECT now, kept FROM wording WHERE path = ?", (name,)
        ).fetchone() or (None, None)
        still = (kept or now) if entry.kept else None
        packed = zlib.compress(text.encode()) if entry.sound else None
        base.execute("REPLACE INTO wording VALUES (?, ?, ?)", (name, packed, still))

    def text_of(self, path: Path, *, kept: bool) -> str | None:
        """The text of a sound lesson, or of the last good one; None if it was not kept."""
        column = "kept" if kept else "now"
        query = f"SELECT {column} FROM wording WHERE path = ?"  # noqa: S608 - one of two words
        try:
            with self._opened() as base:
                found = base.execute(query, (self._name(path),)).fetchone()
            return zlib.decompress(found[0]).decode() if found and found[0] else None
        except (sqlite3.Error, zlib.error, ValueError, OSError):
            return None

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=BUSY_S)) as base:
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            yield base

    def _name(self, path: Path) -> str:
        return path.relative_to(self._lessons).as_posix()


def _version() -> str:
    """Another one whenever the code that reads lessons is another."""
    root = Path(kiosk.__path__[0])
    digest = hashlib.sha256()
    for package in READING_CODE:
        for path in sorted((root / package).rglob("*.py")):
            stat = path.stat()
            digest.update(f"{path.relative_to(root)} {stat.st_mtime_ns} {stat.st_size}\n".encode())
    return digest.hexdigest()


def _columns(entry: Entry) -> tuple[object, ...]:
    return (
        *entry.stamp,
        _head_as_json(entry.head),
        entry.number,
        *entry.number_at,
        json.dumps([(*_place(problem), dict(problem.facts)) for problem in entry.problems]),
        json.dumps(sorted(entry.drawings)),
        _head_as_json(entry.kept),
    )


def _place(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.code


def _head_as_json(head: LessonHead | None) -> str | None:
    return head.model_dump_json(exclude_unset=True) if head else None


def _entry(folder: Path, name: str, *columns: Any) -> Entry:  # noqa: ANN401 - as SQLite has them
    modified_ns, changed_ns, size, head, number, line, column, problems, drawings, kept = columns
    path = folder / name
    return Entry(
        path=path,
        stamp=Stamp(modified_ns, changed_ns, size),
        head=LessonHead.model_validate_json(head) if head else None,
        problems=() if problems == "[]" else _problems(shown_path(path), json.loads(problems)),
        number=number,
        number_at=Position(line, column),
        drawings=frozenset(json.loads(drawings)),
        kept=LessonHead.model_validate_json(kept) if kept else None,
    )


def _problems(shown: str, told: Iterable[Any]) -> tuple[Problem, ...]:
    return tuple(
        Problem(shown, line, column, code, tuple(sorted(facts.items())))
        for line, column, code, facts in told
    )
