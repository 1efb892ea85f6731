"""One person's visit, from the first touch to the wipe: which page, which language, which lesson.

Nothing outlives a visit: the next one begins from the centre's settings.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE
from kiosk.domain.settings import Contrast, Settings, TextSize
from kiosk.domain.way import Way
from kiosk.i18n.languages import SOURCE
from kiosk.player import come_back, lesson_run
from kiosk.player.lesson_run import Help, LessonRun
from kiosk.player.revision import in_revision

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kiosk.domain.lesson import Lesson
    from kiosk.player.come_back import CameBack
    from kiosk.player.number_pad import NumberPad
    from kiosk.player.trouble_help import TroubleHelp

TILES_A_PAGE = 6
VOLUMES = 5


class Page(StrEnum):
    """What fills the screen."""

    ATTRACT = "attract"
    LANGUAGE = "language"
    HOME = "home"
    PHONE = "phone"
    """Which phone she holds, asked once where a lesson knows several makes."""
    LESSON = "lesson"
    DONE = "done"
    PIN = "pin"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class DisplayPreferences:
    """How the person likes to see and hear."""

    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.WARM
    volume: int = 4
    slow: bool = False
    motion: bool = True
    """Whether things move on the screen."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A lesson that staff want to open, until the person has said yes or no."""

    lesson: Lesson
    since_s: float
    came_back: CameBack | None = None
    """Where it was asked for by a come-back number."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that is true of this visit."""

    page: Page = Page.ATTRACT
    language: str = "vi"
    """The language that is read."""
    voice_language: str = ""
    """The language that is heard, where it is another one."""
    preferences: DisplayPreferences = field(default_factory=DisplayPreferences)
    home_page: int = 0
    series: str = ""
    """The series whose parts the page of lessons shows; empty where it shows everything."""
    run: LessonRun | None = None
    finished: frozenset[str] = frozenset()
    """The lessons that came to their end and were not opened anew since."""
    calling_staff: bool = False
    adjusting: bool = False
    """Whether the sheet for text size, colours and voice is open."""
    choosing_way: bool = False
    pad: NumberPad | None = None
    """The pad for a lesson's number, when it is open."""
    offered: Offer | None = None
    left: LessonRun | None = None
    """The lesson that she left for the page of lessons, where she was in it."""
    learned: frozenset[str] = frozenset()
    """The lessons that she went through in this visit."""
    leaving: bool = False
    """Whether she is asked if she wants to end the visit."""
    trouble: TroubleHelp | None = None
    """What helps when something goes wrong on her own phone, while it is open."""
    set_aside: LessonRun | None = None
    """The person's own lesson, while another stands in its place that staff opened."""
    in_overlay: bool = False
    """Whether the staff overlay of the lesson is open."""
    phone: str | None = None
    """The make of phone that she holds; None until she was asked."""
    wanted: Lesson | None = None
    """The lesson that waits until it is known which phone she holds."""
    came_back: CameBack | None = None
    """Where the lesson was opened by a come-back number, or waits to be."""
    before_pin: Page = Page.ATTRACT
    before_trial: Visit | None = None
    """The staff's area, while a lesson is played from there on trial."""
    trial_voice: str = ""
    """The language that is heard in a trial, until another one is chosen there."""

    @property
    def is_for_staff(self) -> bool:
        """Whether staff and not the learner read what is shown."""
        return self.page in (Page.PIN, Page.STAFF) or self.in_overlay

    @property
    def heard(self) -> str:
        return self.trial_voice or self.voice_language or self.language


def new_visit(settings: Settings, languages: Sequence[str] = ()) -> Visit:
    """A visit before anybody has touched anything; `languages`: those that can be chosen."""
    ours = settings.languages
    wanted = ours.in_order(languages) or ours.in_order(ours.offered) or ours.offered
    return Visit(
        language=wanted[0],
        preferences=DisplayPreferences(
            text_size=settings.display.text_size,
            contrast=settings.display.contrast,
            volume=settings.voice.volume,
            slow=settings.voice.slow,
            motion=settings.display.motion,
        ),
    )


def begin(visit: Visit, languages: int) -> Visit:
    """The visit after the first touch; one language alone needs no choice."""
    return replace(visit, page=Page.LANGUAGE if languages > 1 else Page.HOME)


def choose_language(visit: Visit, language: str, *, reads: bool = True) -> Visit:
    """The visit in another language; in the middle of a lesson the step stays.

    `reads`: whether there is enough of it to read; else it is heard, and Vietnamese is read.
    """
    page = Page.HOME if visit.page is Page.LANGUAGE else visit.page
    if reads:
        return replace(visit, language=language, voice_language="", page=page, trial_voice="")
    return replace(visit, language=SOURCE, voice_language=language, page=page, trial_voice="")


def choose_voice(visit: Visit, language: str) -> Visit:
    """The visit with its voice in a language; what is read stays."""
    voice = "" if language == visit.language else language
    return replace(visit, voice_language=voice, trial_voice="")


def without_lost_languages(visit: Visit, known: Collection[str]) -> Visit:
    """The visit in Vietnamese, where its language is not there any more."""
    language = visit.language if visit.language in known else SOURCE
    voice = visit.voice_language if visit.voice_language in known else ""
    return replace(visit, language=language, voice_language="" if voice == language else voice)


def asks_for_phone(visit: Visit, lesson: Lesson) -> bool:
    """Whether it has to be known which phone she holds before the lesson begins."""
    return bool(lesson.phones) and visit.phone is None


def ask_for_phone(visit: Visit, lesson: Lesson, came_back: CameBack | None = None) -> Visit:
    """The visit at the question which phone she holds; the lesson waits."""
    return replace(_uncovered(visit), page=Page.PHONE, wanted=lesson, came_back=came_back)


def choose_phone(visit: Visit, make: str) -> Visit:
    """The visit in which it is known which phone she holds."""
    return replace(visit, phone=make)


def open_lesson(visit: Visit, lesson: Lesson, came_back: CameBack | None = None) -> Visit:
    """The visit at the beginning of a lesson, as it is on her phone.

    `came_back`: opened by a come-back number; she does it alone at once.
    """
    own = lesson.for_phone(visit.phone)
    alone = came_back is not None and Way.ALONE in own.ways
    run = lesson_run.begin(own, Way.ALONE if alone else own.ways[0])
    return replace(
        _uncovered(visit),
        page=Page.LESSON,
        run=run,
        wanted=None,
        finished=visit.finished - {lesson.id},
        left=None if visit.left and visit.left.lesson.id == lesson.id else visit.left,
        set_aside=_to_set_aside(visit, lesson),
        came_back=came_back if alone else None,
        before_trial=None,
        trial_voice="",
    )


def try_lesson(visit: Visit, lesson: Lesson, voice: str = "") -> Visit:
    """The visit in a lesson that staff try; wherever it ends, the staff's area follows.

    `voice`: the language of recordings that came with the lesson; they are heard first.
    """
    alone = replace(visit, run=None, set_aside=None)
    return replace(open_lesson(alone, lesson), before_trial=visit, trial_voice=voice)


def _after_trial(visit: Visit, before: Visit) -> Visit:
    """The visit back where staff began to try, as they like to see and hear it now."""
    return replace(
        before,
        language=visit.language,
        voice_language=visit.voice_language,
        preferences=visit.preferences,
    )


def _uncovered(visit: Visit) -> Visit:
    """The visit with nothing upon its page."""
    return replace(
        visit,
        calling_staff=False,
        adjusting=False,
        choosing_way=False,
        leaving=False,
        trouble=None,
        pad=None,
        offered=None,
        in_overlay=False,
    )


def _to_set_aside(visit: Visit, lesson: Lesson) -> LessonRun | None:
    """The run that can be gone back to when a lesson is opened upon it."""
    run = visit.run if visit.run and visit.run.has_begun and not visit.run.over else None
    kept = run or visit.set_aside
    return None if kept is None or kept.lesson.id == lesson.id else kept


def with_revision(visit: Visit, lesson: Lesson) -> Visit:
    """The visit in a newer revision of its lesson, where it was; another lesson begins."""
    run = visit.run
    if run is None or run.lesson.id != lesson.id:
        return open_lesson(visit, lesson)
    return replace(visit, run=in_revision(run, lesson.for_phone(visit.phone)))


def at_step(visit: Visit, lesson: Lesson, way: Way, at: int) -> Visit:
    """The visit in a lesson, in a way, at a step or the first after it that belongs to the way."""
    way = way if way in lesson.ways else lesson.ways[0]
    run = lesson_run.begin_at(lesson, way, at)
    return replace(visit, run=run, page=Page.LESSON, choosing_way=False)


def with_run(visit: Visit, run: LessonRun) -> Visit:
    """The visit after something happened in its lesson; one way leads into the next."""
    if visit.came_back and run.help is not Help.NONE:
        visit = replace(visit, came_back=come_back.aided(visit.came_back))
    if not run.over:
        return replace(visit, run=run)
    if run.next_way is None or visit.came_back:
        done = {run.lesson.id}
        finished, learned = visit.finished | done, visit.learned | done
        return replace(visit, run=run, page=Page.DONE, finished=finished, learned=learned)
    praise = prompts.ALONE_DONE if run.way is Way.ALONE else SILENCE
    return replace(visit, run=lesson_run.begin(run.lesson, run.next_way, praise))


def choose_way(visit: Visit, way: Way) -> Visit:
    """The visit at the beginning of a way through the same lesson."""
    if visit.run is None:
        return visit
    run = lesson_run.begin(visit.run.lesson, way)
    return replace(visit, run=run, page=Page.LESSON, choosing_way=False, came_back=None)


def call_staff(visit: Visit) -> Visit:
    return replace(visit, calling_staff=True, came_back=come_back.aided(visit.came_back))


def go_home(visit: Visit) -> Visit:
    """The visit at the page of lessons; after a trial, in the staff's area."""
    if visit.before_trial:
        return _after_trial(visit, visit.before_trial)
    left = _left_at_home(visit)
    return replace(
        _uncovered(visit),
        page=Page.HOME,
        series="",
        run=None,
        wanted=None,
        came_back=None,
        set_aside=None,
        left=left,
    )


def open_series(visit: Visit, series: str) -> Visit:
    return replace(visit, series=series)


def _left_at_home(visit: Visit) -> LessonRun | None:
    """The run that can be gone on with from the page of lessons."""
    mine = visit.set_aside or visit.run
    return mine if mine and mine.has_begun and not mine.over else visit.left


def resume_left(visit: Visit) -> Visit:
    """The visit back in the lesson that was left: same way, same step."""
    if visit.left is None:
        return visit
    return replace(_uncovered(visit), page=Page.LESSON, run=visit.left, left=None)


def ask_to_leave(visit: Visit) -> Visit:
    """The visit when she is asked whether she wants to end it."""
    return replace(visit, leaving=True)


def stay(visit: Visit) -> Visit:
    """The visit after she said that she stays."""
    return replace(visit, leaving=False)


def has_something_to_lose(visit: Visit) -> bool:
    """Whether ending the visit takes anything from her that she has done."""
    return bool(visit.learned or visit.left or visit.run) or visit.page is Page.HOME


def go_back(visit: Visit) -> Visit:
    """The visit one page or one step earlier; from the first step, at the page of lessons."""
    match visit.page:
        case Page.LESSON | Page.DONE:
            return _back_in_lesson(visit)
        case Page.HOME if visit.series:
            return replace(visit, series="")
        case Page.HOME if visit.home_page > 0:
            return replace(visit, home_page=visit.home_page - 1)
        case Page.PIN | Page.STAFF:
            return replace(visit, page=visit.before_pin)
        case _:
            return replace(visit, page=_PAGE_BEFORE[visit.page])


_PAGE_BEFORE = {
    Page.PHONE: Page.HOME,
    Page.HOME: Page.LANGUAGE,
    Page.LANGUAGE: Page.ATTRACT,
    Page.ATTRACT: Page.ATTRACT,
}


def _back_in_lesson(visit: Visit) -> Visit:
    run = visit.run
    if run and run.trail:
        return replace(visit, run=lesson_run.back(run), page=Page.LESSON)
    if run and run.way_before:
        return choose_way(visit, run.way_before)
    if visit.set_aside:
        return replace(visit, run=visit.set_aside, set_aside=None, page=Page.LESSON)
    return go_home(visit)


def tiles_of_page(page: int, lessons: int) -> range:
    """The places of the lessons on a page, from 0; no tile stands alone on the last of several."""
    pages = pages_for(lessons)
    lonely = pages > 1 and lessons % TILES_A_PAGE == 1
    starts = [number * TILES_A_PAGE for number in range(pages)]
    if lonely:
        starts[-1] -= 1
    return range(starts[page], [*starts, lessons][page + 1]) if page < pages else range(0)


def turn_home_page(visit: Visit, lessons: int) -> Visit:
    """The visit at the following page of lessons, round and round; a series has only one."""
    if visit.series:
        return visit
    return replace(visit, home_page=(visit.home_page + 1) % pages_for(lessons))


def pages_for(lessons: int) -> int:
    """How many pages of tiles the lessons need."""
    return max(1, -(-lessons // TILES_A_PAGE))


def ask_pin(visit: Visit) -> Visit:
    """The visit before the staff login."""
    return replace(_uncovered(visit), page=Page.PIN, before_pin=visit.page)


def let_staff_in(visit: Visit) -> Visit:
    """The visit behind the staff login."""
    return replace(visit, page=Page.STAFF)


def leave_staff_area(visit: Visit) -> Visit | None:
    """The visit back in the lesson from which staff came in; None when it was from elsewhere."""
    visit = visit.before_trial or visit
    return go_back(visit) if visit.before_pin in (Page.LESSON, Page.DONE) else None


def with_settings(visit: Visit, before: Settings, after: Settings) -> Visit:
    """The visit when the centre sets things anew: what was changed is seen and heard at once."""
    old, new = new_visit(before).preferences, new_visit(after).preferences
    changed = {name: value for name, value in asdict(new).items() if value != getattr(old, name)}
    hidden, first = after.languages.hidden, new_visit(after).language
    language = first if visit.language in hidden else visit.language
    voice = "" if visit.voice_language in hidden else visit.voice_language
    return replace(
        visit,
        language=language,
        voice_language=voice,
        preferences=replace(visit.preferences, **changed),
    )


def with_preferences(visit: Visit, preferences: DisplayPreferences) -> Visit:
    """The visit as the person likes to see and hear; a volume beyond the scale is its end."""
    volume = min(max(preferences.volume, 1), VOLUMES)
    return replace(visit, preferences=replace(preferences, volume=volume))
