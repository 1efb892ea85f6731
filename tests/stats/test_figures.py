"""Summaries: completed lessons, hard steps, languages and hours of use."""

import time

import pytest

from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.figures import Figures, figures_of
from kiosk.stats.hours import begin_of_day, begin_of_hour, begin_of_month, hour_now, month_of

NOON = begin_of_day(hour_now()) + 12


def count(kind, lesson="", step="", language="vi", times=1, hour=NOON, way="alone"):
    return Count(hour, Event(kind, lesson, way if step else "", step, language=language), times)


def test_nothing_counted_is_nothing():
    assert figures_of([]) == Figures()


def test_lessons_are_summed_up_over_hours_and_languages():
    figures = figures_of(
        [
            count(Kind.OPENED, "a", times=3),
            count(Kind.OPENED, "b", language="rad", times=5, hour=NOON + 1),
            count(Kind.FINISHED, "b"),
            count(Kind.FINISHED, "b", language="rad", hour=NOON + 30),
            count(Kind.BEGUN, times=6),
        ]
    )
    assert figures.visits == 6
    assert figures.opened == {"b": 5, "a": 3}
    assert figures.finished == {"b": 2}
    assert figures.lessons == ("b", "a")
    assert list(figures.languages.items()) == [("rad", 5), ("vi", 3)]
    assert figures.hours == {12: 3, 13: 5}


def test_the_step_where_most_people_did_not_get_on_comes_first():
    figures = figures_of(
        [
            count(Kind.SHOWN, "a", "de", times=50),
            count(Kind.SHOWN, "a", "kho", times=20),
            count(Kind.SHOWN, "a", "vua", times=20),
            count(Kind.STUCK, "a", "kho", times=4),
            count(Kind.STUCK, "a", "kho", times=3, way="together"),
            count(Kind.LEFT, "a", "vua", times=2),
            count(Kind.CALLED, "a", "vua"),
            count(Kind.WRONG, "a", "de", times=30),
        ]
    )
    first, second = figures.stuck_places
    assert (first.step, first.shown, first.stuck, first.weight) == ("kho", 20, 7, 7)
    assert (second.step, second.left, second.called, second.weight) == ("vua", 2, 1, 3)


def test_answers_are_counted_beside_the_step_where_they_were_chosen():
    chose = Event(Kind.CHOSE, "a", "alone", "hoi", "zalo", "vi")
    stuck = count(Kind.STUCK, "a", "hoi")
    [place] = figures_of([Count(NOON, chose, 2), Count(NOON + 1, chose), stuck]).stuck_places
    assert place.chosen == {"zalo": 3}


def test_leaving_on_the_opening_card_is_no_hard_step():
    assert figures_of([count(Kind.LEFT, "a")]).stuck_places == ()


def test_days_and_months_begin_on_the_clocks_of_this_place():
    now = hour_now()
    assert begin_of_hour(begin_of_day(now)).hour == 0
    assert begin_of_day(now, 1) <= begin_of_day(now) - 23
    first = begin_of_hour(begin_of_month(now))
    assert (first.day, first.hour) == (1, 0)
    assert first.month == begin_of_hour(now).month


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_ends_where_the_next_one_begins(month):
    day = begin_of_hour(NOON).replace(day=15, month=month)
    since, until = month_of(day)
    assert begin_of_hour(since).month == month
    assert begin_of_hour(until - 1).month == month
    assert begin_of_hour(until).day == 1


def test_a_place_with_another_clock_has_its_own_days(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    try:
        midnight_there = begin_of_day(500_000)
        assert (midnight_there + 7) % 24 == 0
    finally:
        monkeypatch.undo()
        time.tzset()
