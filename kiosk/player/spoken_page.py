"""The spoken text of each page: its lines and all options on it.

The line of an option has the option's target, so that the option is highlighted while it is spoken.
Content that is not part of the visit is passed as `PageContent`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain import control_words, prompts
from kiosk.domain.control_words import CONTROL_WORDS
from kiosk.domain.line import Line
from kiosk.domain.phone_make import OTHER_MAKES, UNKNOWN, Make
from kiosk.domain.placement import NEXT
from kiosk.domain.way import Way
from kiosk.player.lesson_run import OPENING, LessonRun
from kiosk.player.sender import arrival_lines, introduction_lines, shade_lines
from kiosk.player.speech import lines_of
from kiosk.player.trouble_help import is_last, may_have_trouble, shown_trouble, troubles_of
from kiosk.player.visit import DisplayPreferences, Page, Visit

HELP = ("hear", "call")
"""The targets that are on every sheet."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """The content of pages that is not part of the visit."""

    tiles: tuple[tuple[str, str], ...] = ()
    """The names and titles of the tiles on the current page of lessons."""
    home_pages: int = 1
    voices: tuple[tuple[str, str], ...] = ()
    """The codes and own names of the voice languages, if there is a choice."""
    prints: bool = False
    """True when the take-home sheet can be printed."""
    shows_code: bool = False
    """True when the last page shows a QR code that opens the lesson on the own phone."""


def said_at_first(visit: Visit, offered: PageContent) -> tuple[Line, ...]:
    """Returns what is spoken when a page appears: its lines, then each option."""
    return (*_with_sender(visit, lines_of(visit)), *options_of(visit, offered))


def said_again(visit: Visit, offered: PageContent) -> tuple[Line, ...]:
    """Returns what *Hear again* speaks: also the step's line and the buttons of the bar."""
    lines = list(lines_of(visit))
    run = visit.run
    if visit.page is Page.LESSON and run and not _is_covered(visit) and run.line not in lines:
        lines.append(run.line)
    bar = () if _is_covered(visit) else _bar(visit)
    return (*_with_sender(visit, lines), *options_of(visit, offered), *bar)


def _with_sender(visit: Visit, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Returns the lines with the caller or sender beside the step's own line."""
    run = visit.run
    if run is None or run.line not in lines:
        return tuple(lines)
    at = lines.index(run.line)
    return (*lines[:at], *introduction_lines(run), run.line, *arrival_lines(run), *lines[at + 1 :])


def said_between(before: Visit, after: Visit, offered: PageContent) -> tuple[Line, ...]:
    """Returns what is spoken after a change of the visit."""
    if after.adjusting and before.adjusting:
        return _chosen_preferences(before, after, offered)
    if before.pad and after.pad and after.pad.digits != before.pad.digits:
        return _typed_on_pad(after)
    if _is_same_place(before, after) and after.run:
        return _said_at_step(before, after, after.run)
    return said_at_first(after, offered)


def _said_at_step(before: Visit, after: Visit, run: LessonRun) -> tuple[Line, ...]:
    """Returns a touched option, the messages of the opened shade, or the feedback to a touch."""
    if before.run and before.run.shade_open != run.shade_open:
        return shade_lines(run)
    option = run.step.spoken_option(run.said_option) if run.step else None
    if option and before.run and (run.feedback == before.run.feedback or run.pending_option):
        how = run.feedback if run.pending_option and run.feedback != before.run.feedback else None
        return (option, how) if how else (option,)
    return lines_of(after)


def _is_same_place(before: Visit, after: Visit) -> bool:
    old, new = before.run, after.run
    same = old and new and (old.lesson.id, old.way, old.at) == (new.lesson.id, new.way, new.at)
    here = before.page is after.page is Page.LESSON and before.heard == after.heard
    return bool(same and here and not _is_covered(before) and not _is_covered(after))


def _is_covered(visit: Visit) -> bool:
    asks = visit.calling_staff or visit.leaving or visit.adjusting or visit.choosing_way
    return bool(asks or visit.pad or visit.pending_offer or visit.in_overlay or visit.trouble)


def options_of(visit: Visit, offered: PageContent) -> tuple[Line, ...]:
    """Returns all options of the page or of the sheet that covers it, in order."""
    return tuple(_options_upon(visit, offered) or _options_of_page(visit, offered))


def _options_upon(visit: Visit, offered: PageContent) -> list[Line]:
    if visit.calling_staff:
        return _named("staff-came", "staff-login")
    if visit.pending_offer:
        return _named("offer-no", "offer-yes", *HELP)
    if visit.leaving:
        return _named("leave-no", "leave-yes", *HELP)
    if visit.pad:
        return _named("number:erase", "number:open", "number-close", *HELP)
    return _options_of_sheet(visit, offered)


def _options_of_sheet(visit: Visit, offered: PageContent) -> list[Line]:
    if visit.trouble and visit.run:
        return [*_trouble_options(visit, visit.run), *_named(*HELP)]
    if visit.choosing_way and visit.run:
        ways = [f"way:{way}" for way in visit.run.lesson.ways]
        return _named(*ways, "ways-close", *HELP)
    return [*_preferences_options(offered), *_named("adjusted", *HELP)] if visit.adjusting else []


def _trouble_options(visit: Visit, run: LessonRun) -> Iterator[Line]:
    help_ = visit.trouble
    if help_ and shown_trouble(run, help_):
        yield from _named("trouble-done")
        if not is_last(run, help_):
            yield from _named("trouble-tried")
        return
    for name, trouble in troubles_of(run).items():
        yield Line(trouble.title, target=f"trouble:{name}")
    yield from _named("trouble-close")


def _preferences_options(offered: PageContent) -> Iterator[Line]:
    yield control_words.TEXT_SIZE
    yield from _named("text-normal", "text-large", "text-largest")
    yield control_words.COLOURS
    yield from _named("contrast-warm", "contrast-high")
    if len(offered.voices) > 1:
        yield control_words.VOICE_LANGUAGE
        for code, name in offered.voices:
            yield Line(name, target=f"voice-in:{code}", language=code)
    yield control_words.SPEED
    yield from _named("voice-normal", "voice-slow")
    yield control_words.MOTION
    yield from _named("motion-on", "motion-off")
    yield control_words.VOLUME
    yield from _named("quieter", "louder")


def _options_of_page(visit: Visit, offered: PageContent) -> list[Line]:
    run = visit.run
    match visit.page:
        case Page.HOME:
            return list(_home_options(visit, offered))
        case Page.PHONE:
            return _named(*(f"make:{make}" for make in (*OTHER_MAKES, Make.ANDROID, UNKNOWN)))
        case Page.LESSON if run:
            return list(_lesson_options(run))
        case Page.DONE:
            return list(_options_at_end(visit, offered))
        case _:
            return []


def _home_options(visit: Visit, offered: PageContent) -> Iterator[Line]:
    if visit.unfinished_run:
        yield CONTROL_WORDS["resume"]
        yield Line(visit.unfinished_run.lesson.head.title, target="resume")
    for name, title in offered.tiles:
        yield Line(title, target=f"lesson:{name}")
    if offered.home_pages > 1:
        yield control_words.NEXT_PAGE
    yield CONTROL_WORDS["by-number"]


def _options_at_end(visit: Visit, offered: PageContent) -> Iterator[Line]:
    if offered.shows_code:
        yield prompts.SCAN_AT_HOME
    if offered.prints:
        yield from _named("print")
    yield control_words.LESSON_BEFORE if visit.set_aside else control_words.ANOTHER_LESSON


def _lesson_options(run: LessonRun) -> Iterator[Line]:
    if run.at == OPENING:
        yield CONTROL_WORDS[NEXT]
        return
    yield from run.spoken_options


def _bar(visit: Visit) -> tuple[Line, ...]:
    """Returns the buttons around the page, which are the same on every page."""
    run = visit.run
    beside = ["language", "adjust"]
    if visit.page is Page.LESSON and run:
        beside += ["ways"] + (["hint"] if run.may_ask_help else [])
        beside += ["trouble"] if may_have_trouble(run) else []
    bar = ["home", "back", "hear", "call"]
    next_step = [next_words(run)] if visit.page is Page.LESSON and run else []
    return (*_named(*beside, *bar), *next_step)


def next_words(run: LessonRun) -> Line:
    """Returns the label of the Next button in a lesson."""
    return control_words.DONE_ON_MY_PHONE if is_done_on_own_phone(run) else CONTROL_WORDS[NEXT]


def is_done_on_own_phone(run: LessonRun) -> bool:
    """True when the step is to be done on the own phone, rather than only heard."""
    return run.way is Way.OWN_PHONE and run.step is not None and run.step.is_done_on_own_phone


def _named(*names: str) -> list[Line]:
    return [CONTROL_WORDS[name] for name in names]


def _typed_on_pad(visit: Visit) -> tuple[Line, ...]:
    digits = visit.pad.digits if visit.pad else ""
    return (Line(digits[-1], target=f"number:{digits[-1]}"),) if digits else ()


def _chosen_preferences(before: Visit, after: Visit, offered: PageContent) -> tuple[Line, ...]:
    """Returns the option just chosen on the sheet of display preferences."""
    if before.heard != after.heard:
        names = dict(offered.voices)
        return (Line(names[after.heard], language=after.heard),) if after.heard in names else ()
    old, new = _names_of(before.preferences), _names_of(after.preferences)
    chosen = [name for one, name in zip(old, new, strict=True) if one != name]
    if before.preferences.volume != after.preferences.volume:
        chosen.append(
            "louder" if after.preferences.volume > before.preferences.volume else "quieter"
        )
    return tuple(_named(*chosen[:1]))


def _names_of(preferences: DisplayPreferences) -> tuple[str, ...]:
    speed = "voice-slow" if preferences.slow else "voice-normal"
    motion = "motion-on" if preferences.motion else "motion-off"
    size, colours = preferences.text_size.value, preferences.contrast.value
    return (f"text-{size}", f"contrast-{colours}", speed, motion)
