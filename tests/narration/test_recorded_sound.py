"""Processing of a recorded sentence before it is stored."""

import math
import random
from array import array

import pytest

from kiosk.narration.recordings.sound import (
    LOUDNESS_DB,
    STUDIO_START_MS,
    Flaw,
    UnfitError,
    loudness_db,
    normalised,
)
from kiosk.narration.utterance import Clip

RATE_HZ = 16_000


def tone(duration_ms, level=0.1, rate_hz=RATE_HZ):
    """A synthetic voice: a low tone that rises and falls like syllables."""
    return [
        level
        * math.sin(2 * math.pi * 180 * at / rate_hz)
        * (0.6 + 0.4 * math.sin(2 * math.pi * 4 * at / rate_hz))
        for at in range(duration_ms * rate_hz // 1000)
    ]


def hiss(duration_ms, level=0.0005, rate_hz=RATE_HZ):
    noise = random.Random(7)
    return [noise.uniform(-level, level) for _ in range(duration_ms * rate_hz // 1000)]


def clip(*parts, rate_hz=RATE_HZ, word_starts_ms=()):
    wave = [max(-1.0, min(1.0, value)) for part in parts for value in part]
    samples = array("h", [round(value * 32767) for value in wave])
    return Clip(samples.tobytes(), rate_hz, word_starts_ms)


def peak(heard):
    return max(abs(value) for value in array("h", heard.samples)) / 32767


def refused(*parts, **options):
    with pytest.raises(UnfitError) as refusal:
        normalised(clip(*parts), **{"words": 4, **options})
    return refusal.value.flaw


def test_the_silence_around_a_voice_goes_and_a_breath_of_it_stays():
    heard = normalised(clip(hiss(900), tone(1000), hiss(1500)), words=4)
    assert 1000 <= heard.duration_ms <= 1000 + 80 + 160 + 40


def test_a_pause_within_the_sentence_stays():
    heard = normalised(clip(hiss(500), tone(600), hiss(700), tone(600), hiss(500)), words=4)
    assert heard.duration_ms >= 1900


def test_soft_and_loud_voices_become_equally_loud():
    soft = normalised(clip(hiss(300), tone(1000, level=0.02), hiss(300)), words=4)
    loud = normalised(clip(hiss(300), tone(1000, level=0.7), hiss(300)), words=4)
    assert loudness_db(soft) == pytest.approx(LOUDNESS_DB, abs=0.7)
    assert loudness_db(loud) == pytest.approx(LOUDNESS_DB, abs=0.7)


def test_a_shout_within_a_soft_sentence_stays_below_the_limit():
    heard = normalised(clip(tone(1500, level=0.02), tone(30, level=0.9), tone(1500, 0.02)), words=4)
    assert 0.3 < peak(heard) <= 10 ** (-1 / 20) + 0.001


def test_a_single_knock_before_the_voice_is_cut_off():
    knock = [0.9, -0.9] * 20
    heard = normalised(clip(hiss(200), knock, hiss(800), tone(1000), hiss(200)), words=4)
    assert heard.duration_ms < 1300


def test_the_start_is_dropped_when_the_studio_asks_for_it():
    touch = tone(200, level=0.4)
    whole = clip(touch, hiss(600), tone(1000), hiss(200))
    assert normalised(whole, words=4).duration_ms > 1700
    assert normalised(whole, words=4, dropped_ms=STUDIO_START_MS).duration_ms < 1300


def test_the_times_of_words_move_with_what_was_cut_off():
    whole = clip(hiss(500), tone(1000), hiss(200), word_starts_ms=(500, 1000))
    first, second = normalised(whole, words=2).word_starts_ms
    assert second - first == 500
    assert 60 <= first <= 110


def test_silence_is_refused_as_too_quiet():
    assert refused(hiss(2000)) is Flaw.TOO_QUIET
    assert refused([0.0] * RATE_HZ) is Flaw.TOO_QUIET


def test_a_whisper_far_away_is_refused_as_too_quiet():
    assert refused(hiss(500, 0.0002), tone(1500, level=0.004), hiss(500, 0.0002)) is Flaw.TOO_QUIET


def test_a_moment_is_refused_as_too_short():
    assert refused(hiss(500), tone(200), hiss(500)) is Flaw.TOO_SHORT
    assert refused([], words=1) is Flaw.TOO_SHORT


def test_one_word_for_a_long_sentence_is_refused_as_too_short():
    assert refused(tone(600), words=12) is Flaw.TOO_SHORT
    assert normalised(clip(tone(600)), words=1).duration_ms > 500


def test_a_whole_story_for_a_short_sentence_is_refused_as_too_long():
    assert refused(tone(15_000), words=3) is Flaw.TOO_LONG


def test_a_voice_too_near_to_the_microphone_is_refused_as_clipped():
    assert refused(tone(1500, level=2.5)) is Flaw.CLIPPED


def test_a_loud_voice_that_is_not_clipped_is_kept():
    assert normalised(clip(tone(1500, level=0.97)), words=4).duration_ms >= 1500


def test_more_samples_than_one_can_hear_become_48_khz():
    fine = normalised(clip(tone(800, rate_hz=96_000), rate_hz=96_000), words=2)
    assert fine.sample_rate_hz == 48_000
    assert fine.duration_ms == pytest.approx(800, abs=30)
    assert loudness_db(fine) == pytest.approx(LOUDNESS_DB, abs=0.7)
