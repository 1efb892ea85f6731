"""A run through one lesson: a frozen state and its transitions.

A run begins with an opening card that explains the way, continues with the steps of the way, and is
over after the last. It is independent of the kinds of step, which define their behaviour.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE, Line, Speaker
from kiosk.domain.phone_make import Make
from kiosk.domain.placement import NEXT
from kiosk.domain.way import Way
from kiosk.player.naming import named_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.domain.arrival import Arrival
    from kiosk.domain.lesson import Lesson
    from kiosk.domain.screen import Screen
    from kiosk.domain.step import Progress, Reply, Step

OPENING = -1
SHADE = "shade"
"""The target that opens and closes the notification shade."""
CONFIRM = "take"
"""The target of the large tick, which takes the option that was spoken last."""
KEYBOARD = "keyboard"
"""The common place of wrong touches on all keys."""
MISSES_BEFORE_FINGER = 2


class Help(IntEnum):
    """The amount of help shown for the expected target."""

    NONE = 0
    GLOW = 1
    FINGER = 2


HELP_AT_FIRST: Mapping[Way, Help] = {
    Way.WATCH: Help.FINGER,
    Way.TOGETHER: Help.GLOW,
    Way.ALONE: Help.NONE,
    Way.OWN_PHONE: Help.GLOW,
}


@dataclass(frozen=True, slots=True)
class LessonRun:
    lesson: Lesson
    way: Way
    at: int = OPENING
    """The index of the step in the lesson; OPENING before the first."""
    progress: Progress = ()
    misses: int = 0
    asked_help: Help = Help.NONE
    feedback: Line = SILENCE
    """The feedback to the last touch, shown beside the step's line."""
    praised: bool = False
    """True when the feedback is praise, not a hint or an explanation."""
    history: tuple[int, ...] = ()
    """The positions visited before, for going back."""
    over: bool = False
    shown_done: bool = False
    """True when the kiosk has demonstrated the step and the phone shows the result."""
    shade_open: bool = False
    """True when the notification shade is open."""
    said_option: str = ""
    """The option that was touched once and spoken; a second touch takes it."""
    missed_target: str = ""
    """The place of the last wrong touch; all keys of a keyboard are one place."""

    @property
    def step(self) -> Step | None:
        """The current step; None on the opening card and when the run is over."""
        return None if self.at == OPENING or self.over else self.lesson.steps[self.at]

    @property
    def screen(self) -> Screen | None:
        """The screen of the phone; None when the step has none."""
        own = self.lesson.screen_of(self.at) if self.step else None
        return (self._screen_after or own) if own and self.shown_done else own

    @property
    def step_ahead(self) -> Step | None:
        """The step that would be shown next; None where the run would be over."""
        following = None if self.over else _following(self)
        return None if following is None else self.lesson.steps[following]

    @property
    def opened_screen(self) -> Screen | None:
        """The screen that the step itself names as opened by the right touch; None without one."""
        named = self.step.screen_after if self.step else None
        return self.lesson.screens.get(named) if named else None

    @property
    def _screen_after(self) -> Screen | None:
        if self.opened_screen:
            return self.opened_screen
        following = _following(self)
        return None if following is None else self.lesson.screen_of(following)

    @property
    def arrival(self) -> Arrival | None:
        """The message that arrives with this step; None for none."""
        return self.step.arrives if self.step else None

    @property
    def banner(self) -> Arrival | None:
        """The message shown as a banner; None while the result of the step is shown."""
        return None if self.shown_done else self.arrival

    @property
    def phone_has_back(self) -> bool:
        """True when the phone has a back key; an iPhone has none."""
        return self.lesson.make is not Make.IPHONE

    @property
    def phone_home_is_target(self) -> bool:
        """True when the home key can be touched; an iPhone's bar only where a step needs it."""
        return self.phone_has_back or self.lesson.taps_home

    @property
    def messages(self) -> tuple[Arrival, ...]:
        """The messages that have arrived so far, newest first."""
        if self.step is None:
            return ()
        passed = [self.lesson.steps[at].arrives for at in (*self.history, self.at) if at != OPENING]
        return tuple(dict.fromkeys(each for each in reversed(passed) if each))

    @property
    def line(self) -> Line:
        """The text of the current step or card, without feedback."""
        step = self.step
        if step is None:
            return prompts.OPENINGS[self.way]
        if self.way is not Way.ALONE or self.asked_help:
            return step.line
        return step.alone_line or self._line_alone()

    def _line_alone(self) -> Line:
        return prompts.GO_ON_ALONE if self._exercises_before else self.goal

    @property
    def _exercises_before(self) -> bool:
        return any(self.lesson.steps[at].is_exercise for at in self.history if at != OPENING)

    @property
    def goal(self) -> Line:
        """What the learner will be able to do after the lesson."""
        return Line(self.lesson.head.goal)

    @property
    def newest_line(self) -> Line:
        """The feedback to the last touch, else the text of the step."""
        return self.feedback or self.line

    @property
    def expected(self) -> str:
        """The target that leads on."""
        step = self.step
        if step is None or self.way is Way.OWN_PHONE:
            return NEXT
        return step.expects(self.progress)

    @property
    def shown_target(self) -> str:
        """The target of the step, on the kiosk or on the own phone; NEXT for none."""
        done = self.step is None or self.shown_done
        return NEXT if done or self.step is None else self.step.expects(self.progress)

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The words on the phone to look at when nothing is to be touched, in order.

        The first element of a screen is excluded, as it is the title; so are steps that type a
        text, and the words of callers and senders.
        """
        step, screen = self.step, self.screen
        if step is None or screen is None or self.expected in screen.targets:
            return ()
        if shown := screen.words_of(self.shown_target):
            return shown[:1]
        if self.writes_into or step.line.speaker is Speaker.OTHER:
            return ()
        return named_in(
            step.line.text, (word for each in screen.elements[1:] for word in each.words)
        )

    @property
    def help(self) -> Help:
        """The help that is shown now."""
        step = self.step
        if step is None:
            return Help.NONE
        decides = step.learner_decides and self.way is Way.TOGETHER
        at_first = Help.NONE if decides else HELP_AT_FIRST[self.way]
        return max(at_first, self.asked_help, self._help_earned(decides=decides))

    def _help_earned(self, *, decides: bool) -> Help:
        if self.misses >= MISSES_BEFORE_FINGER:
            return Help.FINGER
        return Help.GLOW if self.misses and decides else Help.NONE

    @property
    def waits_for_help(self) -> bool:
        """True when a hint is due after a long time without a touch."""
        return self.may_take and self.help is Help.NONE

    @property
    def spoken_options(self) -> tuple[Line, ...]:
        """The spoken options of the step."""
        return self.step.spoken_options() if self.step else ()

    @property
    def pending_option(self) -> Line | None:
        """The option that was spoken last and can be taken; None for none."""
        step = self.step
        if step is None or not step.said_before_taken or not self.may_take:
            return None
        return step.spoken_option(self.said_option)

    @property
    def may_take(self) -> bool:
        """True when the step expects a touch by the learner."""
        return self.way in (Way.TOGETHER, Way.ALONE) and self.expected != NEXT

    @property
    def next_leads_on(self) -> bool:
        """True when Next is the expected target."""
        return self.way in (Way.WATCH, Way.OWN_PHONE) or self.expected == NEXT

    @property
    def may_ask_help(self) -> bool:
        """True when there is a hint that was not given yet."""
        return self.way is Way.ALONE and self.expected != NEXT and self.help < Help.FINGER

    @property
    def field_contents(self) -> Mapping[str, str]:
        """The contents of the fields on the screen.

        They are derived from this step, and from the steps just before it on the same screen as if
        these were completed: text typed by the learner is not stored.
        """
        step = self.step
        if step is None or step.screen is None:
            return {}
        texts: dict[str, str] = {}
        for before in self._just_before_on(step.screen):
            texts = {**before.field_contents(before.end()), **texts}
        return {**texts, **step.field_contents(self._shown_progress(step))}

    @property
    def shows_secrets(self) -> bool:
        """True when the content of a password field is readable."""
        return self.step is not None and self.step.shows_secrets(self.progress)

    @property
    def hung_up(self) -> bool:
        """True when the call on the phone has ended."""
        return self.step is not None and self.step.hung_up(self.progress)

    @property
    def writes_into(self) -> str:
        """The field into which the step types; empty for none."""
        step = self.step
        return next(iter(step.field_contents(step.begin())), "") if step else ""

    def _just_before_on(self, screen: str) -> Iterator[Step]:
        """Yields the preceding steps on the same screen, nearest first, up to another screen.

        Steps of other ways are included: a field shows the same content in every way.
        """
        for step in reversed(self.lesson.steps[: self.at]):
            if step.screen == screen:
                yield step
            elif step.screen and step.belongs_to(self.way):
                return

    def _shown_progress(self, step: Step) -> Progress:
        return step.end() if self.way is Way.OWN_PHONE else self.progress

    @property
    def next_way(self) -> Way | None:
        """The way offered after this one; None after the last."""
        later = [way for way in self.lesson.ways if _place(way) > _place(self.way)]
        return later[0] if later else None

    @property
    def way_before(self) -> Way | None:
        before = [way for way in self.lesson.ways if _place(way) < _place(self.way)]
        return before[-1] if before else None

    @property
    def positions(self) -> tuple[int, ...]:
        """The indexes of the steps of this way."""
        return self.lesson.positions(self.way)

    @property
    def has_begun(self) -> bool:
        """True when the learner has made progress that could be lost."""
        return self.at != OPENING or self.way is not self.lesson.ways[0]

    @property
    def number(self) -> int:
        """The number of the step in this way, from 1; 0 on the opening card."""
        if self.at == OPENING:
            return 0
        return bisect_right(self.positions, self.at)


def _place(way: Way) -> int:
    return list(Way).index(way)


def begin(lesson: Lesson, way: Way, praise: Line = SILENCE) -> LessonRun:
    """Returns a run on its opening card, optionally with praise for the way before."""
    return LessonRun(lesson=lesson, way=way, feedback=praise, praised=bool(praise))


def begin_at(lesson: Lesson, way: Way, at: int) -> LessonRun:
    """Returns a run at a step, or at the next one that belongs to the way."""
    positions = lesson.positions(way)
    following = lesson.first_position(way, at)
    here = positions[-1] if following is None else following
    history = (OPENING, *(each for each in positions if each < here))
    return LessonRun(lesson, way, at=here, progress=lesson.steps[here].begin(), history=history)


def touch(run: LessonRun, target: str) -> LessonRun:
    """Returns the run after a touch on a target of the phone or of the step's view."""
    step = run.step
    if target == NEXT:
        return next_step(run)
    if target == CONFIRM:
        return _taken(run)
    if step is None:
        return run
    if target == SHADE or run.shade_open:
        return replace(run, shade_open=not run.shade_open and bool(run.messages))
    if _only_said(run, step, target):
        how = prompts.TOUCH_AGAIN_TO_TAKE if run.may_take else run.feedback
        return replace(run, said_option=target, feedback=how)
    return _touched(run, step, target)


def _touched(run: LessonRun, step: Step, target: str) -> LessonRun:
    """Returns the run after a touch that does more than speak an option."""
    if run.way is Way.OWN_PHONE:
        line = prompts.USE_YOUR_OWN_PHONE
        return replace(run, feedback=line, praised=False, misses=run.misses + 1)
    expected = step.expects(run.progress)
    if expected == NEXT or (run.way is Way.WATCH and target != expected):
        line = _feedback_still_shown(run)
        praised = run.praised and line == run.feedback
        return replace(run, feedback=line, praised=praised, misses=run.misses + 1)
    return _answered(run, step.respond(run.progress, target), target)


def _taken(run: LessonRun) -> LessonRun:
    """Takes the option that was spoken last; does nothing when there is none."""
    step, waiting = run.step, run.pending_option
    if step is None or waiting is None:
        return run
    return _answered(run, step.respond(run.progress, waiting.target), waiting.target)


def _only_said(run: LessonRun, step: Step, target: str) -> bool:
    """True when this touch only speaks its option."""
    if step.spoken_option(target) is None:
        return False
    if run.way is Way.OWN_PHONE:
        return True
    expected = step.expects(run.progress)
    if expected == NEXT:
        return not step.ticks()
    if run.way is Way.WATCH and target != expected:
        return True
    if step.is_taken_at_once(target):
        return False
    return step.said_before_taken and target != run.said_option and target not in run.progress


def _feedback_still_shown(run: LessonRun) -> Line:
    """The feedback after a touch where none is expected: the current explanation stays."""
    settled = run.step is not None and run.progress != run.step.begin()
    return run.feedback if settled and run.feedback else prompts.JUST_LOOK


def _answered(run: LessonRun, reply: Reply, target: str) -> LessonRun:
    if reply.done:
        return next_step(replace(run, progress=reply.progress))
    step = run.step
    ticked = step is not None and not step.said_before_taken and step.spoken_option(target)
    said = target if ticked else ""
    answered = replace(run, progress=reply.progress, said_option=said)
    if reply.right:
        kept = SILENCE if reply.progress != run.progress or run.said_option else run.feedback
        praised = step is None or step.is_right(reply.progress)
        return replace(answered, feedback=reply.say or kept, praised=praised)
    spot = _spot_of(run, target)
    missed = replace(answered, misses=run.misses + 1, missed_target=spot, praised=False)
    again = spot == run.missed_target
    return replace(missed, feedback=_feedback_for_miss(missed, reply.say, target, again=again))


def _spot_of(run: LessonRun, target: str) -> str:
    """Returns the place of a wrong touch: its target, or KEYBOARD for all keys."""
    rows = run.step.key_rows(run.progress) if run.step else ()
    on_keyboard = any(key.target == target for row in rows for key in row)
    return KEYBOARD if on_keyboard else target


def _feedback_for_miss(run: LessonRun, own: Line, target: str, *, again: bool) -> Line:
    """Returns the feedback to a wrong touch: the most specific text that was not just given."""
    of_element = Line(run.screen.wrong_of(target) if run.screen else "")
    where = prompts.LOOK_AT_THE_GLOW if run.help >= Help.GLOW else prompts.TRY_ANOTHER_SPOT
    if run.misses >= MISSES_BEFORE_FINGER:
        where = prompts.FOLLOW_THE_FINGER
    words = [line for line in (of_element, own, where) if line]
    said_already = run.feedback if again else SILENCE
    return next((line for line in words if line != said_already), where)


def demonstrate(run: LessonRun) -> LessonRun:
    """Returns the run after the kiosk has demonstrated the next touch; the step never changes."""
    step = run.step
    if step is None or run.way is not Way.WATCH or step.expects(run.progress) == NEXT:
        return run
    if run.shown_done:
        return run
    reply = step.respond(run.progress, step.expects(run.progress))
    if reply.done:
        return replace(run, progress=step.end(), shown_done=True)
    return replace(run, progress=reply.progress)


def is_done_on_phone(run: LessonRun, target: str, after: LessonRun) -> bool:
    """True when a right touch on the phone has just completed a step: its result is shown."""
    left = after.over or (after.at, len(after.history)) != (run.at, len(run.history))
    return left and target != NEXT and run.screen is not None


def next_step(run: LessonRun) -> LessonRun:
    """Returns the run at its next step, or over after the last."""
    if run.over:
        return run
    following = _following(run)
    history = (*run.history, run.at)
    if following is None:
        return LessonRun(run.lesson, run.way, at=run.at, history=history, over=True)
    return _at(run, following, history)


def _following(run: LessonRun) -> int | None:
    step = run.step
    name = step.leads_to(run.progress) if step else ""
    first = run.lesson.position_of(name) if name else run.at + 1
    return run.lesson.first_position(run.way, first)


def _at(run: LessonRun, at: int, history: tuple[int, ...]) -> LessonRun:
    progress = run.lesson.steps[at].begin() if at != OPENING else ()
    return LessonRun(run.lesson, run.way, at=at, progress=progress, history=history)


def back(run: LessonRun) -> LessonRun:
    """Returns the run at the position before; the opening card has none."""
    if not run.history:
        return run
    return _at(run, run.history[-1], run.history[:-1])


def jump(run: LessonRun, at: int) -> LessonRun:
    """Returns the run at another step of its way; going back returns to the current one."""
    return _at(run, at, (*run.history, run.at))


def ask_help(run: LessonRun) -> LessonRun:
    """Returns the run with one more hint, if there is one."""
    if not (run.may_ask_help or run.waits_for_help):
        return run
    hinted = replace(run, asked_help=Help(run.help + 1), feedback=SILENCE, praised=False)
    return hinted if hinted.asked_help < Help.FINGER else _with_finger(hinted)


def _with_finger(run: LessonRun) -> LessonRun:
    return replace(run, feedback=prompts.FOLLOW_THE_FINGER)


def is_right_answer(before: LessonRun | None, after: LessonRun | None) -> bool:
    """True when a right option was just taken."""
    if before is None or after is None or before.step is None or not before.may_take:
        return False
    same = (before.lesson.id, before.way, before.at) == (after.lesson.id, after.way, after.at)
    taken = len(after.progress) > len(before.progress) and before.step.said_before_taken
    return same and taken and after.praised
