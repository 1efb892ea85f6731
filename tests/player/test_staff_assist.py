"""Staff open a lesson: at once on an idle kiosk, else if the learner agrees or staff insist."""

from dataclasses import replace

import pytest
from making import explain, lesson, tap

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.domain.settings import Settings
from kiosk.player import lesson_run, staff_assist
from kiosk.player.number_pad import PadMessage
from kiosk.player.speech import is_new_speech, lines_of
from kiosk.player.visit import (
    Page,
    ask_pin,
    go_back,
    go_home,
    new_visit,
    open_lesson,
    open_staff_area,
    with_run,
)

HERS = lesson(explain(), tap(), explain("Xong."))
OTHER = lesson(explain(), title="Bài kia", number=2).model_copy(update={"id": "bai-kia"})
THIRD = OTHER.model_copy(update={"id": "bai-ba"})


@pytest.fixture
def learning():
    visit = open_lesson(new_visit(Settings()), HERS)
    return with_run(visit, lesson_run.next_step(visit.run))


def test_nobody_is_asked_where_nobody_learns(learning):
    attract = new_visit(Settings())
    on_the_opening_card = open_lesson(attract, HERS)
    done = replace(learning, page=Page.DONE)
    behind_the_door = open_staff_area(ask_pin(learning))
    for visit in (attract, go_home(learning), on_the_opening_card, done, behind_the_door):
        assert not staff_assist.must_be_asked(visit, OTHER, 0.0)


def test_a_learner_is_asked_also_behind_the_number_pad_of_the_door(learning):
    assert staff_assist.must_be_asked(learning, OTHER, 0.0)
    assert staff_assist.must_be_asked(ask_pin(learning), OTHER, 0.0)


def test_the_question_is_told_and_no_leaves_everything_as_it_was(learning):
    asked = staff_assist.offer(learning, OTHER, 5.0)
    assert is_new_speech(learning, asked)
    assert lines_of(asked) == (prompts.OFFER, Line("Bài kia"), prompts.DO_YOU_AGREE)
    assert staff_assist.decline(asked) == learning


def test_the_same_number_again_soon_after_is_insisting(learning):
    asked = staff_assist.offer(learning, OTHER, 5.0)
    assert not staff_assist.must_be_asked(asked, OTHER, 14.9)
    assert staff_assist.must_be_asked(asked, OTHER, 15.1)
    assert staff_assist.must_be_asked(asked, THIRD, 6.0)


@pytest.mark.parametrize("apart_s", [0.3, 1.0, 2.0, 2.9])
def test_a_scanner_that_reads_the_same_code_again_and_again_is_not_insisting(learning, apart_s):
    visit, now_s = learning, 5.0
    for _ in range(20):
        assert staff_assist.must_be_asked(visit, OTHER, now_s)
        visit = staff_assist.offer(visit, OTHER, now_s)
        now_s += apart_s
    assert visit.run == learning.run


def test_her_lesson_can_be_gone_back_to(learning):
    opened = open_lesson(staff_assist.offer(learning, OTHER, 5.0), OTHER)
    assert opened.run.lesson is OTHER
    assert opened.pending_offer is None
    for back in (staff_assist.resume(opened), go_back(opened), staff_assist.after_done(opened)):
        assert back.run == learning.run
        assert back.page is Page.LESSON
        assert back.set_aside is None


def test_a_lesson_opened_by_mistake_is_not_kept_in_the_place_of_hers(learning):
    third = open_lesson(open_lesson(learning, OTHER), THIRD)
    assert third.set_aside == learning.run


def test_home_forgets_the_lesson_that_was_set_aside(learning):
    assert go_home(open_lesson(learning, OTHER)).set_aside is None
    assert staff_assist.after_done(open_lesson(new_visit(Settings()), OTHER)).page is Page.HOME


def test_an_unknown_number_is_told_and_nothing_is_lost(learning):
    reported = staff_assist.refuse_number(learning, "999")
    assert lines_of(reported) == (prompts.NO_SUCH_NUMBER,)
    assert reported.pad.digits == "999"
    assert staff_assist.close_pad(reported) == learning
    again = staff_assist.type_on_pad(reported, "1")
    assert (again.pad.digits, again.pad.word) == ("1", PadMessage.WELCOME)


def test_a_foreign_code_is_told_without_a_word_of_it(learning):
    reported = staff_assist.refuse_number(learning, "")
    assert reported.pad.digits == ""
    assert lines_of(reported) == (prompts.NOT_OUR_CODE,)


def test_the_pad_takes_eight_digits_and_gives_them_back():
    visit = staff_assist.open_pad(new_visit(Settings()))
    for digit in "123456789":
        visit = staff_assist.type_on_pad(visit, digit)
    assert visit.pad.digits == "12345678"
    assert staff_assist.erase_on_pad(visit).pad.digits == "1234567"


def test_staff_jump_to_a_step_and_back_leads_to_where_it_was(learning):
    there = staff_assist.jump(staff_assist.open_overlay(learning), 2)
    assert there.run.at == 2
    assert not there.in_overlay
    assert go_back(there).run.at == learning.run.at
    assert staff_assist.jump(learning, 99) == learning


def test_there_is_no_overlay_without_a_lesson():
    assert not staff_assist.open_overlay(new_visit(Settings())).in_overlay
