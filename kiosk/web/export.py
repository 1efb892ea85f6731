"""Writes the take-home edition: all lessons as a folder of static pages."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.i18n.catalogue import Catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.web.catalogue_file import OWN, catalogue_file, makes_of, variants_of
from kiosk.web.lesson_file import head_file, shape_file
from kiosk.web.lines import Lines
from kiosk.web.pictures import PagePictures
from kiosk.web.site_files import site_files, sum_of, worker
from kiosk.web.sprite import sprite
from kiosk.web.voices import PageVoices, texts_in
from kiosk.web.way_file import WayFile, cached_way_file, compact, line_of

DRAWN = ("watch", "together", "alone", "your-phone", "all-done", "papers-ready", "finger")
PHONES = ("samsung", "oppo-vivo-xiaomi", "iphone", "android")


@dataclass(frozen=True)
class WebLanguage:
    code: str
    name: str
    catalogue: Catalogue


@dataclass(frozen=True)
class WebEdition:
    folders: Folders
    lessons: Sequence[Lesson]
    languages: Sequence[WebLanguage]
    """The first language is the default of the pages."""
    centre: str
    output: Path
    voices: PageVoices | None = None
    """None for pages without speech."""
    report_progress: Callable[[int, int], None] = lambda _done, _all: None
    """Receives the numbers of ways done and in total."""
    processes: int = field(default_factory=lambda: os.cpu_count() or 1)
    """Number of processes that explore ways, including this one."""


@dataclass
class _Part:
    """A lesson, or the pages' own texts, with all lines used in it."""

    id: str
    lines: Lines = field(default_factory=Lines)


Job = tuple[str, Lesson, Way]
"""The path of a way's file, the lesson with drawn rehearsals, the way."""


def write_edition(edition: WebEdition) -> str:
    """Writes the edition and returns its version.

    Raises:
        OSError: the output folder cannot be written to.
        TooManyStatesError: a lesson exceeds the limit of states.
    """
    writer = _Writer(edition)
    try:
        return writer.write()
    finally:
        writer.pictures.close()


class _Writer:
    def __init__(self, edition: WebEdition) -> None:
        self._revision = edition
        self.pictures = PagePictures(edition.folders, edition.output)
        self._sums: dict[str, str] = {}

    def write(self) -> str:
        edition = self._revision
        edition.output.mkdir(parents=True, exist_ok=True)
        parts = [self._write_lesson(lesson) for lesson in self._explored()]
        own = _Part(OWN)
        catalogue_file(edition.lessons, own.lines)
        for part in (own, *parts):
            self._write_languages(part)
        for place, content in site_files():
            self._put(place, content)
        self._put("icons.svg", sprite(*edition.folders.icon_folders).encode())
        self._sum_pictures()
        version = sum_of(compact(self._sums).encode())
        self._put("lessons.json", compact(self._catalogue(version, own.lines)).encode())
        needed = [place for place in self._sums if self._is_needed(place)]
        index = {"version": version, "files": self._sums, "needed": needed}
        (edition.output / "files.json").write_text(compact(index), "utf-8")
        (edition.output / "sw.js").write_text(worker(version), "utf-8")
        return version

    def _explored(
        self,
    ) -> Iterator[tuple[Lesson, dict[str, list[tuple[Lesson, dict[Way, WayFile]]]]]]:
        """Each lesson with its way files, by make and variant."""
        edition = self._revision
        shapes = [
            (lesson, make, list(variants_of(of)))
            for lesson in edition.lessons
            for make, of in makes_of(lesson)
        ]
        jobs = [
            (drawn, way) for _, _, variants in shapes for drawn in variants for way in drawn.ways
        ]
        cache = edition.folders.cache / "web-ways"
        done = _explore(jobs, cache, edition.report_progress, edition.processes)
        for lesson in edition.lessons:
            yield (
                lesson,
                {
                    make: [(drawn, {way: next(done) for way in drawn.ways}) for drawn in variants]
                    for of, make, variants in shapes
                    if of is lesson
                },
            )

    def _write_lesson(
        self, explored: tuple[Lesson, dict[str, list[tuple[Lesson, dict[Way, WayFile]]]]]
    ) -> _Part:
        lesson, makes = explored
        part = _Part(lesson.id)
        head = head_file(lesson, part.lines)
        for make, variants in makes.items():
            for number, (drawn, ways) in enumerate(variants):
                folder = f"lessons/{lesson.id}/{make}-{number}"
                shape = shape_file(drawn, part.lines, self.pictures.place)
                self._put_json(f"{folder}.json", shape)
                for way, content in ways.items():
                    written: list[dict[str, str]] = content["lines"]  # type: ignore[assignment]
                    numbers = [part.lines.number(line_of(each)) for each in written]
                    self._put_json(f"{folder}-{way.value}.json", {**content, "lines": numbers})
        lines = list(part.lines)
        self._put_json(
            f"lessons/{lesson.id}.json",
            {
                **head,
                "lines": [line.text for line in lines],
                "rings": [n for n, line in enumerate(lines) if line.sound],
            },
        )
        return part

    def _write_languages(self, part: _Part) -> None:
        lines = list(part.lines)
        voices = self._revision.voices
        for language in self._revision.languages:
            if language.code != SOURCE:
                texts = texts_in(lines, language.catalogue)
                self._put_json(f"text/{language.code}/{part.id}.json", texts)
            spoken = voices.spoken(lines, language.code, language.catalogue) if voices else []
            self._put_json(f"voice/{language.code}/{part.id}.json", spoken)

    def _catalogue(self, version: str, own: Lines) -> dict[str, object]:
        edition = self._revision
        return {
            **catalogue_file(edition.lessons, own, version, edition.centre),
            "languages": [{"code": each.code, "name": each.name} for each in edition.languages],
        }

    def _sum_pictures(self) -> None:
        for name in (*DRAWN, *(f"phone-{make}" for make in PHONES)):
            self.pictures.own(name)
        for path in sorted((self._revision.output / "pictures").glob("*")):
            place = path.relative_to(self._revision.output).as_posix()
            self._sums[place] = sum_of(path.read_bytes())

    def _is_needed(self, place: str) -> bool:
        """Whether the pages cannot be opened without this file."""
        first = self._revision.languages[0].code
        own = (f"text/{first}/{OWN}.json", f"voice/{first}/{OWN}.json")
        return place.endswith((".js", ".css", ".html", ".svg", ".webmanifest")) or place in (
            "lessons.json",
            *own,
        )

    def _put_json(self, place: str, content: object) -> None:
        self._put(place, compact(content).encode())

    def _put(self, place: str, content: bytes) -> None:
        path = self._revision.output / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self._sums[place] = sum_of(content)


def _explore(
    jobs: Sequence[tuple[Lesson, Way]],
    cache: Path,
    report_progress: Callable[[int, int], None],
    processes: int,
) -> Iterator[WayFile]:
    """The way files in the order of the jobs, computed in several processes."""
    workers = min(len(jobs), processes)
    if workers < 2:
        yield from (cached_way_file(lesson, way, cache) for lesson, way in jobs)
        return
    lessons, ways = zip(*jobs, strict=True)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        found: Iterable[WayFile] = pool.map(cached_way_file, lessons, ways, [cache] * len(jobs))
        for done, each in enumerate(found, start=1):
            report_progress(done, len(jobs))
            yield each
