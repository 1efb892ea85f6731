"""Staff open a lesson: at once where nobody learns, else only when she agrees or they insist."""

from dataclasses import replace

import pytest
from making import explain, lesson, tap

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.domain.settings import Settings
from kiosk.player import counter, lesson_run
from kiosk.player.number_pad import Word
from kiosk.player.speech import is_news, lines_of
from kiosk.player.visit import (
    Page,
    ask_pin,
    go_back,
    go_home,
    let_staff_in,
    new_visit,
    open_lesson,
    with_run,
)

HERS = lesson(explain(), tap(), explain("Xong."))
OTHER = lesson(explain(), title="Bài kia", number=2).model_copy(update={"id": "bai-kia"})
THIRD = OTHER.model_copy(update={"id": "bai-ba"})


@pytest.fixture
def learning():
    visit = open_lesson(new_visit(Settings()), HERS)
    return with_run(visit, lesson_run.onward(visit.run))


def test_nobody_is_asked_where_nobody_learns(learning):
    attract = new_visit(Settings())
    on_the_opening_card = open_lesson(attract, HERS)
    done = replace(learning, page=Page.DONE)
    behind_the_door = let_staff_in(ask_pin(learning))
    for visit in (attract, go_home(learning), on_the_opening_card, done, behind_the_door):
        assert not counter.must_be_asked(visit, OTHER, 0.0)


def test_a_learner_is_asked_also_behind_the_number_pad_of_the_door(learning):
    assert counter.must_be_asked(learning, OTHER, 0.0)
    assert counter.must_be_asked(ask_pin(learning), OTHER, 0.0)


def test_the_question_is_told_and_no_leaves_everything_as_it_was(learning):
    asked = counter.offer(learning, OTHER, 5.0)
    assert is_news(learning, asked)
    assert lines_of(asked) == (prompts.OFFER, Line("Bài kia"), prompts.DO_YOU_AGREE)
    assert counter.decline(asked) == learning


def test_the_same_number_again_soon_after_is_insisting(learning):
    asked = counter.offer(learning, OTHER, 5.0)
    assert not counter.must_be_asked(asked, OTHER, 14.9)
    assert counter.must_be_asked(asked, OTHER, 15.1)
    assert counter.must_be_asked(asked, THIRD, 6.0)


def test_her_lesson_can_be_gone_back_to(learning):
    opened = open_lesson(counter.offer(learning, OTHER, 5.0), OTHER)
    assert opened.run.lesson is OTHER
    assert opened.offered is None
    for back in (counter.resume(opened), go_back(opened), counter.after_done(opened)):
        assert back.run == learning.run
        assert back.page is Page.LESSON
        assert back.set_aside is None


def test_a_lesson_opened_by_mistake_is_not_kept_in_the_place_of_hers(learning):
    third = open_lesson(open_lesson(learning, OTHER), THIRD)
    assert third.set_aside == learning.run


def test_home_forgets_the_lesson_that_was_set_aside(learning):
    assert go_home(open_lesson(learning, OTHER)).set_aside is None
    assert counter.after_done(open_lesson(new_visit(Settings()), OTHER)).page is Page.HOME


def test_an_unknown_number_is_told_and_nothing_is_lost(learning):
    told = counter.refuse_number(learning, "999")
    assert lines_of(told) == (prompts.NO_SUCH_NUMBER,)
    assert told.pad.digits == "999"
    assert counter.close_pad(told) == learning
    again = counter.type_on_pad(told, "1")
    assert (again.pad.digits, again.pad.word) == ("1", Word.WELCOME)


def test_a_foreign_code_is_told_without_a_word_of_it(learning):
    told = counter.refuse_number(learning, "")
    assert told.pad.digits == ""
    assert lines_of(told) == (prompts.NOT_OUR_CODE,)


def test_the_pad_takes_five_digits_and_gives_them_back():
    visit = counter.open_pad(new_visit(Settings()))
    for digit in "123456":
        visit = counter.type_on_pad(visit, digit)
    assert visit.pad.digits == "12345"
    assert counter.erase_on_pad(visit).pad.digits == "1234"


def test_staff_jump_to_a_step_and_back_leads_to_where_it_was(learning):
    there = counter.jump(counter.open_corner(learning), 2)
    assert there.run.at == 2
    assert not there.in_corner
    assert go_back(there).run.at == learning.run.at
    assert counter.jump(learning, 99) == learning


def test_there_is_no_corner_without_a_lesson():
    assert not counter.open_corner(new_visit(Settings())).in_corner
