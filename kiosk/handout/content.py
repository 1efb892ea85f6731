"""What stands on the sheet of a lesson."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.lesson import Lesson, Procedure
from kiosk.domain.screen import Screen
from kiosk.domain.settings import Settings
from kiosk.domain.step import Step
from kiosk.domain.way import Way
from kiosk.handout import words
from kiosk.handout.target import target_on
from kiosk.player.lesson_run import LessonRun
from kiosk.player.paper_note import rows_of
from kiosk.qr.payload import lesson_payload

WAYS = (Way.OWN_PHONE, Way.WATCH, Way.TOGETHER, Way.ALONE)
"""Whose steps are told: at home there is only one's own phone."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Vietnamese, and in a second language where it has one."""

    text: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a procedure asks for or tells."""

    label: Words
    values: tuple[Words, ...]
    to_tick: bool = False


@dataclass(frozen=True, slots=True)
class PhoneMoment:
    """The phone's screen at a step, what is written on it, and what the finger points at."""

    screen: Screen
    filled: Mapping[str, str] = field(default_factory=dict)
    target: str = ""


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One thing to do."""

    number: int
    words: Words
    phone: PhoneMoment | None = None
    picture: str = ""
    """The name of a drawing; empty where there is none, or where it was seen before."""
    ticks: tuple[Words, ...] = ()
    note: tuple[tuple[Words, str], ...] = ()
    """Names and values to copy."""
    code: str = ""
    """What a code of this step says."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one lesson."""

    number: int
    title: Words
    goal: Words
    facts: tuple[Fact, ...]
    steps: tuple[SheetStep, ...]
    remember: tuple[Words, ...]
    code: str
    """What the code that leads back to the lesson says."""
    centre: str
    hotline: str
    checked: date | None
    lesson_folder: str
    wording: Callable[[str], Words]
    """The sheet's own words in its languages."""


TextIn = Callable[[str], str | None]
"""A Vietnamese text in the second language; None where it has no translation."""


def no_other(text: str) -> None:
    """The second language of a sheet that has none."""


def sheet_of(lesson: Lesson, settings: Settings, text_in: TextIn = no_other) -> Sheet:
    """The sheet of a lesson, in Vietnamese and where wanted in a second language."""

    def worded(text: str) -> Words:
        other = text_in(text) or ""
        return Words(text, other if other != text else "")

    head = lesson.head
    return Sheet(
        number=head.number,
        title=worded(head.title),
        goal=worded(head.goal),
        facts=tuple(_facts(head.procedure, worded)) if head.procedure else (),
        steps=tuple(_steps(lesson, settings, worded)),
        remember=tuple(worded(text) for text in head.remember),
        code=lesson_payload(head.number, settings.handout.web_address),
        centre=settings.centre.name,
        hotline=settings.centre.hotline or "",
        checked=head.checked.on if head.checked else None,
        lesson_folder=lesson.folder,
        wording=worded,
    )


Worded = Callable[[str], Words]


def _facts(procedure: Procedure, worded: Worded) -> Iterator[Fact]:
    if procedure.papers:
        papers = tuple(worded(paper) for paper in procedure.papers)
        yield Fact(worded(words.PAPERS), papers, to_tick=True)
    told = (
        (words.FEE, procedure.fee),
        (words.DAYS, procedure.days),
        (words.WHERE, procedure.where),
        (words.ADDRESS, procedure.address),
    )
    for label, value in told:
        if value:
            yield Fact(worded(label), (worded(value),))


def _steps(lesson: Lesson, settings: Settings, worded: Worded) -> Iterator[SheetStep]:
    way = next(way for way in WAYS if lesson.positions(way))
    listed = bool(lesson.head.procedure and lesson.head.procedure.papers)
    positions = [at for at in lesson.positions(way) if not (listed and lesson.steps[at].ticks())]
    seen: set[str] = set()
    for number, at in enumerate(positions, start=1):
        step = lesson.steps[at]
        picture = "" if step.screen else _picture_of(step)
        yield SheetStep(
            number=number,
            words=worded(step.line.text),
            phone=_phone(lesson, way, at),
            picture="" if picture in seen else picture,
            ticks=tuple(worded(text) for text in step.ticks()),
            note=tuple((worded(label), value) for label, value in rows_of(step, settings.wifi)),
            code=step.payload(settings),
        )
        seen.add(picture)


def _picture_of(step: Step) -> str:
    return next((each.name for each in step.references() if each.sort == "picture"), "")


def _phone(lesson: Lesson, way: Way, at: int) -> PhoneMoment | None:
    screen = lesson.screen_of(at)
    if screen is None:
        return None
    run = LessonRun(lesson, way, at=at, progress=lesson.steps[at].begin())
    return PhoneMoment(screen, run.filled, target_on(screen, lesson, at))
