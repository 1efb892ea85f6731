"""One person's visit: its page changes, and no trace of it for the next person."""

from dataclasses import replace

import pytest
from making import explain, lesson, tap

from kiosk.domain import prompts
from kiosk.domain.settings import Contrast, Settings, TextSize
from kiosk.domain.way import Way
from kiosk.player import lesson_run, visit
from kiosk.player.visit import DisplayPreferences, Page, Visit

LESSON = lesson(explain(), tap("a"))
SETTINGS = Settings.model_validate(
    {
        "languages": {"offered": ["en", "vi"]},
        "display": {"text_size": "large", "contrast": "high"},
        "voice": {"volume": 2},
    }
)
FRESH = visit.new_visit(SETTINGS)
AT_HOME = visit.go_home(FRESH)
IN_LESSON = visit.open_lesson(AT_HOME, LESSON)


def run_to_end(state: Visit) -> Visit:
    """Goes to the end of the current way with Next."""
    way = state.run.way
    while state.page is Page.LESSON and state.run.way is way:
        state = visit.with_run(state, lesson_run.next_step(state.run))
    return state


def test_a_visit_begins_as_the_centre_set_it():
    assert FRESH.page is Page.ATTRACT
    assert FRESH.language == "en"
    assert FRESH.preferences == DisplayPreferences(
        TextSize.LARGE, Contrast.HIGH, volume=2, slow=False
    )
    assert FRESH.run is None


def test_the_first_touch_leads_to_the_languages_if_there_is_a_choice():
    assert visit.begin(FRESH, languages=2).page is Page.LANGUAGE
    assert visit.begin(FRESH, languages=1).page is Page.HOME


def test_choosing_a_language_leads_home_and_later_stays_where_one_is():
    chosen = visit.choose_language(visit.begin(FRESH, 2), "vi")
    assert (chosen.page, chosen.language) == (Page.HOME, "vi")
    again = visit.choose_language(IN_LESSON, "vi")
    assert again == replace(IN_LESSON, language="vi")


def test_a_lesson_begins_with_its_first_way():
    assert (IN_LESSON.page, IN_LESSON.run.way, IN_LESSON.run.at) == (
        Page.LESSON,
        Way.WATCH,
        lesson_run.OPENING,
    )
    only_alone = visit.open_lesson(AT_HOME, lesson(tap("a", ways=["alone"])))
    assert only_alone.run.way is Way.ALONE


def test_opening_a_lesson_takes_the_sign_for_staff_away():
    assert not visit.open_lesson(replace(AT_HOME, calling_staff=True), LESSON).calling_staff


def test_one_way_leads_into_the_next_and_the_last_one_to_the_end():
    state, ways = IN_LESSON, []
    while state.page is Page.LESSON:
        ways.append(state.run.way)
        state = run_to_end(state)
    assert ways == list(Way)
    assert state.page is Page.DONE


def test_who_did_it_alone_is_praised_and_nobody_else():
    after_watching = run_to_end(IN_LESSON)
    after_alone = run_to_end(visit.choose_way(IN_LESSON, Way.ALONE))
    assert not after_watching.run.feedback
    assert after_alone.run.feedback == prompts.ALONE_DONE


def test_another_way_may_be_chosen_at_any_time_even_at_the_end():
    asked = replace(IN_LESSON, choosing_way=True)
    chosen = visit.choose_way(asked, Way.ALONE)
    assert (chosen.run, chosen.choosing_way) == (lesson_run.begin(LESSON, Way.ALONE), False)
    done = run_to_end(visit.choose_way(IN_LESSON, Way.OWN_PHONE))
    assert visit.choose_way(done, Way.WATCH).page is Page.LESSON
    assert visit.choose_way(AT_HOME, Way.ALONE) == AT_HOME


class TestBack:
    def test_in_a_lesson_it_is_the_step_before(self):
        headless = visit.with_run(IN_LESSON, lesson_run.next_step(IN_LESSON.run))
        assert visit.go_back(headless) == IN_LESSON

    def test_from_a_ways_card_it_is_the_way_before_and_from_the_first_home(self):
        together = visit.choose_way(IN_LESSON, Way.TOGETHER)
        assert visit.go_back(together) == IN_LESSON
        assert visit.go_back(IN_LESSON) == AT_HOME

    def test_from_the_end_it_is_the_last_step(self):
        done = run_to_end(visit.choose_way(IN_LESSON, Way.OWN_PHONE))
        again = visit.go_back(done)
        assert (again.page, again.run.at, again.run.over) == (Page.LESSON, 1, False)

    def test_at_home_it_is_the_tiles_before_then_the_languages_then_the_beginning(self):
        second = visit.turn_home_page(AT_HOME, lessons=7)
        assert second.home_page == 1
        assert visit.go_back(second) == AT_HOME
        assert visit.go_back(AT_HOME).page is Page.LANGUAGE
        assert visit.go_back(visit.begin(FRESH, 2)).page is Page.ATTRACT
        assert visit.go_back(FRESH) == FRESH

    @pytest.mark.parametrize("through", [False, True])
    def test_from_the_staffs_door_it_is_where_one_came_from(self, through):
        at_door = visit.ask_pin(replace(IN_LESSON, calling_staff=True))
        assert (at_door.page, at_door.calling_staff) == (Page.PIN, False)
        inside = visit.open_staff_area(at_door) if through else at_door
        assert visit.go_back(inside).page is Page.LESSON
        assert visit.go_back(inside).run == IN_LESSON.run


def test_home_leaves_the_lesson_and_closes_what_lies_upon_it():
    busy = replace(IN_LESSON, calling_staff=True, choosing_way=True)
    assert visit.go_home(busy) == AT_HOME


@pytest.mark.parametrize(("lessons", "pages"), [(0, 1), (1, 1), (6, 1), (7, 2), (12, 2), (13, 3)])
def test_six_tiles_a_page_round_and_round(lessons, pages):
    assert visit.pages_for(lessons) == pages
    state = AT_HOME
    for _ in range(pages):
        state = visit.turn_home_page(state, lessons)
    assert state == AT_HOME


@pytest.mark.parametrize(("wanted", "got"), [(-3, 1), (0, 1), (1, 1), (5, 5), (6, 5)])
def test_the_volume_stays_on_its_scale(wanted, got):
    assert (
        visit.with_preferences(FRESH, DisplayPreferences(volume=wanted)).preferences.volume == got
    )


def test_the_next_visit_keeps_nothing_of_this_one():
    changed = replace(
        IN_LESSON,
        language="vi",
        preferences=DisplayPreferences(TextSize.LARGEST, slow=True),
        home_page=2,
    )
    assert visit.new_visit(SETTINGS) == FRESH != changed
