"""One person's visit, from the first touch to the wipe: which page, which language, which lesson.

Nothing outlives a visit: the next one begins from the centre's settings.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import SILENCE
from kiosk.domain.settings import Contrast, Settings, TextSize
from kiosk.domain.way import Way
from kiosk.i18n.languages import SOURCE
from kiosk.player import lesson_run
from kiosk.player.edition import in_edition
from kiosk.player.lesson_run import LessonRun
from kiosk.player.number_pad import NumberPad

TILES_A_PAGE = 6
VOLUMES = 5


class Page(StrEnum):
    """What fills the screen."""

    ATTRACT = "attract"
    LANGUAGE = "language"
    HOME = "home"
    LESSON = "lesson"
    DONE = "done"
    PIN = "pin"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Comfort:
    """How the person likes to see and hear."""

    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.WARM
    volume: int = 4
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A lesson that staff want to open, until the person has said yes or no."""

    lesson: Lesson
    since_s: float


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything that is true of this visit."""

    page: Page = Page.ATTRACT
    language: str = "vi"
    """The language that is read."""
    voice_language: str = ""
    """The language that is heard, where it is another one."""
    comfort: Comfort = field(default_factory=Comfort)
    home_page: int = 0
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
    set_aside: LessonRun | None = None
    """The person's own lesson, while another stands in its place that staff opened."""
    in_corner: bool = False
    """Whether the staff's corner of the lesson is open."""
    before_pin: Page = Page.ATTRACT
    before_trial: "Visit | None" = None
    """The staff's area, while a lesson is played from there on trial."""

    @property
    def heard(self) -> str:
        """The language that is heard."""
        return self.voice_language or self.language


def new_visit(settings: Settings, languages: Sequence[str] = ()) -> Visit:
    """A visit before anybody has touched anything; `languages`: those that can be chosen."""
    ours = settings.languages
    wanted = ours.in_order(languages) or ours.in_order(ours.offered) or ours.offered
    return Visit(
        language=wanted[0],
        comfort=Comfort(
            text_size=settings.display.text_size,
            contrast=settings.display.contrast,
            volume=settings.voice.volume,
            slow=settings.voice.slow,
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
        return replace(visit, language=language, voice_language="", page=page)
    return replace(visit, language=SOURCE, voice_language=language, page=page)


def choose_voice(visit: Visit, language: str) -> Visit:
    """The visit with its voice in a language; what is read stays."""
    return replace(visit, voice_language="" if language == visit.language else language)


def without_lost_languages(visit: Visit, known: Collection[str]) -> Visit:
    """The visit in Vietnamese, where its language is not there any more."""
    language = visit.language if visit.language in known else SOURCE
    voice = visit.voice_language if visit.voice_language in known else ""
    return replace(visit, language=language, voice_language="" if voice == language else voice)


def open_lesson(visit: Visit, lesson: Lesson) -> Visit:
    """The visit at the beginning of a lesson."""
    run = lesson_run.begin(lesson, lesson.ways[0])
    return replace(
        _uncovered(visit),
        page=Page.LESSON,
        run=run,
        finished=visit.finished - {lesson.id},
        set_aside=_to_set_aside(visit, lesson),
        before_trial=None,
    )


def try_lesson(visit: Visit, lesson: Lesson) -> Visit:
    """The visit in a lesson that staff try; wherever it ends, the staff's area follows."""
    alone = replace(visit, run=None, set_aside=None)
    return replace(open_lesson(alone, lesson), before_trial=visit)


def _after_trial(visit: Visit, before: Visit) -> Visit:
    """The visit back where staff began to try, as they like to see and hear it now."""
    return replace(
        before,
        language=visit.language,
        voice_language=visit.voice_language,
        comfort=visit.comfort,
    )


def _uncovered(visit: Visit) -> Visit:
    """The visit with nothing upon its page."""
    return replace(
        visit,
        calling_staff=False,
        adjusting=False,
        choosing_way=False,
        pad=None,
        offered=None,
        in_corner=False,
    )


def _to_set_aside(visit: Visit, lesson: Lesson) -> LessonRun | None:
    """The run that can be gone back to when a lesson is opened upon it."""
    run = visit.run if visit.run and visit.run.has_begun and not visit.run.over else None
    kept = run or visit.set_aside
    return None if kept is None or kept.lesson.id == lesson.id else kept


def with_edition(visit: Visit, lesson: Lesson) -> Visit:
    """The visit in a newer edition of its lesson, where it was; at the beginning of another one."""
    run = visit.run
    if run is None or run.lesson.id != lesson.id:
        return open_lesson(visit, lesson)
    return replace(visit, run=in_edition(run, lesson))


def with_run(visit: Visit, run: LessonRun) -> Visit:
    """The visit after something happened in its lesson; one way leads into the next."""
    if not run.over:
        return replace(visit, run=run)
    if run.next_way is None:
        finished = visit.finished | {run.lesson.id}
        return replace(visit, run=run, page=Page.DONE, finished=finished)
    praise = prompts.ALONE_DONE if run.way is Way.ALONE else SILENCE
    return replace(visit, run=lesson_run.begin(run.lesson, run.next_way, praise))


def choose_way(visit: Visit, way: Way) -> Visit:
    """The visit at the beginning of a way through the same lesson."""
    if visit.run is None:
        return visit
    run = lesson_run.begin(visit.run.lesson, way)
    return replace(visit, run=run, page=Page.LESSON, choosing_way=False)


def go_home(visit: Visit) -> Visit:
    """The visit at the page of lessons; after a trial, in the staff's area."""
    if visit.before_trial:
        return _after_trial(visit, visit.before_trial)
    return replace(_uncovered(visit), page=Page.HOME, run=None, set_aside=None)


def go_back(visit: Visit) -> Visit:
    """The visit one page or one step earlier; from the first step, at the page of lessons."""
    match visit.page:
        case Page.LESSON | Page.DONE:
            return _back_in_lesson(visit)
        case Page.HOME if visit.home_page > 0:
            return replace(visit, home_page=visit.home_page - 1)
        case Page.PIN | Page.STAFF:
            return replace(visit, page=visit.before_pin)
        case _:
            return replace(visit, page=_PAGE_BEFORE[visit.page])


_PAGE_BEFORE = {
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


def turn_home_page(visit: Visit, lessons: int) -> Visit:
    """The visit at the following page of lessons, round and round."""
    return replace(visit, home_page=(visit.home_page + 1) % pages_for(lessons))


def pages_for(lessons: int) -> int:
    """How many pages of tiles the lessons need."""
    return max(1, -(-lessons // TILES_A_PAGE))


def ask_pin(visit: Visit) -> Visit:
    """The visit before the staff's door."""
    return replace(visit, page=Page.PIN, before_pin=visit.page, calling_staff=False)


def let_staff_in(visit: Visit) -> Visit:
    """The visit behind the staff's door."""
    return replace(visit, page=Page.STAFF)


def leave_staff_area(visit: Visit) -> Visit | None:
    """The visit back in the lesson from which staff came in; None when it was from elsewhere."""
    visit = visit.before_trial or visit
    return go_back(visit) if visit.before_pin in (Page.LESSON, Page.DONE) else None


def with_settings(visit: Visit, before: Settings, after: Settings) -> Visit:
    """The visit when the centre sets things anew: what was changed is seen and heard at once."""
    old, new = new_visit(before).comfort, new_visit(after).comfort
    changed = {name: value for name, value in asdict(new).items() if value != getattr(old, name)}
    hidden, first = after.languages.hidden, new_visit(after).language
    language = first if visit.language in hidden else visit.language
    voice = "" if visit.voice_language in hidden else visit.voice_language
    return replace(
        visit,
        language=language,
        voice_language=voice,
        comfort=replace(visit.comfort, **changed),
    )


def with_comfort(visit: Visit, comfort: Comfort) -> Visit:
    """The visit as the person likes to see and hear; a volume beyond the scale is its end."""
    volume = min(max(comfort.volume, 1), VOLUMES)
    return replace(visit, comfort=replace(comfort, volume=volume))
