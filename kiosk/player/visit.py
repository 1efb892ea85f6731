"""One visit, from the first touch to the wipe: its page, language, lesson and preferences.

Nothing is kept after a visit: the next one begins with the centre's settings.
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
    from kiosk.player.come_back import ComeBack
    from kiosk.player.number_pad import NumberPad
    from kiosk.player.trouble_help import TroubleHelp

TILES_A_PAGE = 6
VOLUMES = 5


class Page(StrEnum):
    """The page that fills the screen."""

    ATTRACT = "attract"
    LANGUAGE = "language"
    HOME = "home"
    PHONE = "phone"
    """The question for the make of phone, asked once if a lesson differs by make."""
    LESSON = "lesson"
    DONE = "done"
    PIN = "pin"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class DisplayPreferences:
    """The display and voice preferences of the learner."""

    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.WARM
    volume: int = 4
    slow: bool = False
    motion: bool = True
    """True when animation is on."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A lesson that staff want to open, until the learner has answered."""

    lesson: Lesson
    since_s: float
    came_back: ComeBack | None = None
    """Set if the lesson was requested by a come-back number."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The complete state of a visit."""

    page: Page = Page.ATTRACT
    language: str = "vi"
    """The language of the texts."""
    voice_language: str = ""
    """The language of the voice; empty when it is the same."""
    preferences: DisplayPreferences = field(default_factory=DisplayPreferences)
    home_page: int = 0
    series: str = ""
    """The series whose lessons the page of lessons shows; empty for all."""
    run: LessonRun | None = None
    finished: frozenset[str] = frozenset()
    """The lessons that were completed and not opened again since."""
    calling_staff: bool = False
    adjusting: bool = False
    """True when the sheet of display preferences is open."""
    choosing_way: bool = False
    pad: NumberPad | None = None
    """The number pad; None when it is closed."""
    pending_offer: Offer | None = None
    unfinished_run: LessonRun | None = None
    """The unfinished lesson that was left for the page of lessons; None for none."""
    learned: frozenset[str] = frozenset()
    """The lessons that were completed in this visit."""
    leaving: bool = False
    """True while the learner is asked whether to end the visit."""
    trouble: TroubleHelp | None = None
    """The help with the own phone; None when it is closed."""
    set_aside: LessonRun | None = None
    """The learner's own lesson, while another one that staff have opened is shown."""
    in_overlay: bool = False
    """True when the staff overlay of the lesson is open."""
    phone: str | None = None
    """The make of the learner's phone; None until it was asked."""
    pending_lesson: Lesson | None = None
    """The lesson that waits for the make of phone."""
    came_back: ComeBack | None = None
    """Set if the lesson was opened, or is to be opened, by a come-back number."""
    before_pin: Page = Page.ATTRACT
    before_trial: Visit | None = None
    """The state of the staff area during a trial of a lesson that was started there."""
    trial_voice: str = ""
    """The voice language of a trial, until another one is chosen."""

    @property
    def is_for_staff(self) -> bool:
        """True when the page is read by staff, not by the learner."""
        return self.page in (Page.PIN, Page.STAFF) or self.in_overlay

    @property
    def heard(self) -> str:
        return self.trial_voice or self.voice_language or self.language


def new_visit(settings: Settings, languages: Sequence[str] = ()) -> Visit:
    """Returns the initial visit; `languages` are those that can be chosen."""
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
    """Returns the visit after the first touch; a single language needs no language page."""
    return replace(visit, page=Page.LANGUAGE if languages > 1 else Page.HOME)


def choose_language(visit: Visit, language: str, *, reads: bool = True) -> Visit:
    """Returns the visit in another language; the step of a lesson stays.

    `reads`: whether enough is translated; otherwise only the voice changes and texts are
    Vietnamese.
    """
    page = Page.HOME if visit.page is Page.LANGUAGE else visit.page
    if reads:
        return replace(visit, language=language, voice_language="", page=page, trial_voice="")
    return replace(visit, language=SOURCE, voice_language=language, page=page, trial_voice="")


def choose_voice(visit: Visit, language: str) -> Visit:
    """Returns the visit with its voice in another language; the texts stay."""
    voice = "" if language == visit.language else language
    return replace(visit, voice_language=voice, trial_voice="")


def without_lost_languages(visit: Visit, known: Collection[str]) -> Visit:
    """Returns the visit in Vietnamese if its language was removed."""
    language = visit.language if visit.language in known else SOURCE
    voice = visit.voice_language if visit.voice_language in known else ""
    return replace(visit, language=language, voice_language="" if voice == language else voice)


def asks_for_phone(visit: Visit, lesson: Lesson) -> bool:
    """True when the make of phone must be asked before the lesson begins."""
    return bool(lesson.phones) and visit.phone is None


def ask_for_phone(visit: Visit, lesson: Lesson, came_back: ComeBack | None = None) -> Visit:
    """Returns the visit at the question for the make of phone; the lesson waits."""
    return replace(_uncovered(visit), page=Page.PHONE, pending_lesson=lesson, came_back=came_back)


def choose_phone(visit: Visit, make: str) -> Visit:
    """Returns the visit with the make of phone."""
    return replace(visit, phone=make)


def open_lesson(visit: Visit, lesson: Lesson, came_back: ComeBack | None = None) -> Visit:
    """Returns the visit at the beginning of a lesson, in the variant for the learner's phone.

    `came_back`: set for a come-back number; the lesson then begins in the way "alone".
    """
    own = lesson.for_phone(visit.phone)
    alone = came_back is not None and Way.ALONE in own.ways
    run = lesson_run.begin(own, Way.ALONE if alone else own.ways[0])
    return replace(
        _uncovered(visit),
        page=Page.LESSON,
        run=run,
        pending_lesson=None,
        finished=visit.finished - {lesson.id},
        unfinished_run=None
        if visit.unfinished_run and visit.unfinished_run.lesson.id == lesson.id
        else visit.unfinished_run,
        set_aside=_to_set_aside(visit, lesson),
        came_back=came_back if alone else None,
        before_trial=None,
        trial_voice="",
    )


def try_lesson(visit: Visit, lesson: Lesson, voice: str = "") -> Visit:
    """Returns the visit in a trial of a lesson by staff; after it the staff area is restored.

    `voice`: the language of recordings that came with the lesson, to be heard first.
    """
    alone = replace(visit, run=None, set_aside=None)
    return replace(open_lesson(alone, lesson), before_trial=visit, trial_voice=voice)


def _after_trial(visit: Visit, before: Visit) -> Visit:
    """Returns the visit before the trial, with the current language and preferences."""
    return replace(
        before,
        language=visit.language,
        voice_language=visit.voice_language,
        preferences=visit.preferences,
    )


def _uncovered(visit: Visit) -> Visit:
    """Returns the visit without sheets or questions over its page."""
    return replace(
        visit,
        calling_staff=False,
        adjusting=False,
        choosing_way=False,
        leaving=False,
        trouble=None,
        pad=None,
        pending_offer=None,
        in_overlay=False,
    )


def _to_set_aside(visit: Visit, lesson: Lesson) -> LessonRun | None:
    """Returns the run to set aside when another lesson is opened; None for none."""
    run = visit.run if visit.run and visit.run.has_begun and not visit.run.over else None
    kept = run or visit.set_aside
    return None if kept is None or kept.lesson.id == lesson.id else kept


def with_revision(visit: Visit, lesson: Lesson) -> Visit:
    """Returns the visit at the same step of the revised lesson; opens another lesson."""
    run = visit.run
    if run is None or run.lesson.id != lesson.id:
        return open_lesson(visit, lesson)
    return replace(visit, run=in_revision(run, lesson.for_phone(visit.phone)))


def at_step(visit: Visit, lesson: Lesson, way: Way, at: int) -> Visit:
    """Returns the visit in a lesson and way, at a step or the next one that belongs to the way."""
    way = way if way in lesson.ways else lesson.ways[0]
    run = lesson_run.begin_at(lesson, way, at)
    return replace(visit, run=run, page=Page.LESSON, choosing_way=False)


def with_run(visit: Visit, run: LessonRun) -> Visit:
    """Returns the visit with its updated run; after the last step the next way begins."""
    if visit.came_back and run.help is not Help.NONE:
        visit = replace(visit, came_back=come_back.aided(visit.came_back))
    if not run.over:
        return replace(visit, run=run)
    if run.next_way is None or visit.came_back:
        done = {run.lesson.id}
        finished, learned = visit.finished | done, visit.learned | done
        return replace(visit, run=run, page=Page.DONE, finished=finished, learned=learned)
    is_praised = run.way is Way.ALONE and run.lesson.head.closing is None
    praise = prompts.ALONE_DONE if is_praised else SILENCE
    return replace(visit, run=lesson_run.begin(run.lesson, run.next_way, praise))


def choose_way(visit: Visit, way: Way) -> Visit:
    """Returns the visit at the beginning of a way of the same lesson."""
    if visit.run is None:
        return visit
    run = lesson_run.begin(visit.run.lesson, way)
    return replace(visit, run=run, page=Page.LESSON, choosing_way=False, came_back=None)


def call_staff(visit: Visit) -> Visit:
    return replace(visit, calling_staff=True, came_back=come_back.aided(visit.came_back))


def go_home(visit: Visit) -> Visit:
    """Returns the visit on the page of lessons; after a trial, in the staff area."""
    if visit.before_trial:
        return _after_trial(visit, visit.before_trial)
    left = _unfinished_run(visit)
    return replace(
        _uncovered(visit),
        page=Page.HOME,
        series="",
        run=None,
        pending_lesson=None,
        came_back=None,
        set_aside=None,
        unfinished_run=left,
    )


def open_series(visit: Visit, series: str) -> Visit:
    return replace(visit, series=series)


def _unfinished_run(visit: Visit) -> LessonRun | None:
    """Returns the run that can be resumed from the page of lessons; None for none."""
    mine = visit.set_aside or visit.run
    return mine if mine and mine.has_begun and not mine.over else visit.unfinished_run


def resume_left(visit: Visit) -> Visit:
    """Returns the visit in the lesson that was left, at the same step."""
    if visit.unfinished_run is None:
        return visit
    return replace(
        _uncovered(visit), page=Page.LESSON, run=visit.unfinished_run, unfinished_run=None
    )


def ask_to_leave(visit: Visit) -> Visit:
    """Returns the visit with the question whether to end it."""
    return replace(visit, leaving=True)


def stay(visit: Visit) -> Visit:
    """Returns the visit after the learner has chosen to stay."""
    return replace(visit, leaving=False)


def has_something_to_lose(visit: Visit) -> bool:
    """True when the end of the visit would discard progress of the learner."""
    return bool(visit.learned or visit.unfinished_run or visit.run) or visit.page is Page.HOME


def go_back(visit: Visit) -> Visit:
    """Returns the visit one page or step earlier; from the first step, on the page of lessons."""
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
    if run and run.history:
        return replace(visit, run=lesson_run.back(run), page=Page.LESSON)
    if run and run.way_before:
        return choose_way(visit, run.way_before)
    if visit.set_aside:
        return replace(visit, run=visit.set_aside, set_aside=None, page=Page.LESSON)
    return go_home(visit)


def tiles_of_page(page: int, lessons: int) -> range:
    """Returns the indexes of the tiles on a page; the last page never has a single tile."""
    pages = pages_for(lessons)
    lonely = pages > 1 and lessons % TILES_A_PAGE == 1
    starts = [number * TILES_A_PAGE for number in range(pages)]
    if lonely:
        starts[-1] -= 1
    return range(starts[page], [*starts, lessons][page + 1]) if page < pages else range(0)


def turn_home_page(visit: Visit, lessons: int) -> Visit:
    """Returns the visit on the next page of lessons, cyclically; a series has one page only."""
    if visit.series:
        return visit
    return replace(visit, home_page=(visit.home_page + 1) % pages_for(lessons))


def pages_for(lessons: int) -> int:
    """Returns the number of pages of tiles."""
    return max(1, -(-lessons // TILES_A_PAGE))


def ask_pin(visit: Visit) -> Visit:
    """Returns the visit at the staff login."""
    return replace(_uncovered(visit), page=Page.PIN, before_pin=visit.page)


def open_staff_area(visit: Visit) -> Visit:
    """Returns the visit in the staff area."""
    return replace(visit, page=Page.STAFF)


def leave_staff_area(visit: Visit) -> Visit | None:
    """Returns the visit in the lesson from which staff logged in; None when it was another page."""
    visit = visit.before_trial or visit
    return go_back(visit) if visit.before_pin in (Page.LESSON, Page.DONE) else None


def with_settings(visit: Visit, before: Settings, after: Settings) -> Visit:
    """Returns the visit after a change of settings; changed preferences apply at once."""
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
    """Returns the visit with these preferences; the volume is limited to its range."""
    volume = min(max(preferences.volume, 1), VOLUMES)
    return replace(visit, preferences=replace(preferences, volume=volume))
