"""Vietnamese words in an English sentence are spoken by the Vietnamese voice, without a gap."""

from array import array
from itertools import pairwise

import pytest

from kiosk.narration.engine import ability
from kiosk.narration.joining import rendered
from kiosk.narration.pace import SlowWord, slow_words
from kiosk.narration.plan import Planner
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.utterance import Clip, SpokenWord, Utterance

SENTENCE = "Touch Cài đặt (Settings), then type khai tử in Bộ Công an."
MAX_GAP_MS = 260


@pytest.fixture(scope="module")
def plan(engines):
    abilities = [ability(engines["espeak"])]
    return Planner(NarrationSettings()).plan(Utterance(SENTENCE, "en"), abilities)


def spoken_in(plan, language):
    return " ".join(word.text for word in plan.request.words if word.language == language)


def test_runs_of_vietnamese_are_found_and_the_rest_stays_english(plan):
    assert spoken_in(plan, "vi") == "cài đặt khai tử bộ công an."
    assert spoken_in(plan, "") == "Touch (Settings), then type in"


def test_what_could_be_either_is_english_where_nothing_says_otherwise():
    for sentence in ("Go to the man in the shop.", "Can you do that for me?"):
        plan = Planner(NarrationSettings())
        words = plan._reader.words(Utterance(sentence, "en"))
        assert not [word for word in words if word.language]


def test_what_the_list_says_in_english_is_not_parted():
    words = Planner(NarrationSettings())._reader.words(
        Utterance("Choose Đắk Lắk province, then Buôn Ma Thuột.", "en")
    )
    assert not [word for word in words if word.language]
    assert "dahk lahk" in " ".join(word.text for word in words)


def test_each_word_has_its_time_and_none_takes_too_long(plan, engines):
    clip = rendered(plan.request, engines)
    assert len(clip.word_starts_ms) == len(plan.request.words)
    assert list(clip.word_starts_ms) == sorted(clip.word_starts_ms)
    assert clip.word_starts_ms[-1] < clip.duration_ms
    assert not list(slow_words(plan.request.words, clip))


def test_nothing_is_silent_for_long_where_the_voice_changes(plan, engines):
    clip = rendered(plan.request, engines)
    heard = [at for at, each in enumerate(array("h", clip.samples)) if abs(each) > 64]
    gaps_ms = [(after - at) * 1000 / clip.sample_rate_hz for at, after in pairwise(heard)]
    assert max(gaps_ms) < MAX_GAP_MS + 300  # a pause after the comma is allowed
    assert sum(gap > MAX_GAP_MS for gap in gaps_ms) <= 1


def test_a_word_that_is_spelled_is_found():
    words = (SpokenWord(0, 0, "Touch"), SpokenWord(1, 1, "đặt"), SpokenWord(2, 2, "now."))
    clip = Clip(bytes(2 * 22050 * 5), 22050, (0, 300, 4300))
    assert list(slow_words(words, clip)) == [SlowWord("đặt", 4000)]
