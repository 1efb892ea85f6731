"""The content of a lesson's sheet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.content.verification import UNVERIFIED, Standing, Verification
from kiosk.domain.lesson import Lesson, LessonHead, Procedure
from kiosk.domain.phone_make import Make
from kiosk.domain.screen import Screen
from kiosk.domain.settings import Settings
from kiosk.domain.step import Step
from kiosk.domain.way import Way
from kiosk.handout import words
from kiosk.handout.target import target_on
from kiosk.player import come_back
from kiosk.player.lesson_run import LessonRun
from kiosk.player.paper_note import rows_of
from kiosk.qr.payload import lesson_payload

WAYS = (Way.OWN_PHONE, Way.WATCH, Way.TOGETHER, Way.ALONE)
"""The way whose steps are printed: the first of these that the lesson has."""


@dataclass(frozen=True, slots=True)
class BilingualText:
    """A text in Vietnamese, with a translation if there is one."""

    text: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureDetail:
    """A fact about a procedure, such as its fee."""

    label: BilingualText
    values: tuple[BilingualText, ...]
    icon: str
    to_tick: bool = False


@dataclass(frozen=True, slots=True)
class PhoneMoment:
    """A phone screen at a step, with field contents and the target of the pointing finger."""

    screen: Screen
    field_contents: Mapping[str, str] = field(default_factory=dict)
    target: str = ""


@dataclass(frozen=True, slots=True)
class SheetStep:
    number: int
    words: BilingualText
    phone: PhoneMoment | None = None
    picture: str = ""
    """The name of a picture; empty when there is none, or it was printed before."""
    ticks: tuple[BilingualText, ...] = ()
    note: tuple[tuple[BilingualText, str], ...] = ()
    """Labels and values of the paper note."""
    code: str = ""
    """The content of the step's QR code; empty for none."""


@dataclass(frozen=True, slots=True)
class Sheet:
    number: int
    title: BilingualText
    goal: BilingualText
    facts: tuple[ProcedureDetail, ...]
    steps: tuple[SheetStep, ...]
    remember: tuple[BilingualText, ...]
    code: str
    """The content of the QR code that opens the lesson on a phone; empty for none."""
    come_back: str
    """The come-back number; empty for none."""
    centre: str
    hotline: str
    verification_note: str
    """Whether and when the facts were verified."""
    lesson_folder: str
    wording: Callable[[str], BilingualText]
    """Translates the sheet's own labels."""


TextIn = Callable[[str], str | None]
"""Translates a Vietnamese text into the second language; None if there is no translation."""


def no_other(text: str) -> None:
    """Translation for a sheet without a second language: always None."""


def sheet_of(
    lesson: Lesson,
    settings: Settings,
    text_in: TextIn = no_other,
    learnt_on: date | None = None,
    *,
    language: str = "",
    way: str = "",
    verification: Verification = UNVERIFIED,
) -> Sheet:
    """The content of a lesson's sheet, in Vietnamese and optionally a second language.

    `language` and `way`: encoded in the QR code, beside the lesson and the make of phone.
    """
    week = come_back.week_of(learnt_on) if learnt_on else None

    def worded(text: str) -> BilingualText:
        other = text_in(text) or ""
        return BilingualText(text, other if other != text else "")

    head = lesson.head
    address = settings.handout.web_address
    make = "" if lesson.make is Make.ANDROID else lesson.make.value
    return Sheet(
        number=head.number,
        title=worded(head.title),
        goal=worded(head.goal),
        facts=tuple(_facts(head.procedure, worded)) if head.procedure else (),
        steps=tuple(_steps(lesson, settings, worded)),
        remember=tuple(worded(text) for text in head.remember),
        code=lesson_payload(head.number, address, language=language, make=make, way=way)
        if address
        else "",
        come_back=come_back.spaced(come_back.number_of(lesson, week)) if week is not None else "",
        centre=settings.centre.name,
        hotline=settings.centre.hotline or "",
        verification_note=_verification_note(head, verification),
        lesson_folder=lesson.folder,
        wording=worded,
    )


def text_of_sheet(sheet: Sheet) -> str:
    """All printed Vietnamese text, one text per line."""
    texts = [sheet.title, sheet.goal, *sheet.remember]
    texts += (value for fact in sheet.facts for value in fact.values)
    texts += (words for step in sheet.steps for words in (step.words, *step.ticks))
    values = [value for step in sheet.steps for _, value in step.note]
    on_phones = [word for step in sheet.steps if step.phone for word in step.phone.screen.words]
    return "\n".join([*(each.text for each in texts), *values, *on_phones])


Worded = Callable[[str], BilingualText]


TRUTHS = {
    Standing.VERIFIED: words.VERIFIED,
    Standing.OLD: words.VERIFIED_LONG_AGO,
    Standing.CHANGED: words.CHANGED_SINCE,
    Standing.DIFFERS: words.DIFFERS,
    Standing.MENDED: words.MENDED_SINCE,
}


def _verification_note(head: LessonHead, verification: Verification) -> str:
    """In Vietnamese only, because it is meant for staff."""
    if verification.verified:
        return _dated(TRUTHS[verification.standing], verification.verified.on)
    if head.checked:
        return _dated(words.UNVERIFIED, head.checked.on)
    return words.UNVERIFIED_WITHOUT_SOURCE


def _dated(sentence: str, day: date) -> str:
    return sentence.replace("%1", f"{day.day}/{day.month}/{day.year}")


def _facts(procedure: Procedure, worded: Worded) -> Iterator[ProcedureDetail]:
    if procedure.papers:
        papers = tuple(worded(paper) for paper in procedure.papers)
        yield ProcedureDetail(worded(words.PAPERS), papers, "document", to_tick=True)
    details = (
        (words.FEE, procedure.fee, "wallet"),
        (words.DAYS, procedure.days, "calendar"),
        (words.WHERE, procedure.where, "map"),
        (words.ADDRESS, procedure.address, "browser"),
    )
    for label, value, icon in details:
        if value:
            yield ProcedureDetail(worded(label), (worded(value),), icon)


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
    return PhoneMoment(screen, run.field_contents, target_on(screen, lesson, at))
