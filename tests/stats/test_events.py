"""The events that are counted in a visit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import RIGHT, WRONG, ask, explain, lesson, tap, write

from kiosk.domain.settings import Settings
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player import lesson_run, visit
from kiosk.player.events import events_between
from kiosk.player.visit import Page
from kiosk.stats.event import Event, Kind
from kiosk.stats.identity import key_of, step_identities

PASSWORD = "Zebra77"
LESSON = lesson(
    explain(name="dau-tien"), tap("a"), write(PASSWORD), ask(RIGHT, WRONG, question="Chọn gì?")
)
FIRST, TAP, TYPE, ASK = step_identities(LESSON)
OTHER = LESSON.model_copy(update={"id": "bai-khac"})
FRESH = visit.new_visit(Settings())
AT_HOME = visit.go_home(FRESH)
OPENED = visit.open_lesson(AT_HOME, LESSON)


def in_way(way, at=lesson_run.OPENING):
    """A visit in a way, at a step."""
    state = visit.choose_way(OPENED, way)
    while state.run.at < at:
        state = moved(state, lesson_run.next_step)
    return state


def moved(state, move, *more):
    return visit.with_run(state, move(state.run, *more))


def touched(state, target):
    return moved(state, lesson_run.touch, target)


def event(kind, way=Way.ALONE, step="", **more):
    return Event(kind, "bai-thu", way.value, step, **{"language": "vi", **more})


def test_the_first_touch_begins_a_visit():
    assert events_between(FRESH, visit.begin(FRESH, 2)) == (Event(Kind.BEGUN),)


def test_looking_at_pages_outside_lessons_is_not_counted():
    at_language = visit.begin(FRESH, 2)
    assert events_between(AT_HOME, visit.turn_home_page(AT_HOME, 20)) == ()
    assert events_between(AT_HOME, replace(AT_HOME, adjusting=True)) == ()
    assert events_between(at_language, visit.go_back(at_language)) == ()


def test_a_language_is_counted_when_it_is_chosen_even_the_usual_one():
    at_language = visit.begin(FRESH, 2)
    chosen = visit.choose_language(at_language, "vi")
    assert events_between(at_language, chosen) == (Event(Kind.LANGUAGE, language="vi"),)


def test_a_language_that_is_changed_within_a_lesson_is_counted():
    after = visit.choose_language(OPENED, "en")
    assert events_between(OPENED, after) == (Event(Kind.LANGUAGE, language="en"),)


def test_the_wipe_chooses_no_language():
    in_english = visit.choose_language(AT_HOME, "en")
    assert events_between(in_english, FRESH) == ()


def test_opening_a_lesson_begins_its_first_way():
    assert events_between(AT_HOME, OPENED) == (
        Event(Kind.OPENED, "bai-thu", language="vi"),
        event(Kind.WAY, Way.WATCH),
    )


def test_a_lesson_that_is_gone_on_with_is_neither_left_nor_opened_again():
    inside = in_way(Way.TOGETHER, 1)
    at_home = visit.go_home(inside)
    assert events_between(inside, at_home) == ()
    assert events_between(at_home, visit.resume_left(at_home)) == ()


def test_a_lesson_that_was_left_and_is_not_gone_on_with_is_counted_as_left():
    inside = in_way(Way.TOGETHER, 1)
    at_home = visit.go_home(inside)
    left = event(Kind.LEFT, Way.TOGETHER, TAP)
    assert events_between(at_home, FRESH) == (left,)
    assert events_between(at_home, visit.open_lesson(at_home, OTHER))[0] == left
    assert [each.kind for each in events_between(at_home, visit.open_lesson(at_home, LESSON))] == [
        Kind.LEFT,
        Kind.OPENED,
        Kind.WAY,
    ]


def test_every_step_that_is_shown_is_counted_also_on_the_way_back():
    there = moved(in_way(Way.WATCH, 0), lesson_run.next_step)
    assert events_between(OPENED, in_way(Way.WATCH, 0)) == (event(Kind.SHOWN, Way.WATCH, FIRST),)
    assert events_between(in_way(Way.WATCH, 0), there) == (event(Kind.SHOWN, Way.WATCH, TAP),)
    back = visit.go_back(there)
    assert events_between(there, back) == (event(Kind.SHOWN, Way.WATCH, FIRST),)


def test_the_first_wrong_touch_is_wrong_and_the_second_means_stuck():
    before = in_way(Way.ALONE, 1)
    once = touched(before, "b")
    twice = touched(once, "b")
    thrice = touched(twice, "b")
    wrong, stuck = event(Kind.WRONG, step=TAP), event(Kind.STUCK, step=TAP)
    assert events_between(before, once) == (wrong,)
    assert events_between(once, twice) == (wrong, stuck)
    assert events_between(twice, thrice) == (wrong,)


def test_nobody_is_stuck_where_the_finger_shows_everything_anyway():
    before = in_way(Way.WATCH, 1)
    once = touched(before, "b")
    assert events_between(once, touched(once, "b")) == (event(Kind.WRONG, Way.WATCH, TAP),)


def test_hints_are_counted_and_the_last_one_means_stuck():
    before = in_way(Way.ALONE, 1)
    glows = moved(before, lesson_run.ask_help)
    points = moved(glows, lesson_run.ask_help)
    hint, stuck = event(Kind.HINT, step=TAP), event(Kind.STUCK, step=TAP)
    assert events_between(before, glows) == (hint,)
    assert events_between(glows, points) == (hint, stuck)


def test_an_answer_is_counted_by_its_words_whether_right_or_not():
    before = in_way(Way.ALONE, 3)
    wrong = touched(touched(before, "choice:2"), "choice:2")
    right = touched(touched(wrong, "choice:1"), "choice:1")
    chose = event(Kind.CHOSE, step=ASK)
    assert events_between(before, wrong) == (
        replace(chose, choice=key_of(WRONG["text"])),
        event(Kind.WRONG, step=ASK),
    )
    assert events_between(wrong, right) == (replace(chose, choice=key_of(RIGHT["text"])),)


def test_what_the_kiosk_answers_by_itself_is_no_answer():
    shown = lesson(ask(RIGHT, WRONG, ways=["watch"]))
    before = moved(visit.open_lesson(AT_HOME, shown), lesson_run.next_step)
    after = moved(before, lesson_run.demonstrate)
    assert after.run.progress == ("choice:1",)
    assert events_between(before, after) == ()


def test_one_way_leads_into_the_next():
    before = in_way(Way.TOGETHER, 3)
    before = touched(before, "choice:1")
    after = touched(before, NEXT)
    assert after.run.way is Way.ALONE
    assert events_between(before, after) == (
        event(Kind.WENT_THROUGH, Way.TOGETHER),
        event(Kind.WAY, Way.ALONE),
    )


def test_a_way_that_is_chosen_from_the_sheet_is_not_gone_through():
    before = replace(in_way(Way.TOGETHER, 1), choosing_way=True)
    after = visit.choose_way(before, Way.ALONE)
    assert events_between(before, after) == (event(Kind.WAY, Way.ALONE),)


def last_step():
    way = LESSON.ways[-1]
    return in_way(way, LESSON.positions(way)[-1])


def test_the_end_is_counted():
    before = last_step()
    after = touched(before, NEXT)
    assert after.page is Page.DONE
    assert events_between(before, after) == (
        event(Kind.WENT_THROUGH, LESSON.ways[-1]),
        Event(Kind.FINISHED, "bai-thu", language="vi"),
    )


def kinds_along(*states):
    return [
        each.kind
        for at in range(1, len(states))
        for each in events_between(*states[at - 1 : at + 1])
    ]


def test_going_back_from_the_end_and_on_again_does_not_finish_twice():
    before = last_step()
    done = touched(before, NEXT)
    back = visit.go_back(done)
    again = touched(back, NEXT)
    assert kinds_along(back, again) == [Kind.WENT_THROUGH]
    assert kinds_along(back, visit.go_home(back)) == []


def test_the_same_lesson_opened_anew_can_be_finished_anew():
    done = touched(last_step(), NEXT)
    anew = visit.open_lesson(visit.go_home(done), LESSON)
    assert anew.finished == frozenset()
    at_once = visit.open_lesson(done, LESSON)
    assert kinds_along(done, at_once) == [Kind.OPENED, Kind.WAY]


@pytest.mark.parametrize("elsewhere", [AT_HOME, FRESH])
def test_a_lesson_is_left_at_its_step(elsewhere):
    before = in_way(Way.ALONE, 1)
    assert events_between(before, elsewhere) == (event(Kind.LEFT, step=TAP),)


def test_a_lesson_that_is_done_is_not_left():
    done = touched(last_step(), NEXT)
    assert events_between(done, visit.go_home(done)) == ()


def test_another_lesson_leaves_the_first():
    before = in_way(Way.ALONE, 1)
    after = visit.open_lesson(before, OTHER)
    assert events_between(before, after) == (
        event(Kind.LEFT, step=TAP),
        Event(Kind.OPENED, "bai-khac", language="vi"),
        Event(Kind.WAY, "bai-khac", "watch", language="vi"),
    )


def test_staff_are_called_from_a_step_or_from_anywhere():
    before = in_way(Way.ALONE, 1)
    calling = replace(before, calling_staff=True)
    assert events_between(before, calling) == (event(Kind.CALLED, step=TAP),)
    assert events_between(calling, before) == ()
    at_home = replace(AT_HOME, calling_staff=True)
    assert events_between(AT_HOME, at_home) == (Event(Kind.CALLED, language="vi"),)


def test_letters_that_are_typed_are_not_counted():
    before = in_way(Way.ALONE, 2)
    after = touched(before, "key:shift")
    assert events_between(before, after) == ()
    assert events_between(after, touched(after, "key:Z")) == ()


KEYS = st.text(st.characters(codec="ascii", categories=["Nd", "L"]), min_size=1, max_size=1)
TARGETS = st.one_of(
    KEYS.map(lambda key: f"key:{key}"),
    st.sampled_from([NEXT, "a", "b", "choice:1", "choice:2", "key:shift", "nothing"]),
)
KNOWN_STEPS = {"", *step_identities(LESSON)}
KNOWN_CHOICES = {"", *(key_of(words) for step in LESSON.steps for words in step.answers().values())}


@given(st.sampled_from(list(LESSON.ways)), st.lists(TARGETS, max_size=60))
def test_every_event_holds_names_of_the_lesson_file_and_nothing_else(way, targets):
    state = visit.choose_way(OPENED, way)
    for target in targets:
        before, state = state, touched(state, target)
        for each in events_between(before, state):
            assert each.lesson == "bai-thu"
            assert each.way in {"", *Way}
            assert each.step in KNOWN_STEPS
            assert each.choice in KNOWN_CHOICES
            assert each.language == "vi"
        if state.run.over:
            break
