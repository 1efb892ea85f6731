"""Every problem of some files: lessons, settings, or all that the kiosk has."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.content.advice import Adviser
from kiosk.content.facts import Facts, read_facts
from kiosk.content.library import clash, lesson_files, library_of, misnamed_files
from kiosk.content.media import media_in
from kiosk.content.positions import read_document
from kiosk.content.problems import Problem
from kiosk.content.reader import Reading, read_lesson
from kiosk.content.settings_file import local_overlay, read_settings
from kiosk.content.source import read_text, shown_path
from kiosk.content.voices import Recorded, recorded_languages, unrecorded
from kiosk.folders import Folders

NUMBER_LINE = re.compile(r"^number:[ \t]+['\"]?(\d{1,6})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in how many files."""

    problems: tuple[Problem, ...]
    files: int


def inspect_all(folders: Folders) -> Inspection:
    """Everything that the kiosk reads: all lessons and the settings."""
    return inspect((folders.lessons, folders.config), folders)


def inspect(paths: Sequence[Path], folders: Folders) -> Inspection:
    """The given files, and the lesson files in the given folders."""
    media = media_in(folders)
    facts = read_facts(folders.lessons)
    voices = recorded_languages(folders)
    problems: list[Problem] = []
    readings: list[Reading] = []
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
            problems += _advice(reading, facts, voices)
    problems += _clashes_outside(readings, folders)
    problems += library_of(_each_once(readings)).problems
    return Inspection(tuple(sorted(set(problems))), len(readings) + settings)


def _advice(reading: Reading, facts: Facts, voices: Sequence[Recorded]) -> Iterator[Problem]:
    if reading.lesson:
        document = read_document(reading.path)
        yield from unrecorded(reading.lesson, document, voices)
        yield from Adviser(reading.lesson, document, facts, today()).advice()


def today() -> date:
    """The day on which facts are found old."""
    return datetime.now(tz=UTC).date()


def numbers_in(folder: Path, besides: frozenset[Path] = frozenset()) -> dict[int, tuple[Path, int]]:
    """Which file claims which number, and on which line; found without reading whole lessons."""
    numbers: dict[int, tuple[Path, int]] = {}
    for path in lesson_files(folder):
        if path.absolute() in besides:
            continue
        text = read_text(path)
        found = NUMBER_LINE.search(text) if isinstance(text, str) else None
        if found:
            line = found.string.count("\n", 0, found.start()) + 1
            numbers.setdefault(int(found.group(1)), (path, line))
    return numbers


def _opened(paths: Sequence[Path]) -> Iterator[Path]:
    """The given files and folders, and the lesson files in the folders."""
    for path in paths:
        yield path
        if path.is_dir():
            yield from lesson_files(path)


def _holds_settings(path: Path, folders: Folders) -> bool:
    return path.name in (folders.config.name, local_overlay(folders.config).name)


def _each_once(readings: Iterable[Reading]) -> Iterator[Reading]:
    yield from {reading.path.absolute(): reading for reading in readings}.values()


def _clashes_outside(readings: Sequence[Reading], folders: Folders) -> Iterator[Problem]:
    """Numbers that belong to lessons of the kiosk which were not asked for."""
    asked = frozenset(reading.path.absolute() for reading in readings)
    own = {path for path in asked if path.is_relative_to(folders.lessons.absolute())}
    taken = numbers_in(folders.lessons, asked) if own else {}
    for reading in readings:
        if reading.number in taken and reading.path.absolute() in own:
            path, line = taken[reading.number]
            yield clash(reading, f"{shown_path(path)}:{line}")
