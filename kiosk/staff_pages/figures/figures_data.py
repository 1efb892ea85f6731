"""The statistics of a period with titles, texts and pictures; read off the main thread."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.i18n.languages import find_languages
from kiosk.library.library import Library
from kiosk.pictures.names import picture_file
from kiosk.player.lesson_run import LessonRun
from kiosk.stats.figures import Figures, StuckPlace, figures_of
from kiosk.stats.hours import begin_of_day, begin_of_month
from kiosk.stats.identity import key_of, position_known_as
from kiosk.stats.store import NewerError, SpoiltError, read
from kiosk.ui.visit.phone_view_model import PhoneScene
from kiosk.ui.visit.step_scene import run_at, scene_of

MAX_PLACES = 5


class Span(StrEnum):
    """The period that is summed up."""

    TODAY = "today"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class HardStep:
    """A step where learners get stuck, with its text, answers and picture."""

    place: StuckPlace
    title: str
    icon: str
    says: str = ""
    """The step's text; empty if the step no longer exists."""
    number: int = 0
    picture: str = ""
    answers: tuple[tuple[str, bool, int], ...] = ()
    """For each answer: its text, whether it leads on, and how often it was chosen."""
    scene: PhoneScene = field(default_factory=PhoneScene)


NO_STEP = HardStep(StuckPlace("", ""), "", "")


@dataclass(frozen=True, slots=True)
class FiguresData:
    """All data of the page."""

    figures: Figures = field(default_factory=Figures)
    titles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The title and icon of each lesson in the figures, by lesson id."""
    languages: tuple[tuple[str, int], ...] = ()
    hard_steps: tuple[HardStep, ...] = ()
    readable: bool = True


def read_figures(folders: Folders, library: Library, span: Span, now: int) -> FiguresData:
    """Reads the statistics of the period; `readable` is False if the database cannot be read."""
    since = begin_of_day(now) if span is Span.TODAY else begin_of_month(now)
    try:
        figures = figures_of(read(folders.stats, since, begin_of_day(now, -1)))
    except (SpoiltError, NewerError, sqlite3.Error):
        return FiguresData(readable=False)
    names = {code: each.name for code, each in find_languages(*folders.translation_folders).items()}
    return FiguresData(
        figures=figures,
        titles={name: _title_of(library, name) for name in figures.lessons},
        languages=tuple((names.get(code, code), n) for code, n in figures.languages.items()),
        hard_steps=tuple(
            _hard_step(place, library, folders) for place in figures.stuck_places[:MAX_PLACES]
        ),
    )


def _title_of(library: Library, name: str) -> tuple[str, str]:
    head = library.heads.get(name)
    return (head.title, head.icon) if head else (name, "list")


def _hard_step(place: StuckPlace, library: Library, folders: Folders) -> HardStep:
    title, icon = _title_of(library, place.lesson)
    bare = HardStep(place, title, icon)
    try:
        lesson = library.lessons[place.lesson]
    except LookupError:
        return bare
    at = position_known_as(lesson, place.step)
    if at is None:
        return bare
    run = run_at(lesson, at)
    return replace(
        bare,
        says=run.lesson.steps[at].line.text,
        number=at + 1,
        answers=tuple(_answers_of(run, place)),
        picture=_picture_of(lesson, at, folders),
        scene=scene_of(run),
    )


def _answers_of(run: LessonRun, place: StuckPlace) -> Iterator[tuple[str, bool, int]]:
    step = run.lesson.steps[run.at]
    for target, words in step.answers().items():
        leads_on = step.respond(step.begin(), target).right
        yield words, leads_on, place.chosen.get(key_of(words), 0)


def _picture_of(lesson: Lesson, at: int, folders: Folders) -> str:
    """The name of the first existing picture of the step in the picture folders; empty for none."""
    names = (each.name for each in lesson.steps[at].references() if each.sort == "picture")
    return next((name for name in names if picture_file(name, *folders.picture_folders)), "")
