"""The sentences that a language needs for a lesson, and the languages offered for it."""

import random

import pytest
from making import ask, explain, lesson, tap

from kiosk.domain import prompts
from kiosk.domain.settings import Languages
from kiosk.folders import CHECKOUT, Folders
from kiosk.i18n.catalogue import EMPTY
from kiosk.i18n.languages import Language
from kiosk.library.library import load_library
from kiosk.narration.engine import Ability
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.coverage import Needs, coverage_of
from kiosk.player.lesson_needs import core_of, needs_of, teachable
from kiosk.player.offered_languages import offered, offered_languages_of
from kiosk.player.rehearsals import random_rehearsals
from kiosk.player.simulated_visit import Learner, heard_by

KNOWN = {
    code: Language(code=code, name=name, greeting=greeting)
    for code, name, greeting in (("vi", "Tiếng Việt", "Xin chào"), ("rad", "Klei Êđê", None))
}
SETTINGS = Languages(offered=("vi", "rad"), least_coverage=50)
WRONG = "Chưa phải nút này."


def keys(*texts):
    return {sentence_key(text) for text in texts}


@pytest.fixture
def short():
    return lesson(
        explain("Đây là Wi-Fi."),
        tap(say="Bác chạm nút.", wrong=WRONG),
        ask({"text": "Có", "right": True, "because": "Đúng rồi."}, {"text": "Không"}),
    )


def spoken_of(made):
    return needs_of(made).always | keys(*core_of([made]))


def offered_language(made, spoken):
    """The language with these sentences recorded."""
    abilities = (Ability("recordings", "1", None, {}, {"rad": dict.fromkeys(spoken, "clip")}),)
    core = tuple(sentence_key(text) for text in core_of([made]))
    needs = Needs(sentence_key("Xin chào"), core, {made.id: needs_of(made)})
    lines = (*prompts.lines(), *made.lines())
    return offered_languages_of(
        SETTINGS, KNOWN, coverage_of(lines, {"rad": EMPTY}, abilities, needs)
    )


def test_a_lesson_needs_what_is_heard_without_a_wrong_touch(short):
    needed = needs_of(short).always
    assert keys("Đây là Wi-Fi.", "Bác chạm nút.", "Có", "Không", "Đúng rồi.") <= needed
    assert not keys(WRONG) & needed


def test_it_is_taught_with_the_last_sentence_that_it_needs_and_not_before(short):
    spoken = spoken_of(short)
    for missing in spoken:
        rest = spoken - {missing}
        assert not offered_language(short, rest)[1].teaches(short.id)
    assert offered_language(short, spoken)[1].teaches(short.id)


def test_the_first_recorded_greeting_makes_the_tile_appear(short):
    assert [each.code for each in offered(offered_language(short, set()))] == ["vi"]
    rad = offered(offered_language(short, keys("Xin chào")))[1]
    assert (rad.code, rad.speaks, rad.reads) == ("rad", True, False)
    assert not rad.teaches(short.id)


def test_a_taught_lesson_offers_the_language_whatever_share_the_centre_asks_for(short):
    assert offered(offered_language(short, spoken_of(short)))[-1].code == "rad"


def test_rehearsals_that_are_spoken_are_enough_and_are_played_alone():
    groups = ("mot", "hai", "ba", "bon")
    made = lesson(
        explain("Chào bác."), *(explain(f"Tập {name}.", group=name) for name in groups), rehearse=2
    )
    needs = needs_of(made)
    assert needs.drawn == 2
    assert set(needs.rehearsals) == set(groups)
    core = tuple(sentence_key(text) for text in core_of([made]))
    one = needs.always | set(core) | keys("Tập mot.")
    two = one | keys("Tập ba.")
    assert not teachable(core, {"a": needs}, one.__contains__).lessons
    found = teachable(core, {"a": needs}, two.__contains__)
    assert found.lessons == {"a": made.head.title}
    for seed in range(10):
        played = random_rehearsals(made, random.Random(seed), found.rehearsals["a"])
        assert set(played.groups) == {"mot", "ba"}


def test_every_learner_comes_to_the_end_of_every_lesson():
    for name, made in load_library(Folders(home=CHECKOUT)).lessons.items():
        for learner in Learner:
            heard = [line.text for line in heard_by(learner, made)]
            assert (made.head.closing or prompts.LESSON_DONE.text) in heard, (name, learner)


def test_who_goes_astray_hears_of_it(short):
    assert WRONG not in [line.text for line in heard_by(Learner.SURE, short)]
    assert WRONG in [line.text for line in heard_by(Learner.HESITANT, short)]
