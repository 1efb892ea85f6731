"""A learner who only listens finds the next touch, and stops if it was not named."""

import pytest
from making import RIGHT, WRONG, ask, explain, lesson, step, tap

from kiosk.domain import prompts
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player.lesson_run import begin, next_step, touch
from kiosk.player.listening import HINT, Heard, touch_by_ear


def at_step(way, *steps):
    return next_step(begin(lesson(*steps), way))


def heard(*sentences, named=()):
    said, targets = frozenset(sentences), frozenset(named)
    return Heard(said, said, said, targets, targets)


def heard_at(run, *besides, named=()):
    """The spoken texts: the step's own sentence and these."""
    return heard(run.line.text, *besides, named=named)


def test_next_is_touched_once_it_was_named():
    run = at_step(Way.WATCH, explain())
    assert touch_by_ear(run, heard_at(run)) is None
    assert touch_by_ear(run, heard_at(run, named=[NEXT])) == NEXT


@pytest.mark.parametrize("way", Way)
def test_a_step_whose_sentence_was_not_said_is_never_left(way):
    run = at_step(way, tap("a"))
    opening = prompts.OPENINGS[way].text
    assert touch_by_ear(run, heard(opening, named=[NEXT])) is None
    assert touch_by_ear(run, heard_at(run, opening, named=[NEXT])) is not None


@pytest.mark.parametrize("way", [Way.WATCH, Way.OWN_PHONE])
def test_where_it_is_only_looked_at_each_thing_of_a_list_was_said_too(way):
    papers = step("papers", papers="Mang gì?", items=["Thẻ", "Ảnh"])
    run = at_step(way, papers)
    assert touch_by_ear(run, heard_at(run, named=[NEXT, "paper:1"])) is None
    assert touch_by_ear(run, heard_at(run, named=[NEXT, "paper:1", "paper:2"])) == NEXT


def test_a_choice_is_touched_that_was_said_and_again_to_take_it():
    run = at_step(Way.TOGETHER, ask(WRONG, RIGHT))
    assert touch_by_ear(run, heard_at(run)) is None
    assert touch_by_ear(run, heard_at(run, named=["choice:1"])) is None
    known = heard_at(run, named=["choice:1", "choice:2"])
    first = touch_by_ear(run, known)
    assert first == "choice:1"
    said = touch(run, first)
    assert touch_by_ear(said, known) == "choice:1"
    taken = touch(said, "choice:1")
    assert touch_by_ear(taken, known) == "choice:2"


def test_what_stands_on_the_phone_is_found_when_the_sentence_names_it():
    run = at_step(Way.ALONE, tap("a"))
    assert touch_by_ear(run, heard_at(run)) is None
    assert touch_by_ear(run, heard_at(run, "Bác chạm chữ A nhé.")) == "a"


def test_alone_she_asks_for_a_hint_where_she_was_told_of_it():
    run = at_step(Way.ALONE, tap("b"))
    assert touch_by_ear(run, heard_at(run, prompts.OPENINGS[Way.ALONE].text)) == HINT


@pytest.mark.parametrize("kind", ["order", "papers", "spot"])
def test_every_kind_with_something_to_choose_says_all_of_it(kind):
    made = {
        "order": step("order", order="Xếp.", items=["Một", "Hai", "Ba"]),
        "papers": step("papers", papers="Mang gì?", items=["Thẻ", "Ảnh"]),
        "spot": step("spot", spot="Tìm.", parts=[{"text": "Gấp"}, {"text": "Mã", "sign": True}]),
    }[kind]
    words = {line.text for line in made.spoken_options()}
    assert (
        words
        == {
            "order": {"Một", "Hai", "Ba"},
            "papers": {"Thẻ", "Ảnh"},
            "spot": {"Gấp", "Mã"},
        }[kind]
    )
