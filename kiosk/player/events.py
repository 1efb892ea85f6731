"""The countable events between two states of a visit."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.domain.way import Way
from kiosk.player.lesson_run import OPENING, Help, LessonRun
from kiosk.player.visit import Page, Visit
from kiosk.stats.event import Event, Kind
from kiosk.stats.identity import key_of, step_identity


def events_between(before: Visit, after: Visit) -> tuple[Event, ...]:
    """Returns all events; typed text is never included, and trials are not counted."""
    if before.before_trial or after.before_trial:
        return ()
    return (*_of_visit(before, after), *_of_lesson(before, after))


def _of_visit(before: Visit, after: Visit) -> Iterator[Event]:
    if before.page is Page.ATTRACT and after.page is not Page.ATTRACT:
        yield Event(Kind.BEGUN)
    chosen_first = before.page is Page.LANGUAGE and after.page is Page.HOME
    if chosen_first or (after.heard != before.heard and after.page is not Page.ATTRACT):
        yield Event(Kind.LANGUAGE, language=after.heard)
    if after.calling_staff and not before.calling_staff:
        yield _event(Kind.CALLED, after, after.run)
    if _met_trouble(before, after):
        yield _event(Kind.STUCK, after, after.run)


def _met_trouble(before: Visit, after: Visit) -> bool:
    """True when the learner has just reported a problem with the own phone."""
    return after.trouble is not None and before.trouble is None


def _of_lesson(before: Visit, after: Visit) -> Iterator[Event]:
    old, new = before.run or before.unfinished_run, after.run
    goes_on = _goes_on(before, after)
    if old and not goes_on and old.lesson.id not in before.finished:
        yield _event(Kind.LEFT, before, old)
    if new and not goes_on:
        yield Event(Kind.OPENED, lesson=new.lesson.id, language=after.heard)
        yield from _of_return(Kind.CAME_BACK, after, new)
        yield _of_way(Kind.WAY, after, new)
        if new.step:
            yield _event(Kind.SHOWN, after, new)
    if old and new and goes_on:
        yield from (
            _of_step(old, after, new)
            if _place(old) == _place(new)
            else _of_move(before, old, after, new)
        )


def _goes_on(before: Visit, after: Visit) -> bool:
    """True when the open lesson stays the same, and was not opened again.

    A lesson that was left for the page of lessons, where it can be resumed, is still open.
    """
    if before.finished - after.finished:
        return False
    if before.run is None:
        return (after.run or after.unfinished_run) is before.unfinished_run
    kept = after.run or after.unfinished_run
    return kept is not None and kept.lesson is before.run.lesson


def _place(run: LessonRun) -> tuple[object, ...]:
    return (run.way, run.at, len(run.history), run.over)


def _of_step(old: LessonRun, after: Visit, new: LessonRun) -> Iterator[Event]:
    """Yields the events while the same step is shown."""
    for words in _newly_chosen(old, new):
        yield replace(_event(Kind.CHOSE, after, new), choice=key_of(words))
    if new.misses > old.misses:
        yield _event(Kind.WRONG, after, new)
    if new.asked_help > old.asked_help:
        yield _event(Kind.HINT, after, new)
    if old.help < Help.FINGER <= new.help:
        yield _event(Kind.STUCK, after, new)


def _newly_chosen(old: LessonRun, new: LessonRun) -> Iterator[str]:
    """Yields the texts of the answers that the learner has just chosen."""
    if new.step is None or new.way is Way.WATCH:
        return
    answers = new.step.answers()
    for target in new.progress:
        if target in answers and target not in old.progress:
            yield answers[target]


def _of_move(before: Visit, old: LessonRun, after: Visit, new: LessonRun) -> Iterator[Event]:
    """Yields the events of a change of step or way, or of the end of the lesson."""
    if new.over or (new.way is old.next_way and not before.choosing_way):
        yield _of_way(Kind.WENT_THROUGH, after, old)
    if new.over and new.lesson.id in after.finished - before.finished:
        yield Event(Kind.FINISHED, lesson=new.lesson.id, language=after.heard)
        if after.came_back and not after.came_back.aided:
            yield from _of_return(Kind.UNAIDED, after, new)
    if new.way is not old.way:
        yield _of_way(Kind.WAY, after, new)
    if new.step:
        yield _event(Kind.SHOWN, after, new)


def _of_return(kind: Kind, visit: Visit, run: LessonRun) -> Iterator[Event]:
    """Yields an event for a return in a later week."""
    if visit.came_back and visit.came_back.after:
        after = visit.came_back.after.value
        yield Event(kind, lesson=run.lesson.id, choice=after, language=visit.heard)


def _of_way(kind: Kind, visit: Visit, run: LessonRun) -> Event:
    return Event(kind, lesson=run.lesson.id, way=run.way.value, language=visit.heard)


def _event(kind: Kind, visit: Visit, run: LessonRun | None) -> Event:
    """Returns an event at the current step of the run."""
    if run is None:
        return Event(kind, language=visit.heard)
    at_step = run.at != OPENING
    step = step_identity(run.lesson, run.at) if at_step else ""
    return replace(_of_way(kind, visit, run), step=step)
