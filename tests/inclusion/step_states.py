"""Every state of every step of the lessons, so that each can be shown directly."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kiosk.domain.lesson import Lesson
from kiosk.domain.phone_make import Make
from kiosk.domain.way import Way
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.player.lesson_run import LessonRun, begin, touch
from kiosk.steps import kind_of

NOWHERE = "nowhere"
MISSES = 2


@dataclass(frozen=True)
class StepState:
    """A step in one way, in its first state or after some touches."""

    name: str
    kind: str
    run: LessonRun

    @property
    def fullness(self) -> int:
        """Number of letters shown; those on a phone count twice, because they take more space."""
        step, screen = self.run.step, self.run.screen
        own = [text for label in step.labels() for text in (getattr(label, "text", label),)]
        words = [self.run.line.text, self.run.feedback.text, *own]
        on_phone = [
            word for element in (screen.elements if screen else ()) for word in element.words
        ]
        return sum(map(len, words)) + 2 * sum(map(len, on_phone))


def step_states(lesson: Lesson) -> Iterator[StepState]:
    """Each step in each of its ways: its first state, after two wrong touches, and when solved."""
    for way in lesson.ways:
        for at in lesson.positions(way):
            step = lesson.steps[at]
            first = replace(begin(lesson, way), at=at, progress=step.begin())
            for state, run in _states(first):
                name = f"{lesson.id} {way} {at + 1} {state}"
                yield StepState(name, f"{kind_of(step)} {state}", run)


def _states(first: LessonRun) -> Iterator[tuple[str, LessonRun]]:
    yield "first", first
    if first.way not in (Way.TOGETHER, Way.ALONE) or not first.step.is_exercise:
        return
    missed = first
    for _ in range(MISSES):
        missed = touch(missed, NOWHERE)
    yield "missed", missed
    answered = touch(first, first.expected)
    if answered.at == first.at and not answered.over:
        yield "answered", answered


def state_named(lesson: Lesson, name: str) -> StepState:
    """The state with this name, which consists of way, step number and state."""
    return next(each for each in step_states(lesson) if each.name == f"{lesson.id} {name}")


def fullest(lessons: Iterable[Lesson]) -> tuple[StepState, ...]:
    """For each kind of step, in each state and way, the one with the most text."""
    chosen: dict[tuple[str, Way], StepState] = {}
    for lesson in lessons:
        for state in step_states(lesson):
            key = (state.kind, state.run.way)
            if key not in chosen or state.fullness > chosen[key].fullness:
                chosen[key] = state
    return tuple(chosen.values())


def show(headless: HeadlessKiosk, state: StepState) -> None:
    """Shows this state without playing the steps before."""
    visit = headless.kiosk.visit
    if visit.visit.phone is None:
        visit.choosePhone(Make.ANDROID)
    if visit.visit.run is None or visit.visit.run.lesson != state.run.lesson:
        visit.open_lesson(state.run.lesson)
    visit.lesson.moved.emit(state.run)
    headless.driver.wait_for_frame()
