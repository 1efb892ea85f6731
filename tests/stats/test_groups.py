"""Exported figures never describe small groups, and leave out little."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.groups import LEAST, Figure, Period, safe_figures
from kiosk.stats.hours import begin_of_day, begin_of_month, begin_of_year, hour_now

DAY = begin_of_month(hour_now())
NINE = DAY + 9


def opened(lesson="a", times=1, hour=NINE, language="vi"):
    return Count(hour, Event(Kind.OPENED, lesson, language=language), times)


def begun(times=LEAST, hour=NINE):
    return Count(hour, Event(Kind.BEGUN), times)


def without_visits(figures):
    return {figure for figure in figures if figure.event.kind is not Kind.BEGUN}


def wrong(lesson="a", times=1, hour=NINE, language="vi"):
    return Count(hour, Event(Kind.WRONG, lesson, "alone", "kho", language=language), times)


def test_a_busy_hour_goes_out_as_it_is():
    counts = [begun(), opened(times=LEAST), wrong(times=2)]
    assert set(safe_figures(counts)) == {
        Figure(Period.HOUR, NINE, count.event, count.times) for count in counts
    }


def test_many_wrong_touches_make_no_group():
    assert not without_visits(safe_figures([begun(), opened(), wrong(times=50)]))


def test_a_month_with_one_visit_does_not_go_out():
    assert safe_figures([begun(1), opened(times=9), wrong(times=3)]) == ()


def test_months_with_few_visits_go_out_together_as_a_year():
    counts = [begun(3), begun(3, hour=begin_of_year(NINE) + 40 * 24 + 9)]
    other_month = begin_of_month(counts[1].hour) != begin_of_month(NINE)
    figures = safe_figures(counts)
    if other_month:
        assert figures == (Figure(Period.YEAR, begin_of_year(NINE), Event(Kind.BEGUN), 6),)
    assert sum(each.times for each in figures) == 6


def test_one_person_who_opens_a_lesson_often_makes_no_group():
    alone = [begun(), begun(1, hour=NINE + 1), opened(times=9, hour=NINE + 1)]
    assert without_visits(safe_figures(alone)) == {Figure(Period.DAY, DAY, opened().event, 9)}


def test_quiet_hours_are_put_together_to_a_day():
    counts = [begun(), opened(times=3), opened(times=3, hour=NINE + 2), wrong(hour=NINE + 2)]
    assert without_visits(safe_figures(counts)) == {
        Figure(Period.DAY, DAY, opened().event, 6),
        Figure(Period.DAY, DAY, wrong().event, 1),
    }


def test_quiet_days_are_put_together_to_a_month():
    counts = [begun(), opened(times=3), opened(times=3, hour=NINE + 48)]
    assert without_visits(safe_figures(counts)) == {Figure(Period.MONTH, DAY, opened().event, 6)}


def test_lessons_that_hardly_anybody_opened_go_out_without_their_names():
    counts = [begun(), opened("a", 4), opened("b", 1, language="rad"), wrong("b", language="rad")]
    assert without_visits(safe_figures(counts)) == {
        Figure(Period.MONTH, DAY, Event(Kind.OPENED), 5),
        Figure(Period.MONTH, DAY, Event(Kind.WRONG), 1),
    }


def test_a_language_of_few_is_not_told_apart_and_cannot_be_worked_out():
    counts = [begun(), opened(times=20), opened(times=1, language="rad"), wrong(language="rad")]
    assert without_visits(safe_figures(counts)) == {
        Figure(Period.HOUR, NINE, opened(language="").event, 21),
        Figure(Period.HOUR, NINE, wrong(language="").event, 1),
    }


def test_a_language_that_somebody_only_passed_through_is_not_told_apart():
    """No lesson was opened in it, so its group has no size."""
    counts = [begun(), opened(times=20), wrong(language="rad")]
    assert {figure.event.language for figure in safe_figures(counts)} == {""}


def test_what_was_counted_without_a_language_keeps_nothing_from_being_sent():
    counts = [begun(), opened(times=LEAST, language=""), opened(times=LEAST)]
    assert {figure.event.language for figure in safe_figures(counts)} == {"", "vi"}


def test_languages_of_many_are_told_apart():
    counts = [begun(), opened(times=LEAST), opened(times=LEAST, language="rad")]
    figures = without_visits(safe_figures(counts))
    assert {figure.event.language for figure in figures} == {"vi", "rad"}


KINDS = st.sampled_from([Kind.OPENED, Kind.WRONG, Kind.FINISHED, Kind.LEFT])
EVENTS = st.builds(
    Event,
    KINDS,
    st.sampled_from("ab"),
    step=st.sampled_from(["", "kho"]),
    language=st.sampled_from(["vi", "rad"]),
)
BEGUN = st.builds(Count, st.integers(DAY, DAY + 800), st.just(Event(Kind.BEGUN)), st.integers(1, 9))
IN_LESSONS = st.builds(Count, st.integers(DAY, DAY + 800), EVENTS, st.integers(1, 9))
COUNTS = st.lists(IN_LESSONS | BEGUN)


@given(COUNTS)
def test_no_count_is_made_up_and_what_is_left_out_is_little(counts):
    def sums(these):
        found = Counter()
        for each in these:
            found[each.event.kind] += each.times
        return found

    out, all_of_it = sums(safe_figures(counts)), sums(counts)
    assert out <= all_of_it
    if all_of_it[Kind.BEGUN] - out[Kind.BEGUN] >= LEAST:  # two years, few in each
        assert begin_of_year(DAY) != begin_of_year(DAY + 800)


@given(COUNTS)
def test_no_sum_of_visits_or_of_openings_is_about_fewer_than_five(counts):
    openings, visits = Counter(), Counter()
    for each in safe_figures(counts):
        place = (each.period, each.begins, each.event.lesson)
        openings[place] += each.times * (each.event.kind is Kind.OPENED)
        visits[place] += each.times * (each.event.kind is Kind.BEGUN)
    assert all(openings[place] >= LEAST or visits[place] >= LEAST for place in openings | visits)


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
    begins = {
        Period.HOUR: int,
        Period.DAY: begin_of_day,
        Period.MONTH: begin_of_month,
        Period.YEAR: begin_of_year,
    }
    for each in safe_figures(counts):
        assert begins[each.period](each.begins) == each.begins
