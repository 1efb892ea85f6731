"""Checks and plays the lesson that is being written, inside a page of the kit.

Runs in a browser. The pages of the web edition request their files from it instead of from a
server; the file of a way grows with every touch. All responses are JSON.
"""

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.authoring.inspection import inspect
from kiosk.content.media import media_in
from kiosk.content.problems import Problem
from kiosk.content.reader import read_lesson
from kiosk.content.wording import hint_of, message_of, severity_word
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.i18n.languages import SOURCE
from kiosk.kit.voice_key import voice_key
from kiosk.pictures.names import picture_file
from kiosk.pictures.own import is_trusted_drawing
from kiosk.player.revision import in_revision
from kiosk.web.catalogue_file import OWN, catalogue_file, makes_of, variants_of
from kiosk.web.lesson_file import head_file, shape_file
from kiosk.web.lines import Lines
from kiosk.web.sprite import sprite
from kiosk.web.way_file import GrowingWayFile

if TYPE_CHECKING:
    from kiosk.player.lesson_run import LessonRun

PICTURES, PHOTOS = "pictures/", "photos/"
TYPES = {".svg": "svg+xml", ".jpg": "jpeg"}
"""The MIME subtypes of pictures that differ from the file suffix."""


class WrittenLesson:
    """A lesson that is being written: its problems, and the files to display it."""

    def __init__(self, home: Path) -> None:
        """`home`: a folder with `lessons` and `media`, with the layout of a checkout."""
        self._folders = Folders(
            home=home, state=home / "state", cache=home / "cache", site=home / "own"
        )
        self._folders.lessons.mkdir(parents=True, exist_ok=True)
        self._media = replace(media_in(self._folders), judge=None)
        self._revision = 0
        self._shown: LessonRun | None = None
        self._take(None)

    @property
    def folder(self) -> str:
        """The folder of the lesson and its photos."""
        return str(self._folders.lessons)

    def check(self, text: str, name: str, left: str = "null") -> str:
        """Returns every problem of a lesson file, as reported by `kiosk lint`.

        Args:
            text: the content of the lesson file.
            name: the file name.
            left: the position in the previously displayed lesson, as JSON of the pages.
        """
        for other in self._folders.lessons.glob("*.yaml"):
            other.unlink()
        path = self._folders.lessons / name
        path.write_text(text, "utf-8")
        found = inspect([path], self._folders, self._media)
        stopped: Mapping[str, object] | None = json.loads(left)
        if stopped is None:
            self._shown = None
        elif stopped["version"] == str(self._revision):
            self._shown = self._growing[_place_of(stopped)].run(int(str(stopped["entry"])))
        lesson = read_lesson(path, self._media).lesson
        if lesson:
            self._take(lesson)
        problems = list(map(_problem_fields, found.problems))
        return json.dumps({"problems": problems, "sound": lesson is not None})

    def _take(self, lesson: Lesson | None) -> None:
        """Sets the lesson to display; None before there is a valid one."""
        self._lesson = lesson
        self._revision += 1
        self._lines, self._own = Lines(), Lines()
        self._growing: dict[str, GrowingWayFile] = {}
        self._shapes = {
            f"lessons/{of.id}/{make}-{number}.json": drawn
            for make, of in (makes_of(lesson) if lesson else ())
            for number, drawn in enumerate(variants_of(of))
        }
        self._ways = {
            place.replace(".json", f"-{way.value}.json"): (drawn, way)
            for place, drawn in self._shapes.items()
            for way in drawn.ways
        }

    def content(self, place: str, known: int) -> str:
        """A file requested by the pages, and the lesson's lines after the first `known`.

        Raises:
            KeyError: the file does not exist.
        """
        return self._answer(self._content(place), known)

    def grown(self, place: str, number: int, known: int) -> str:
        """A new node of a way's file, and the lines after the first `known`."""
        return self._answer(self._growing[place].grown(number), known)

    def picture(self, place: str) -> str:
        """The picture as a data URL; empty if it does not exist."""
        name = place.removeprefix(PICTURES).removeprefix(PHOTOS)
        path = picture_file(name, *self._folders.picture_folders, self._folders.lessons)
        if path is None:
            return ""
        ending = path.suffix.lower()
        sort = TYPES.get(ending, ending.removeprefix("."))
        return f"data:image/{sort};base64,{b64encode(path.read_bytes()).decode()}"

    def _answer(self, content: object, known: int) -> str:
        new = list(self._lines)[known:]
        result = {
            "content": content,
            "lines": [line.text for line in new],
            "voices": [voice_key(line) for line in new],
            "rings": [known + at for at, line in enumerate(new) if line.sound],
        }
        return json.dumps(result, ensure_ascii=False)

    def _content(self, place: str) -> object:
        lesson = self._lesson
        if lesson is None:
            raise KeyError(place)
        if place == "lessons.json":
            return self._catalogue(lesson)
        if place == "icons.svg":
            return sprite(*self._folders.icon_folders)
        if place == f"voice/{SOURCE}/{OWN}.json":
            return [voice_key(line) for line in self._own]
        if place == f"lessons/{lesson.id}.json":
            return head_file(lesson, self._lines)
        if place in self._shapes:
            return shape_file(self._shapes[place], self._lines, self._place_of_picture)
        drawn, way = self._ways[place]
        self._growing[place] = GrowingWayFile(drawn, way, self._lines)
        shown = self._shown
        goes_on = shown is not None and shown.way is way
        return self._growing[place].begun(in_revision(shown, drawn) if shown and goes_on else None)

    def _catalogue(self, lesson: Lesson) -> dict[str, object]:
        """The catalogue with only this lesson, which opens in the way shown before."""
        way = self._shown.way if self._shown else lesson.ways[0]
        return {
            **catalogue_file([lesson], self._own, str(self._revision), way=way),
            "languages": [{"code": SOURCE, "name": SOURCE}],
        }

    def _place_of_picture(self, _folder: str, name: str) -> str:
        path = picture_file(name, *self._folders.picture_folders, self._folders.lessons)
        if path is None:
            return ""
        is_own = is_trusted_drawing(path, self._folders.shipped_pictures)
        return f"{PICTURES if is_own else PHOTOS}{path.name}"


def _place_of(left: Mapping[str, object]) -> str:
    """The path of the file of the way in which the pages stopped."""
    return f"lessons/{left['id']}/{left['make']}-{left['variant']}-{left['way']}.json"


def _problem_fields(problem: Problem) -> dict[str, object]:
    return {
        "line": problem.line,
        "severity": problem.severity.value,
        "word": severity_word(problem),
        "message": message_of(problem),
        "hint": hint_of(problem),
    }
