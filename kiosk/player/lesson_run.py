"""A learner's way through one lesson: a frozen state and what each touch makes of it.

A run begins with an opening card that says how this way works, goes through the steps that belong
to the way, and is over after the last. It knows no kind of step: it asks the step.
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
"""The target that pulls down what has arrived on the phone, and lets it go up again."""
TAKE = "take"
"""The target of the big tick: it takes the choice that was said last."""
KEYBOARD = "keyboard"
"""The place of a wrong touch on any key."""
MISSES_BEFORE_FINGER = 2


class Help(IntEnum):
    """How much the learner is shown of what to touch."""

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
    """The answer to the last touch, shown beside the step's own line."""
    praised: bool = False
    """Whether that answer is praise, and not a hint or the reason why not."""
    trail: tuple[int, ...] = ()
    """The steps that were left, for going back the way one came."""
    over: bool = False
    shown_done: bool = False
    """Whether the kiosk did the step by itself, and the phone shows what came of it."""
    shade: bool = False
    """Whether the messages that arrived are pulled down over the phone's screen."""
    said_option: str = ""
    """The choice that was touched once and said; a second touch takes it."""
    missed_target: str = ""
    """What the last wrong touch was on; all keys of a keyboard are one."""

    @property
    def step(self) -> Step | None:
        """The step that is shown; none on the opening card and when the run is over."""
        return None if self.at == OPENING or self.over else self.lesson.steps[self.at]

    @property
    def screen(self) -> Screen | None:
        """The phone screen that is shown."""
        own = self.lesson.screen_of(self.at) if self.step else None
        return (self._screen_after or own) if own and self.shown_done else own

    @property
    def step_ahead(self) -> Step | None:
        """The step that would be shown next; None where the run would be over."""
        following = None if self.over else _following(self)
        return None if following is None else self.lesson.steps[following]

    @property
    def _screen_after(self) -> Screen | None:
        following = _following(self)
        return None if following is None else self.lesson.screen_of(following)

    @property
    def arrival(self) -> Arrival | None:
        """The message that arrives with this step."""
        return self.step.arrives if self.step else None

    @property
    def dropping_in(self) -> Arrival | None:
        """The message that drops in over the phone's screen; none over what came of the step."""
        return None if self.shown_done else self.arrival

    @property
    def phone_has_back(self) -> bool:
        """Whether the phone has a key that goes back: not where the lesson is an iPhone's."""
        return self.lesson.make is not Make.IPHONE

    @property
    def messages(self) -> tuple[Arrival, ...]:
        """What has arrived on the phone so far, the newest first."""
        if self.step is None:
            return ()
        passed = [self.lesson.steps[at].arrives for at in (*self.trail, self.at) if at != OPENING]
        return tuple(dict.fromkeys(each for each in reversed(passed) if each))

    @property
    def line(self) -> Line:
        """What is told at this place, before any answer to a touch."""
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
        return any(self.lesson.steps[at].is_exercise for at in self.trail if at != OPENING)

    @property
    def goal(self) -> Line:
        """What the learner will be able to do."""
        return Line(self.lesson.head.goal)

    @property
    def newest_line(self) -> Line:
        """What was told last: the answer to a touch, else the step's line."""
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
        """What the learner is to touch, on the kiosk or on her own phone; NEXT for nothing."""
        done = self.step is None or self.shown_done
        return NEXT if done or self.step is None else self.step.expects(self.progress)

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The words on the phone that are to be seen where it is only looked at, in their order.

        What stands at the top of a screen is seen anyhow; whoever writes a message names nothing.
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
        """How much help is shown now."""
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
        """Whether a hint is to be given after a long silence."""
        return self.may_take and self.help is Help.NONE

    @property
    def spoken_options(self) -> tuple[Line, ...]:
        """What can be chosen here and is spoken."""
        return self.step.spoken_options() if self.step else ()

    @property
    def option_to_take(self) -> Line | None:
        """The choice that was said last and waits to be taken; None where nothing waits."""
        step = self.step
        if step is None or not step.said_before_taken or not self.may_take:
            return None
        return step.spoken_option(self.said_option)

    @property
    def may_take(self) -> bool:
        """Whether the learner is to do something here herself."""
        return self.way in (Way.TOGETHER, Way.ALONE) and self.expected != NEXT

    @property
    def next_leads_on(self) -> bool:
        """Whether Next is what the learner should touch."""
        return self.way in (Way.WATCH, Way.OWN_PHONE) or self.expected == NEXT

    @property
    def may_ask_help(self) -> bool:
        """Whether there is a hint that was not yet given."""
        return self.way is Way.ALONE and self.expected != NEXT and self.help < Help.FINGER

    @property
    def filled(self) -> Mapping[str, str]:
        """What stands in the fields of the screen.

        It comes from this step, and from those just before it on the same screen as if they had
        been done: nothing that was typed is ever kept.
        """
        step = self.step
        if step is None or step.screen is None:
            return {}
        texts: dict[str, str] = {}
        for before in self._just_before_on(step.screen):
            texts = {**before.filled(before.end()), **texts}
        return {**texts, **step.filled(self._shown_progress(step))}

    @property
    def legible(self) -> bool:
        """Whether what is written into a secret field can be read."""
        return self.step is not None and self.step.legible(self.progress)

    @property
    def hung_up(self) -> bool:
        """Whether the call that the phone shows has come to its end."""
        return self.step is not None and self.step.hung_up(self.progress)

    @property
    def writes_into(self) -> str:
        """The field that the step writes into; empty where it writes nothing."""
        step = self.step
        return next(iter(step.filled(step.begin())), "") if step else ""

    def _just_before_on(self, screen: str) -> Iterator[Step]:
        """The steps before this one on the same screen, the nearest first, until another screen.

        Steps of other ways count too: what is written on a screen is seen in every way.
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
        """The way that is offered after this one."""
        later = [way for way in self.lesson.ways if _place(way) > _place(self.way)]
        return later[0] if later else None

    @property
    def way_before(self) -> Way | None:
        before = [way for way in self.lesson.ways if _place(way) < _place(self.way)]
        return before[-1] if before else None

    @property
    def positions(self) -> tuple[int, ...]:
        """The steps of this way."""
        return self.lesson.positions(self.way)

    @property
    def has_begun(self) -> bool:
        """Whether there is anything in it that would be lost."""
        return self.at != OPENING or self.way is not self.lesson.ways[0]

    @property
    def number(self) -> int:
        """Which step of this way is shown, from 1; 0 on the opening card."""
        if self.at == OPENING:
            return 0
        return bisect_right(self.positions, self.at)


def _place(way: Way) -> int:
    return list(Way).index(way)


def begin(lesson: Lesson, way: Way, praise: Line = SILENCE) -> LessonRun:
    """A run on its opening card, perhaps with a word of praise for what came before."""
    return LessonRun(lesson=lesson, way=way, feedback=praise, praised=bool(praise))


def begin_at(lesson: Lesson, way: Way, at: int) -> LessonRun:
    """A run in the middle: at a step, or at the first after it that belongs to the way."""
    positions = lesson.positions(way)
    following = lesson.first_position(way, at)
    here = positions[-1] if following is None else following
    trail = (OPENING, *(each for each in positions if each < here))
    return LessonRun(lesson, way, at=here, progress=lesson.steps[here].begin(), trail=trail)


def touch(run: LessonRun, target: str) -> LessonRun:
    """What touching a target of the phone or of the step's own view makes of the run."""
    step = run.step
    if target == NEXT:
        return next_step(run)
    if target == TAKE:
        return _taken(run)
    if step is None:
        return run
    if target == SHADE or run.shade:
        return replace(run, shade=not run.shade and bool(run.messages))
    if _only_said(run, step, target):
        how = prompts.TOUCH_AGAIN_TO_TAKE if run.may_take else run.feedback
        return replace(run, said_option=target, feedback=how)
    return _touched(run, step, target)


def _touched(run: LessonRun, step: Step, target: str) -> LessonRun:
    """What a touch makes of the run that is more than the words of a choice."""
    if run.way is Way.OWN_PHONE:
        told = prompts.USE_YOUR_OWN_PHONE
        return replace(run, feedback=told, praised=False, misses=run.misses + 1)
    expected = step.expects(run.progress)
    if expected == NEXT or (run.way is Way.WATCH and target != expected):
        told = _still_told(run)
        praised = run.praised and told == run.feedback
        return replace(run, feedback=told, praised=praised, misses=run.misses + 1)
    return _answered(run, step.respond(run.progress, target), target)


def _taken(run: LessonRun) -> LessonRun:
    """The choice that was said is taken; nothing where none waits."""
    step, waiting = run.step, run.option_to_take
    if step is None or waiting is None:
        return run
    return _answered(run, step.respond(run.progress, waiting.target), waiting.target)


def _only_said(run: LessonRun, step: Step, target: str) -> bool:
    """Whether this touch has its choice said and does no more."""
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


def _still_told(run: LessonRun) -> Line:
    """What a touch where nothing is to be touched leaves standing: the reason just given."""
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
    return replace(missed, feedback=_word_for_miss(missed, reply.say, target, again=again))


def _spot_of(run: LessonRun, target: str) -> str:
    """What counts as the same place for a second miss: a target, or all keys of a keyboard."""
    rows = run.step.key_rows(run.progress) if run.step else ()
    on_keyboard = any(key.target == target for row in rows for key in row)
    return KEYBOARD if on_keyboard else target


def _word_for_miss(run: LessonRun, own: Line, target: str, *, again: bool) -> Line:
    """What is said of a wrong touch: the most telling words that were not just said of it."""
    of_element = Line(run.screen.wrong_of(target) if run.screen else "")
    where = prompts.LOOK_AT_THE_GLOW if run.help >= Help.GLOW else prompts.TRY_ANOTHER_SPOT
    if run.misses >= MISSES_BEFORE_FINGER:
        where = prompts.FOLLOW_THE_FINGER
    words = [line for line in (of_element, own, where) if line]
    said_already = run.feedback if again else SILENCE
    return next((line for line in words if line != said_already), where)


def demonstrate(run: LessonRun) -> LessonRun:
    """The run after the kiosk did the next thing of the step by itself, never leaving the step."""
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
    """Whether a right touch on the phone has just led out of a step: that is worth a look."""
    left = after.over or (after.at, len(after.trail)) != (run.at, len(run.trail))
    return left and target != NEXT and run.screen is not None


def next_step(run: LessonRun) -> LessonRun:
    """The run at its next step, or over after the last."""
    if run.over:
        return run
    following = _following(run)
    trail = (*run.trail, run.at)
    if following is None:
        return LessonRun(run.lesson, run.way, at=run.at, trail=trail, over=True)
    return _at(run, following, trail)


def _following(run: LessonRun) -> int | None:
    step = run.step
    name = step.leads_to(run.progress) if step else ""
    first = run.lesson.position_of(name) if name else run.at + 1
    return run.lesson.first_position(run.way, first)


def _at(run: LessonRun, at: int, trail: tuple[int, ...]) -> LessonRun:
    progress = run.lesson.steps[at].begin() if at != OPENING else ()
    return LessonRun(run.lesson, run.way, at=at, progress=progress, trail=trail)


def back(run: LessonRun) -> LessonRun:
    """The run where it was before; the opening card has nothing before it."""
    if not run.trail:
        return run
    return _at(run, run.trail[-1], run.trail[:-1])


def jump(run: LessonRun, at: int) -> LessonRun:
    """The run at another step of its way; going back leads to where it was."""
    return _at(run, at, (*run.trail, run.at))


def ask_help(run: LessonRun) -> LessonRun:
    """The run with one more hint, where there is one to give."""
    if not (run.may_ask_help or run.waits_for_help):
        return run
    hinted = replace(run, asked_help=Help(run.help + 1), feedback=SILENCE, praised=False)
    return hinted if hinted.asked_help < Help.FINGER else _with_finger(hinted)


def _with_finger(run: LessonRun) -> LessonRun:
    return replace(run, feedback=prompts.FOLLOW_THE_FINGER)


def is_right_answer(before: LessonRun | None, after: LessonRun | None) -> bool:
    """Whether a choice was just taken that is right."""
    if before is None or after is None or before.step is None or not before.may_take:
        return False
    same = (before.lesson.id, before.way, before.at) == (after.lesson.id, after.way, after.at)
    taken = len(after.progress) > len(before.progress) and before.step.said_before_taken
    return same and taken and after.praised
