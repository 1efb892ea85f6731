"""Slowed-down speech: the pitch is unchanged, words are longer, pauses longer still."""

import math
from array import array

import numpy as np
import pytest
from made_recordings import RATE_HZ, tone

from kiosk.narration.engines import espeak
from kiosk.narration.recordings.stretch import stretched
from kiosk.narration.utterance import Clip, SpokenWord

PERCENT = 132


def silence(duration_ms):
    return bytes(2 * duration_ms * RATE_HZ // 1000)


def said(*parts, starts_ms=()):
    return Clip(b"".join(parts), RATE_HZ, starts_ms)


def wave(clip):
    return np.frombuffer(clip.samples, dtype="<i2").astype(float)


def height_hz(clip):
    """The strongest frequency."""
    samples = wave(clip)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size), 1 << 18))
    return float(np.argmax(spectrum)) * clip.sample_rate_hz / (1 << 18)


def heard_ms(clip):
    """The alternating start and end times of sound."""
    loud = np.convolve(np.abs(wave(clip)) > 300, np.ones(320), mode="same") > 0
    edges = np.flatnonzero(np.diff(loud, prepend=False, append=False))
    return [edge * 1000 / clip.sample_rate_hz for edge in edges]


@pytest.mark.parametrize("height", [90, 180, 330])
def test_it_is_longer_and_as_high_as_before(height):
    slow = stretched(tone(height, 900), PERCENT)
    assert slow.duration_ms == pytest.approx(900 * 1.32, abs=5)
    assert height_hz(slow) == pytest.approx(height, rel=0.01)


def test_it_is_as_even_as_before():
    samples = wave(stretched(tone(180, 900), PERCENT))
    loudest = [np.abs(part).max() for part in np.array_split(samples[800:-800], 40)]
    assert min(loudest) > 0.9 * 6000
    assert max(loudest) < 1.1 * 6000


def test_rests_grow_more_than_words_and_word_times_go_with_them():
    first, second = tone(180, 600).samples, tone(220, 600).samples
    clip = said(first, silence(400), second, starts_ms=(0, 300, 1000))
    slow = stretched(clip, PERCENT)
    _, ends, begins, _ = heard_ms(slow)
    assert ends == pytest.approx(600 * 1.32, abs=30)
    assert begins - ends == pytest.approx(400 * 1.32**2, abs=50)
    assert slow.word_starts_ms == pytest.approx((0, 300 * 1.32, begins), abs=30)


def test_a_short_gap_within_a_word_is_no_rest():
    clip = said(tone(180, 600).samples, silence(100), tone(180, 600).samples)
    assert stretched(clip, PERCENT).duration_ms == pytest.approx(1300 * 1.32, abs=5)


@pytest.mark.parametrize("samples", [b"", bytes(200), bytes(2 * RATE_HZ)])
def test_next_to_nothing_stays_next_to_nothing(samples):
    assert not wave(stretched(Clip(samples, RATE_HZ, (0,)), PERCENT)).any()


def test_at_its_own_pace_it_is_the_same_clip():
    assert stretched(tone(), 100) == tone()


@pytest.mark.skipif(espeak.Espeak().problem() is not None, reason="espeak-ng is not installed")
def test_a_voice_keeps_its_height():
    words = [SpokenWord(0, 6, "Bác tìm hình bánh răng trên màn hình.")]
    clip = espeak.Espeak().render(words, "vi", "vi+f3", 125)
    slow = stretched(clip, PERCENT)
    assert slow.duration_ms > 1.3 * clip.duration_ms
    assert voice_hz(slow) == pytest.approx(voice_hz(clip), rel=0.05)


def voice_hz(clip):
    """The median pitch of the voiced parts, by autocorrelation."""
    samples, rate = wave(clip), clip.sample_rate_hz
    least, most, size = rate // 350, rate // 70, rate // 20
    found = []
    for part in (samples[at : at + size] for at in range(0, samples.size - size, size // 2)):
        alike = np.correlate(part, part, mode="full")[size - 1 :]
        best = least + int(np.argmax(alike[least:most]))
        if math.sqrt(alike[0] / size) > 500 and alike[best] > 0.6 * alike[0]:
            found.append(rate / best)
    return float(np.median(found))


def test_loud_parts_do_not_overflow():
    loud = Clip(array("h", [32767, -32768] * RATE_HZ).tobytes(), RATE_HZ, ())
    assert np.abs(wave(stretched(loud, PERCENT))).max() <= 32768
