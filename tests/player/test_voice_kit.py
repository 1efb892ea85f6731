"""The first sentences to record in a language, ordered by their use."""

import pytest

from kiosk.domain import prompts
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.voice_kit import A_BLOCK, voice_kit

GREETING = "Xin chào bác!"
FIRST = ("noi-wifi", "lua-dao")


@pytest.fixture(scope="module")
def lessons():
    return load_library(Folders(home=CHECKOUT)).lessons


@pytest.fixture(scope="module")
def kit(lessons):
    return voice_kit(lessons.values(), GREETING, FIRST)


def test_it_is_an_afternoon_of_real_sentences_each_once(kit, lessons):
    known = {line.text for lesson in lessons.values() for line in lesson.lines()}
    known |= {line.text for line in prompts.lines()} | {GREETING}
    keys = [sentence_key(line.text) for line in kit.lines]
    assert 100 <= len(keys) <= 180
    assert len(set(keys)) == len(keys)
    assert {line.text for line in kit.lines} <= known


def test_the_greeting_is_first_then_what_is_heard_in_every_lesson(kit, lessons):
    assert kit.lines[0].text == GREETING
    own = [line for line in kit.lines[1:A_BLOCK] if not line.lesson]
    assert len(own) == A_BLOCK - 1
    assert min(line.heard for line in own) >= len(lessons)


def test_whole_lessons_follow_and_each_ten_sentences_tell_what_works(kit):
    counts = [reached.sentences for reached in kit.milestones]
    assert counts == [*range(A_BLOCK, counts[-1], A_BLOCK), len(kit.lines)]
    shares = [reached.heard_percent for reached in kit.milestones]
    assert shares == sorted(shares)
    taught = [len(reached.teachable.lessons) for reached in kit.milestones]
    assert taught == sorted(taught)
    assert set(FIRST) <= set(kit.milestones[-1].teachable.lessons)
    assert not kit.milestones[0].teachable.core
    assert kit.milestones[2].teachable.core


def keys_of(kit, count):
    return {sentence_key(line.text) for line in kit.lines[:count]}


def test_the_next_lesson_is_told_with_the_sentences_that_it_takes(kit, lessons):
    title = lessons["noi-wifi"].head.title
    for reached in kit.milestones:
        if title in reached.teachable.lessons.values():
            break
        assert reached.next_lesson == title
        enough = keys_of(kit, reached.sentences + reached.wanting)
        assert title in kit.reached(enough.__contains__).teachable.lessons.values()
    assert (kit.milestones[-1].next_lesson, kit.milestones[-1].wanting) == ("", 0)


@pytest.mark.parametrize(("count", "expected"), [(1, True), (2, False), (9, False), (10, True)])
def test_what_works_is_told_after_the_greeting_and_after_each_ten(kit, count, expected):
    assert (kit.milestone(keys_of(kit, count).__contains__) is not None) is expected


def test_what_to_do_after_a_fraud_is_in_it(kit):
    assert any("Lỡ" in line.text for line in kit.lines)


def test_a_centre_that_teaches_one_lesson_has_a_kit_of_it(lessons):
    one = voice_kit([lessons["noi-wifi"]], GREETING, ("gone",))
    assert "noi-wifi" in one.milestones[-1].teachable.lessons
