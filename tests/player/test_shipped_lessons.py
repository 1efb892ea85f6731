"""No way through a shipped lesson has a dead end."""

import random

import pytest

from kiosk.domain import prompts
from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.lesson import Lesson
from kiosk.domain.step import NEXT, Step
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player import lesson_run
from kiosk.player.lesson_run import LessonRun

LESSONS = load_library(Folders(home=CHECKOUT)).lessons
WAYS = [(lesson, way) for lesson in LESSONS.values() for way in lesson.ways]
MAX_TOUCHES = 500
RANDOM_TOUCHES = 2000


def named(pair):
    return f"{pair[0].id}-{pair[1]}"


def targets_of(lesson: Lesson, step: Step) -> list[str]:
    """All possible targets of a step, and some impossible ones."""
    screen = lesson.screens.get(step.screen or "")
    known = list(screen.targets) if screen else []
    known += [
        f"{sort}{number}"
        for sort in ("choice:", "item:", "part:", "paper:", "digit:")
        for number in range(1, 7)
    ]
    return [*known, "key:a", "key:0", "key:shift", "nothing", step.expects(step.begin())]


def test_no_two_lessons_have_the_same_drawing_on_their_tile():
    icons = [lesson.head.icon for lesson in LESSONS.values()]
    assert sorted(icons) == sorted(set(icons))


def reached_end(run: LessonRun) -> LessonRun:
    for _ in range(MAX_TOUCHES):
        if run.over:
            return run
        run = lesson_run.touch(run, run.expected)
    raise AssertionError(f"{run.lesson.id}: no end after {MAX_TOUCHES} touches, at step {run.at}")


def left(run: LessonRun, at: int) -> bool:
    """Whether touching the expected targets leaves the step."""
    for _ in range(MAX_TOUCHES):
        if run.over or run.at != at:
            return True
        run = lesson_run.touch(run, run.expected)
    return False


@pytest.mark.parametrize("pair", WAYS, ids=named)
def test_touching_what_leads_on_leads_to_the_end(pair):
    assert reached_end(lesson_run.begin(*pair)).over


@pytest.mark.parametrize("pair", WAYS, ids=named)
def test_next_alone_leads_to_the_end(pair):
    run = lesson_run.begin(*pair)
    for _ in range(MAX_TOUCHES):
        run = lesson_run.next_step(run)
    assert run.over


@pytest.mark.parametrize("pair", WAYS, ids=named)
def test_no_wrong_touch_is_a_dead_end(pair):
    lesson, way = pair
    for at in lesson.positions(way):
        step = lesson.steps[at]
        start = LessonRun(lesson, way, at=at, progress=step.begin())
        for target in targets_of(lesson, step):
            assert left(lesson_run.touch(start, target), at)


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.id)
def test_every_answer_leads_to_the_end_and_every_step_is_reached(lesson):
    reached: set[int] = set()
    for way in lesson.ways:
        open_runs = [lesson_run.next_step(lesson_run.begin(lesson, way))]
        seen: set[int] = set()
        while open_runs:
            run = open_runs.pop()
            if run.over or run.at in seen:
                continue
            seen.add(run.at)
            ends = {run.step.leads_to(progress) for progress in progresses(run.step)}
            for name in ends:
                first = lesson.position_of(name) if name else run.at + 1
                later = [at for at in run.positions if at >= first]
                if later:
                    step = lesson.steps[later[0]]
                    open_runs.append(LessonRun(lesson, way, at=later[0], progress=step.begin()))
        reached |= seen
    assert sorted(set(range(len(lesson.steps))) - reached) == []


def progresses(step: Step) -> list[tuple[str, ...]]:
    """The states in which a step may be left: untouched, done, or after any one answer."""
    answers = [(target,) for target in step.targets] if isinstance(step, ChoosingStep) else []
    return [step.begin(), step.end(), *answers]


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.id)
def test_random_touches_never_leave_the_lesson_nor_say_what_is_not_its_own(lesson):
    draw = random.Random(lesson.id)
    own = {line.text for line in (*lesson.lines(), *prompts.lines())}
    run = lesson_run.begin(lesson, draw.choice(lesson.ways))
    for _ in range(RANDOM_TOUCHES):
        if run.over:
            run = lesson_run.begin(lesson, draw.choice(lesson.ways))
        targets = targets_of(lesson, run.step) if run.step else [NEXT]
        do = draw.choice((lesson_run.touch, lesson_run.touch, lesson_run.back, lesson_run.ask_help))
        run = do(run, draw.choice(targets)) if do is lesson_run.touch else do(run)
        assert run.newest_line.text in own
        assert run.over or run.at == lesson_run.OPENING or run.at in run.positions


def test_the_scam_lesson_has_at_least_twelve_rehearsals_of_which_a_run_plays_a_few():
    lesson = LESSONS["lua-dao"]
    assert len(lesson.groups) >= 12
    assert 1 <= (lesson.head.rehearse or 0) < len(lesson.groups)


@pytest.mark.parametrize("group", LESSONS["lua-dao"].groups)
def test_each_rehearsal_can_be_played_by_itself(group):
    lesson = LESSONS["lua-dao"].with_groups([group])
    assert reached_end(lesson_run.begin(lesson, Way.TOGETHER)).over
