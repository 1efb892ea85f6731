"""What goes out of the house is never about few people, and nothing of it is lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.groups import LEAST, Figure, Period, safe_figures
from kiosk.stats.hours import begin_of_day, begin_of_month, hour_now

DAY = begin_of_month(hour_now())
NINE = DAY + 9


def opened(lesson="a", times=1, hour=NINE, language="vi"):
    return Count(hour, Event(Kind.OPENED, lesson, language=language), times)


def wrong(lesson="a", times=1, hour=NINE, language="vi"):
    return Count(hour, Event(Kind.WRONG, lesson, "alone", "kho", language=language), times)


def test_a_busy_hour_goes_out_as_it_is():
    counts = [opened(times=LEAST), wrong(times=2)]
    assert set(safe_figures(counts)) == {
        Figure(Period.HOUR, NINE, count.event, count.times) for count in counts
    }


def test_many_wrong_touches_make_no_group():
    figures = safe_figures([opened(), wrong(times=50)])
    assert {figure.event for figure in figures} == {Event(Kind.OPENED), Event(Kind.WRONG)}
    assert {figure.period for figure in figures} == {Period.MONTH}


def test_quiet_hours_are_put_together_to_a_day():
    counts = [opened(times=3), opened(times=3, hour=NINE + 2), wrong(hour=NINE + 2)]
    assert set(safe_figures(counts)) == {
        Figure(Period.DAY, DAY, opened().event, 6),
        Figure(Period.DAY, DAY, wrong().event, 1),
    }


def test_quiet_days_are_put_together_to_a_month():
    counts = [opened(times=3), opened(times=3, hour=NINE + 48)]
    assert safe_figures(counts) == (Figure(Period.MONTH, DAY, opened().event, 6),)


def test_lessons_that_hardly_anybody_opened_go_out_without_their_names():
    counts = [opened("a", 2), opened("b", 1, language="rad"), wrong("b", language="rad")]
    assert set(safe_figures(counts)) == {
        Figure(Period.MONTH, DAY, Event(Kind.OPENED), 3),
        Figure(Period.MONTH, DAY, Event(Kind.WRONG), 1),
    }


def test_a_language_of_few_is_not_told_apart_and_cannot_be_worked_out():
    counts = [opened(times=20), opened(times=1, language="rad"), wrong(language="rad")]
    assert set(safe_figures(counts)) == {
        Figure(Period.HOUR, NINE, opened(language="").event, 21),
        Figure(Period.HOUR, NINE, wrong(language="").event, 1),
    }


def test_a_language_that_somebody_only_passed_through_is_not_told_apart():
    """Nobody opened the lesson in it, so its group has no size."""
    counts = [opened(times=20), wrong(language="rad")]
    assert {figure.event.language for figure in safe_figures(counts)} == {""}


def test_languages_of_many_are_told_apart():
    counts = [opened(times=LEAST), opened(times=LEAST, language="rad")]
    assert {figure.event.language for figure in safe_figures(counts)} == {"vi", "rad"}


KINDS = st.sampled_from([Kind.OPENED, Kind.WRONG, Kind.FINISHED, Kind.LEFT])
EVENTS = st.builds(
    Event,
    KINDS,
    st.sampled_from("ab"),
    step=st.sampled_from(["", "kho"]),
    language=st.sampled_from(["vi", "rad"]),
)
COUNTS = st.lists(st.builds(Count, st.integers(DAY, DAY + 800), EVENTS, st.integers(1, 9)))


@given(COUNTS)
def test_no_count_is_lost_or_made_up(counts):
    def sums(these):
        found = Counter()
        for each in these:
            found[each.event.kind] += each.times
        return found

    assert sums(safe_figures(counts)) == sums(counts)


@given(COUNTS)
def test_wherever_a_lesson_is_named_enough_openings_stand_beside_it(counts):
    figures = safe_figures(counts)
    openings = Counter()
    for each in figures:
        if each.event.kind is Kind.OPENED:
            openings[each.period, each.begins, each.event.lesson] += each.times
            openings[each.period, each.begins, each.event.lesson, each.event.language] += each.times
    for each in figures:
        if each.event.lesson:
            place = (each.period, each.begins, each.event.lesson)
            assert openings[place] >= LEAST
            if each.event.language:
                assert openings[*place, each.event.language] >= LEAST


@given(COUNTS)
def test_periods_begin_where_they_should(counts):
    begins = {Period.HOUR: int, Period.DAY: begin_of_day, Period.MONTH: begin_of_month}
    for each in safe_figures(counts):
        assert begins[each.period](each.begins) == each.begins
