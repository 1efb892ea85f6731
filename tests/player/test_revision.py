"""A lesson that changes while it is played keeps the learner at the same place."""

import pytest
from making import explain, lesson, tap

from kiosk.domain.way import Way
from kiosk.player import lesson_run, visit
from kiosk.player.lesson_run import OPENING
from kiosk.player.revision import in_revision

STEPS = (
    explain("Chào bác."),
    explain("Mạng là gì.", name="mang"),
    tap("a"),
    explain("Xong rồi."),
)


def at_step(number, way=Way.WATCH, steps=STEPS):
    run = lesson_run.begin(lesson(*steps), way)
    for _ in range(number):
        run = lesson_run.next_step(run)
    return run


def shown(run):
    return run.step.line.text


def test_an_unchanged_step_is_kept_wherever_it_goes():
    run = at_step(3)
    assert shown(in_revision(run, lesson(explain("Mới."), explain("Nữa."), *STEPS))) == "Chạm a."
    assert shown(in_revision(run, lesson(*STEPS[2:]))) == "Chạm a."


def test_a_step_is_known_by_its_name_before_all_else():
    rewritten = explain("Câu khác hẳn, dài hơn nhiều.", name="mang")
    assert in_revision(at_step(2), lesson(explain("Mạng là gì."), rewritten)).at == 1


def test_a_reworded_step_is_known_by_its_words():
    steps = (explain("Mới."), *STEPS[:3], explain("Thế là xong rồi."))
    assert shown(in_revision(at_step(4), lesson(*steps))) == "Thế là xong rồi."


def test_of_two_that_say_the_same_the_nearer_is_taken():
    steps = (explain("Chào."), explain("A b c."), explain("Chào."), explain("D e f."))
    run = at_step(3, steps=steps)
    reworded = (explain("Chào bác."), steps[1], explain("Chào bác."), steps[3])
    assert in_revision(run, lesson(*reworded)).at == 2


def test_a_step_unlike_any_other_leaves_the_place():
    assert in_revision(at_step(3), lesson(*(explain(word) for word in "kvz"))).at == 2
    assert in_revision(at_step(4), lesson(explain("k"), explain("v"))).at == 1


def test_the_opening_card_stays_the_opening_card():
    assert in_revision(at_step(0), lesson(*STEPS)).at == OPENING


def test_a_way_that_is_no_more_gives_way_to_the_first():
    run = at_step(1, Way.ALONE)
    assert in_revision(run, lesson(explain("Chào bác."))).way is Way.WATCH


def test_a_run_that_is_over_stays_over_in_the_new_revision():
    run = in_revision(at_step(5), lesson(*STEPS, title="Mới"))
    assert run.over
    assert run.lesson.head.title == "Mới"


@pytest.mark.parametrize("number", range(1, 5))
def test_back_leads_to_the_step_before(number):
    run = in_revision(at_step(number), lesson(*STEPS))
    assert lesson_run.back(run).number == number - 1


def test_what_was_done_in_the_step_begins_anew_and_the_rest_is_as_it_was():
    home = visit.Visit(page=visit.Page.HOME)
    playing = visit.open_lesson(home, lesson(*STEPS))
    again = visit.with_revision(playing, lesson(*STEPS, title="Mới"))
    assert (again.page, again.run.at) == (visit.Page.LESSON, OPENING)
    assert visit.with_revision(home, lesson(*STEPS)) == playing
