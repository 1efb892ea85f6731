"""Collects all problems of lesson and settings files."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.content.advice import Adviser
from kiosk.content.facts import Facts, read_facts
from kiosk.content.media import Media, media_in
from kiosk.content.phone_overlay import document_for
from kiosk.content.positions import read_document
from kiosk.content.problems import Problem
from kiosk.content.reader import ReadResult, read_lesson
from kiosk.content.source import read_text, shown_path
from kiosk.content.verification import Entries, read_entries, verification_of
from kiosk.content.voices import RecordedSentences, recorded_languages, unrecorded
from kiosk.folders import Folders
from kiosk.library.library import clash, lesson_files, library_of, misnamed_files, rank_in
from kiosk.settings.file import local_overlay, read_settings

NUMBER_LINE = re.compile(r"^number:[ \t]+['\"]?(\d{1,6})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Inspection:
    """The problems found, and the number of files inspected."""

    problems: tuple[Problem, ...]
    files: int


def inspect_all(folders: Folders) -> Inspection:
    """Inspects all lessons and the settings of the kiosk."""
    needed = folders.home / "lessons"
    there = (each for each in folders.lesson_folders if each == needed or each.is_dir())
    return inspect((*there, folders.config), folders)


def inspect(paths: Sequence[Path], folders: Folders, media: Media | None = None) -> Inspection:
    """Inspects the given files, and the lesson files in the given folders.

    `media`: None for the drawings of these folders.
    """
    media = media or media_in(folders)
    facts = read_facts(*folders.lesson_folders)
    entries = read_entries(*folders.lesson_folders)
    voices = recorded_languages(folders)
    problems: list[Problem] = []
    readings: list[ReadResult] = []
    settings = 0
    for path in _opened(paths):
        if path.is_dir():
            problems += misnamed_files(path)
        elif _holds_settings(path, folders):
            problems += read_settings(path)[1]
            settings += path.exists()
        else:
            reading = read_lesson(path, media)
            readings.append(reading)
            problems += _advice(reading, facts, entries, voices)
    problems += _clashes_outside(readings, folders)
    each_once = tuple(_each_once(readings))
    problems += _same_titles(each_once)
    problems += _series(each_once)
    problems += library_of(each_once, folders.lesson_folders).problems
    return Inspection(tuple(sorted(set(problems))), len(readings) + settings)


def _advice(
    reading: ReadResult, facts: Facts, entries: Entries, voices: Sequence[RecordedSentences]
) -> Iterator[Problem]:
    if reading.lesson:
        document = read_document(reading.path)
        found = verification_of(reading.lesson, facts, entries, today())
        yield from unrecorded(reading.lesson, document, voices)
        yield from Adviser(reading.lesson, document, facts, today(), found).advice()
        for make, lesson in reading.lesson.phones.items():
            yield from Adviser(lesson, document_for(document, make), facts, today()).advice()


def today() -> date:
    """Today's date (UTC), with which the age of facts is calculated."""
    return datetime.now(tz=UTC).date()


def numbers_in(
    *folders: Path, besides: frozenset[Path] = frozenset()
) -> dict[int, tuple[Path, int]]:
    """The file and line that use each number, found without parsing the lessons.

    If several folders have a file with the same id, only the first counts.
    """
    numbers: dict[int, tuple[Path, int]] = {}
    files = {path: rank for rank, folder in enumerate(folders) for path in lesson_files(folder)}
    ranks: dict[str, int] = {}
    for path, rank in files.items():
        if ranks.setdefault(path.stem, rank) < rank or path.absolute() in besides:
            continue
        text = read_text(path)
        found = NUMBER_LINE.search(text) if isinstance(text, str) else None
        if found:
            line = found.string.count("\n", 0, found.start()) + 1
            numbers.setdefault(int(found.group(1)), (path, line))
    return numbers


def _opened(paths: Sequence[Path]) -> Iterator[Path]:
    """The given paths, and the lesson files in those that are folders."""
    for path in paths:
        yield path
        if path.is_dir():
            yield from lesson_files(path)


def _holds_settings(path: Path, folders: Folders) -> bool:
    return path.name in (folders.config.name, local_overlay(folders.config).name)


def _each_once(readings: Iterable[ReadResult]) -> Iterator[ReadResult]:
    yield from {reading.path.absolute(): reading for reading in readings}.values()


def _same_titles(readings: Iterable[ReadResult]) -> Iterator[Problem]:
    """Lessons with equal titles; parts of a series are compared only with each other."""
    firsts: dict[tuple[str, str], ReadResult] = {}
    for reading in sorted(readings, key=lambda each: each.path):
        if reading.lesson is None:
            continue
        head = reading.lesson.head
        key = (head.series.of if head.series else "", head.title.casefold())
        first = firsts.setdefault(key, reading)
        if first.path.stem != reading.path.stem:
            facts = {"title": head.title, "other": shown_path(first.path)}
            yield read_document(reading.path).problem(("title",), "title_twice", **facts)


def _series(readings: Sequence[ReadResult]) -> Iterator[Problem]:
    """Faults in a series: duplicate or missing parts, differing titles."""
    firsts: dict[str, ReadResult] = {}
    parts: dict[str, dict[int, ReadResult]] = {}
    for reading in sorted(readings, key=_part):
        series = reading.lesson.head.series if reading.lesson else None
        if series is None:
            continue
        first = firsts.setdefault(series.of, reading)
        expected = first.lesson.head.series if first.lesson else None
        before = parts.setdefault(series.of, {}).setdefault(series.part, reading)
        document = read_document(reading.path)
        if before is not reading:
            facts = {"part": str(series.part), "other": shown_path(before.path)}
            yield document.problem(("series", "part"), "series_part_twice", **facts)
        elif expected and expected.part == 1 and series.part - 1 not in (0, *parts[series.of]):
            facts = {"part": str(series.part - 1), "of": series.of}
            yield document.problem(("series", "part"), "series_part_missing", **facts)
        if expected and expected.title != series.title:
            facts = {"title": expected.title, "other": shown_path(first.path)}
            yield document.problem(("series", "title"), "series_title_differs", **facts)


def _part(reading: ReadResult) -> tuple[int, str]:
    series = reading.lesson.head.series if reading.lesson else None
    return (series.part if series else 0, str(reading.path))


def _clashes_outside(readings: Sequence[ReadResult], folders: Folders) -> Iterator[Problem]:
    """Numbers already used by lessons of the kiosk that are not inspected."""
    asked = frozenset(reading.path.absolute() for reading in readings)
    roots = tuple(folder.absolute() for folder in folders.lesson_folders)
    own = {path for path in asked if rank_in(roots, path) < len(roots)}
    taken = numbers_in(*folders.lesson_folders, besides=asked) if own else {}
    for reading in readings:
        if reading.number in taken and reading.path.absolute() in own:
            path, line = taken[reading.number]
            yield clash(reading, f"{shown_path(path)}:{line}")
