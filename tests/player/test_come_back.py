"""A returning learner does the lesson alone, through a number without personal data."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import explain, lesson, tap

from kiosk.domain import prompts
from kiosk.domain.settings import Settings
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player import come_back, lesson_run, number_pad, staff_assist, typed_number, visit
from kiosk.player.come_back import ComeBack, ComeBackDelay, code_of, number_of, spaced, week_of
from kiosk.player.events import events_between
from kiosk.player.speech import lines_of
from kiosk.player.visit import Page
from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.figures import figures_of

LESSON = lesson(explain(), tap("a"))
LEARNT = date(2026, 11, 25)
AT_HOME = visit.go_home(visit.new_visit(Settings()))


def with_number(number):
    return LESSON.model_copy(update={"head": LESSON.head.model_copy(update={"number": number})})


def back_after(days):
    code = code_of(number_of(LESSON, week_of(LEARNT)))
    return come_back.came_back(code, week_of(LEARNT + timedelta(days=days)))


def returned(days=7):
    return visit.open_lesson(AT_HOME, LESSON, back_after(days))


def touched(state, *targets):
    for target in targets:
        state = visit.with_run(state, lesson_run.touch(state.run, target))
    return state


def counted(*states):
    """The events of returning and of unaided completion along these states of a visit."""
    events = [each for pair in pairwise(states) for each in events_between(*pair)]
    kinds = (Kind.CAME_BACK, Kind.UNAIDED)
    return [(each.kind, each.choice) for each in events if each.kind in kinds]


@given(st.integers(1, 99999), st.integers(-200, 5000))
def test_a_number_tells_lesson_and_week_and_is_no_lessons_own(number, week):
    digits = number_of(with_number(number), week)
    code = code_of(digits)
    assert (code.lesson, code.week) == (number, week % come_back.CYCLE)
    assert 6 <= len(digits) <= 8
    assert int(digits) > 99999
    assert code_of(spaced(digits)) is None
    assert spaced(digits).replace(" ", "") == digits


@given(st.integers(1, 99999), st.integers(0, 89), st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number, week, at, by):
    digits = number_of(with_number(number), week)
    at %= len(digits)
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert code_of(wrong) is None


@pytest.mark.parametrize("digits", ["", "11", "08080", "123456789", "45011x", "٤٥٠١١٣"])
def test_anything_else_is_none(digits):
    assert code_of(digits) is None


def test_a_lesson_that_cannot_be_done_alone_has_none():
    assert number_of(lesson(explain()), 3) == ""


@pytest.mark.parametrize(
    ("days", "after"),
    [
        (0, ComeBackDelay.AT_ONCE),
        (4, ComeBackDelay.AT_ONCE),
        (7, ComeBackDelay.WEEK),
        (21, ComeBackDelay.WEEK),
        (28, ComeBackDelay.MONTH),
        (400, ComeBackDelay.MONTH),
        (430, ComeBackDelay.AT_ONCE),
        (-7, ComeBackDelay.AT_ONCE),
    ],
)
def test_the_week_tells_how_long_after(days, after):
    assert back_after(days).after is after


def test_it_begins_alone_and_ends_after_that():
    state = returned()
    assert (state.page, state.run.way) == (Page.LESSON, Way.ALONE)
    done = touched(state, NEXT, "a")
    assert done.page is Page.DONE
    assert lines_of(done)[0] == prompts.STILL_ABLE


def test_who_did_it_unaided_is_counted():
    state = returned()
    assert counted(AT_HOME, state, touched(state, NEXT), touched(state, NEXT, "a")) == [
        (Kind.CAME_BACK, "week"),
        (Kind.UNAIDED, "week"),
    ]
    assert counted(AT_HOME, returned(30))[0] == (Kind.CAME_BACK, "month")


def test_in_the_same_week_nothing_is_counted():
    state = returned(0)
    assert state.run.way is Way.ALONE
    assert counted(AT_HOME, state, touched(state, NEXT), touched(state, NEXT, "a")) == []


@pytest.mark.parametrize(
    "help_",
    [
        lambda state: visit.with_run(state, lesson_run.ask_help(state.run)),
        lambda state: touched(state, "b", "b"),
        lambda state: replace(visit.call_staff(state), calling_staff=False),
        lambda state: staff_assist.jump(state, 1),
    ],
    ids=["hint", "finger", "staff", "staff overlay"],
)
def test_who_was_helped_came_back_and_no_more(help_):
    begun = touched(returned(), NEXT)
    helped = help_(begun)
    done = touched(helped, "a")
    assert done.page is Page.DONE
    assert lines_of(done)[0] == prompts.LESSON_DONE
    assert counted(AT_HOME, returned(), begun, helped, done) == [(Kind.CAME_BACK, "week")]


def test_one_wrong_touch_is_no_help():
    begun = touched(returned(), NEXT)
    done = touched(begun, "b", "a")
    assert not done.came_back.aided


def test_another_way_or_another_lesson_is_no_coming_back():
    assert visit.choose_way(returned(), Way.WATCH).came_back is None
    assert visit.go_home(returned()).came_back is None
    assert visit.open_lesson(returned(), with_number(7)).came_back is None


def test_who_is_asked_first_comes_back_all_the_same():
    somebody = ComeBack(ComeBackDelay.WEEK)
    asked = staff_assist.offer(returned(), LESSON, 0.0, somebody)
    assert asked.pending_offer.came_back == somebody
    assert visit.ask_for_phone(AT_HOME, LESSON, somebody).came_back == somebody


def test_the_page_of_the_end_invites_where_it_can_be_done_alone():
    done = touched(returned(), NEXT, "a")
    assert prompts.COME_BACK in lines_of(done)
    only_told = lesson(explain())
    end = visit.open_lesson(AT_HOME, only_told)
    while end.page is not Page.DONE:
        end = visit.with_run(end, lesson_run.next_step(end.run))
    assert prompts.COME_BACK not in lines_of(end)


def test_it_fits_on_the_pad_and_is_scanned():
    digits = number_of(with_number(99999), 3)
    pad = number_pad.NumberPad()
    for digit in digits:
        pad = number_pad.typed(pad, digit)
    assert pad.digits == digits
    typed = typed_number.TypedNumber()
    for at, sign in enumerate(f"KIOSK:{digits}"):
        typed = typed_number.after_key(typed, sign, at * 0.01)
    assert typed_number.ended(typed, at * 0.01)[1] == typed_number.CompletedNumber(
        digits, scanned=True
    )


def test_figures_sum_up_by_lesson_and_time():
    events = [
        (Event(Kind.CAME_BACK, "a", choice="week"), 3),
        (Event(Kind.CAME_BACK, "a", choice="month"), 2),
        (Event(Kind.UNAIDED, "a", choice="week"), 1),
    ]
    figures = figures_of(Count(0, event, times) for event, times in events)
    assert figures.came_back == {("a", "week"): 3, ("a", "month"): 2}
    assert figures.unaided_by_lesson == {"a": 1}
    assert figures.came_back_by_lesson == {"a": 5}
    assert figures.stuck_places == ()
