"""A touch costs as much in the longest lesson as in a short one; a longer lesson is refused."""

import sys

import pytest
from making import ask, explain, lesson, tap, write

from kiosk.domain.lesson import MAX_STEPS
from kiosk.domain.way import Way
from kiosk.player.lesson_run import begin, touch

SHORT = 15
CHOICES = (
    {"text": "Đúng", "right": True, "because": "Vì thế."},
    {"text": "Sai", "because": "Vì thế kia."},
)


def long_lesson(count):
    """A lesson that repeats the relevant kinds of steps."""
    kinds = (tap("a"), ask(*CHOICES), explain(), write("hoa"), tap("xong", screen="o-chu"))
    return lesson(*(kinds[at % len(kinds)] for at in range(count)))


def calls_of(do):
    """The number of function calls: unlike time, the same on every machine."""
    calls = 0

    def count(_frame, event, _what):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(None)
    return calls


def costs(way, count, *, near_the_end):
    """The cost of the touches in five consecutive steps, with the queries of the page for each."""
    run = begin(long_lesson(count), way)
    lead = count - 8 if near_the_end else 3
    while run.at < lead:
        run = touch(run, run.expected)
    run.lesson.positions(way)
    found = []
    for _ in range(8):
        if run.over:
            break

        def look(run=run):
            after = touch(run, run.expected)
            _ = (after.number, after.field_contents, after.messages, after.expected)

        found.append(calls_of(look))
        run = touch(run, run.expected)
    return sum(found)


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("near_the_end", [False, True])
def test_a_touch_costs_the_same_in_a_long_lesson(way, near_the_end):
    costs(way, SHORT, near_the_end=near_the_end)  # fills the caches
    short = costs(way, SHORT, near_the_end=near_the_end)
    long = costs(way, MAX_STEPS, near_the_end=near_the_end)
    assert short > 50
    assert long <= short * 1.25


def test_a_copy_finds_its_own_steps():
    made = long_lesson(SHORT)
    assert len(made.positions(Way.TOGETHER)) == SHORT
    shorter = made.model_copy(update={"steps": made.steps[:3]})
    assert shorter.positions(Way.TOGETHER) == (0, 1, 2)
    assert made.first_position(Way.TOGETHER, SHORT) is None
    assert shorter.first_position(Way.TOGETHER, 2) == 2
