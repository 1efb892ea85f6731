"""A learner's way through one lesson: a frozen state and what each touch makes of it.

A run begins with an opening card that says how this way works, goes through the steps that belong
to the way, and is over after the last. It knows no kind of step: it asks the step.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import SILENCE, Line
from kiosk.domain.screen import Screen
from kiosk.domain.step import NEXT, Progress, Reply, Step
from kiosk.domain.way import Way

OPENING = -1
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
    """Where a learner is in a lesson."""

    lesson: Lesson
    way: Way
    at: int = OPENING
    """The index of the step in the lesson; OPENING before the first."""
    progress: Progress = ()
    misses: int = 0
    asked_help: Help = Help.NONE
    feedback: Line = SILENCE
    """The answer to the last touch, shown beside the step's own line."""
    trail: tuple[int, ...] = ()
    """The steps that were left, for going back the way one came."""
    over: bool = False

    @property
    def step(self) -> Step | None:
        """The step that is shown; none on the opening card and when the run is over."""
        return None if self.at == OPENING or self.over else self.lesson.steps[self.at]

    @property
    def screen(self) -> Screen | None:
        """The phone screen that is shown."""
        return self.lesson.screen_of(self.at) if self.step else None

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
        return self.step.expects(self.progress) if self.step else NEXT

    @property
    def help(self) -> Help:
        """How much help is shown now."""
        if self.step is None:
            return Help.NONE
        earned = Help.FINGER if self.misses >= MISSES_BEFORE_FINGER else Help.NONE
        return max(HELP_AT_FIRST[self.way], self.asked_help, earned)

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
        """The way that was offered before this one."""
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
        return sum(1 for at in self.positions if at <= self.at)


def _place(way: Way) -> int:
    return list(Way).index(way)


def begin(lesson: Lesson, way: Way, praise: Line = SILENCE) -> LessonRun:
    """A run on its opening card, perhaps with a word of praise for what came before."""
    return LessonRun(lesson=lesson, way=way, feedback=praise)


def touch(run: LessonRun, target: str) -> LessonRun:
    """What touching a target of the phone or of the step's own view makes of the run."""
    step = run.step
    if target == NEXT:
        return onward(run)
    if step is None:
        return run
    if run.way is Way.OWN_PHONE:
        return replace(run, feedback=prompts.USE_YOUR_OWN_PHONE, misses=run.misses + 1)
    expected = step.expects(run.progress)
    if expected == NEXT or (run.way is Way.WATCH and target != expected):
        return replace(run, feedback=_still_told(run), misses=run.misses + 1)
    return _answered(run, step.respond(run.progress, target))


def _still_told(run: LessonRun) -> Line:
    """What a touch where nothing is to be touched leaves standing: the reason just given."""
    settled = run.step is not None and run.progress != run.step.begin()
    return run.feedback if settled and run.feedback else prompts.JUST_LOOK


def _answered(run: LessonRun, reply: Reply) -> LessonRun:
    if reply.done:
        return onward(replace(run, progress=reply.progress))
    if reply.right:
        feedback = reply.say or (SILENCE if reply.progress != run.progress else run.feedback)
        return replace(run, progress=reply.progress, feedback=feedback)
    missed = replace(run, progress=reply.progress, misses=run.misses + 1)
    return replace(missed, feedback=_word_for_miss(missed, reply.say))


def _word_for_miss(run: LessonRun, own: Line) -> Line:
    if run.misses == MISSES_BEFORE_FINGER and not own:
        return prompts.FOLLOW_THE_FINGER
    return own or (prompts.LOOK_AT_THE_GLOW if run.help >= Help.GLOW else prompts.TRY_ANOTHER_SPOT)


def demonstrate(run: LessonRun) -> LessonRun:
    """The run after the kiosk did the next thing of the step by itself, never leaving the step."""
    step = run.step
    if step is None or run.way is not Way.WATCH or step.expects(run.progress) == NEXT:
        return run
    reply = step.respond(run.progress, step.expects(run.progress))
    return replace(run, progress=step.end() if reply.done else reply.progress)


def onward(run: LessonRun) -> LessonRun:
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
    return next((at for at in run.positions if at >= first), None)


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
    if not run.may_ask_help:
        return run
    hinted = replace(run, asked_help=Help(run.help + 1), feedback=SILENCE)
    return hinted if hinted.asked_help < Help.FINGER else _with_finger(hinted)


def _with_finger(run: LessonRun) -> LessonRun:
    return replace(run, feedback=prompts.FOLLOW_THE_FINGER)
