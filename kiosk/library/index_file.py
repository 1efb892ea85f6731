"""The SQLite file of the index, with the text of each valid lesson."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import kiosk
from kiosk.content.problems import Position, Problem
from kiosk.content.source import shown_path
from kiosk.domain.lesson import LessonHead
from kiosk.durable import is_odd, set_aside
from kiosk.folders import Folders
from kiosk.library.index import IndexEntry, LessonIndex, Stamp
from kiosk.library.library import rank_in

TABLES = """
CREATE TABLE about (made_for TEXT, surroundings TEXT);
CREATE TABLE entry (
    path TEXT PRIMARY KEY, modified_ns INTEGER, changed_ns INTEGER, size INTEGER, head TEXT,
    number INTEGER, line INTEGER, col INTEGER, problems TEXT, drawings TEXT, kept TEXT
) WITHOUT ROWID;
CREATE TABLE wording (path TEXT PRIMARY KEY, now BLOB, kept BLOB);
"""
READING_CODE = ("content", "domain", "library", "phone", "steps")
"""The packages whose code affects the result of reading a lesson file."""
BUSY_S = 5.0


class IndexFile:
    """Stores an index between runs; a damaged or outdated one is recreated.

    If the file cannot be written, the kiosk works without it.
    """

    def __init__(self, folders: Folders) -> None:
        self._folders = folders.lesson_folders
        places = "\n".join(str(folder.absolute()) for folder in self._folders)
        sign = hashlib.sha256(places.encode()).hexdigest()[:12]
        self.path = folders.cache / f"lessons-{sign}.db"
        """The path of the file, which depends on the lesson folders."""

    def load(self) -> LessonIndex:
        """Reads the stored index; an empty one if there is no usable file."""
        try:
            with self._opened() as base:
                return self._load(base)
        except (sqlite3.Error, ValueError, TypeError, OSError):
            self._forget()
            return LessonIndex(folders=self._folders)

    def _forget(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def _load(self, base: sqlite3.Connection) -> LessonIndex:
        made_for, surroundings = base.execute("SELECT * FROM about").fetchone()
        if made_for != _version():
            raise ValueError("made by another version")
        rows = base.execute("SELECT * FROM entry")
        entries = (_entry(self._path_named(name), *row) for name, *row in rows)
        return LessonIndex({each.path: each for each in entries}, surroundings, self._folders)

    def save(self, index: LessonIndex, texts: Mapping[Path, str], gone: Iterable[Path]) -> bool:
        """Saves the entries of `texts`, deletes those of `gone`; returns whether it succeeded."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._opened() as base, base:
                self._write(base, index, texts, gone)
        except (sqlite3.Error, OSError):
            return False
        return True

    def _write(
        self,
        base: sqlite3.Connection,
        index: LessonIndex,
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

    def _write_entry(self, base: sqlite3.Connection, entry: IndexEntry, text: str) -> None:
        name = self._name(entry.path)
        marks = ", ".join("?" * 11)
        base.execute(f"REPLACE INTO entry VALUES ({marks})", (name, *_columns(entry)))  # noqa: S608
        now, kept = base.execute(
            "SELECT now, kept FROM wording WHERE path = ?", (name,)
        ).fetchone() or (None, None)
        still = (kept or now) if entry.last_good else None
        packed = zlib.compress(text.encode()) if entry.sound else None
        base.execute("REPLACE INTO wording VALUES (?, ?, ?)", (name, packed, still))

    def text_of(self, path: Path, *, kept: bool) -> str | None:
        """The text of a valid lesson, or with `kept` of the last valid one; None if not stored."""
        column = "kept" if kept else "now"
        query = f"SELECT {column} FROM wording WHERE path = ?"  # noqa: S608 - one of two constants
        try:
            with self._opened() as base:
                found = base.execute(query, (self._name(path),)).fetchone()
            return zlib.decompress(found[0]).decode() if found and found[0] else None
        except (sqlite3.Error, zlib.error, ValueError, OSError):
            return None

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        if is_odd(self.path):
            set_aside(self.path)
        with closing(sqlite3.connect(self.path, timeout=BUSY_S)) as base:
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            yield base

    def _name(self, path: Path) -> str:
        rank = rank_in(self._folders, path)
        return f"{rank}/{path.relative_to(self._folders[rank]).as_posix()}"

    def _path_named(self, name: str) -> Path:
        rank, _, below = name.partition("/")
        return self._folders[int(rank)] / below


def _version() -> str:
    """A hash that changes when the code that reads lessons changes."""
    root = Path(kiosk.__path__[0])
    digest = hashlib.sha256()
    for package in READING_CODE:
        for path in sorted((root / package).rglob("*.py")):
            stat = path.stat()
            digest.update(f"{path.relative_to(root)} {stat.st_mtime_ns} {stat.st_size}\n".encode())
    return digest.hexdigest()


def _columns(entry: IndexEntry) -> tuple[object, ...]:
    return (
        *entry.stamp,
        _head_as_json(entry.head),
        entry.number,
        *entry.number_at,
        json.dumps([(*_place(problem), dict(problem.facts)) for problem in entry.problems]),
        json.dumps(sorted(entry.drawings)),
        _head_as_json(entry.last_good),
    )


def _place(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.code


def _head_as_json(head: LessonHead | None) -> str | None:
    return head.model_dump_json(exclude_unset=True) if head else None


def _entry(path: Path, *columns: Any) -> IndexEntry:  # noqa: ANN401 - values from SQLite
    modified_ns, changed_ns, size, head, number, line, column, problems, drawings, kept = columns
    return IndexEntry(
        path=path,
        stamp=Stamp(modified_ns, changed_ns, size),
        head=LessonHead.model_validate_json(head) if head else None,
        problems=() if problems == "[]" else _problems(shown_path(path), json.loads(problems)),
        number=number,
        number_at=Position(line, column),
        drawings=frozenset(json.loads(drawings)),
        last_good=LessonHead.model_validate_json(kept) if kept else None,
    )


def _problems(shown: str, entries: Iterable[Any]) -> tuple[Problem, ...]:
    return tuple(
        Problem(shown, line, column, code, tuple(sorted(facts.items())))
        for line, column, code, facts in entries
    )
