"""The short sounds are brief, quiet and free of clicks."""

from array import array
from itertools import pairwise

import pytest

from kiosk.narration.sounds import RATE_HZ, SHORT, Sound, clip_of

SOFT = 0.35
STEP = 0.12
"""Largest step between two samples that is not heard as a click."""


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_short_soft_and_begins_and_ends_in_silence(sound):
    clip = clip_of(sound)
    samples = array("h", clip.samples)

    shortest_ms, longest_ms = (15, 400) if sound in SHORT else (1000, 2200)
    assert shortest_ms <= clip.duration_ms <= longest_ms
    assert clip.sample_rate_hz == RATE_HZ
    assert (0.03 if sound is Sound.TOUCH else 0.1) < max(map(abs, samples)) / 32768 < SOFT
    assert abs(samples[0]) < 300
    assert abs(samples[-1]) < 300
    jumps = (abs(after - before) for before, after in pairwise(samples))
    assert max(jumps) / 32768 < STEP


def test_a_telephone_rings_twice():
    samples = array("h", clip_of(Sound.PHONE).samples)
    block = RATE_HZ // 50
    loud = [
        max(map(abs, samples[at : at + block])) > 1000
        for at in range(0, len(samples) - block, block)
    ]

    begins = sum(now and not before for before, now in zip([False, *loud], loud, strict=False))
    assert begins == 2


def test_what_is_right_is_told_by_two_rising_notes_where_old_ears_hear_well():
    samples = array("h", clip_of(Sound.RIGHT).samples)
    middle = round(0.12 * RATE_HZ)
    notes_hz = [_pitch_hz(samples[:middle]), _pitch_hz(samples[middle : middle + RATE_HZ // 10])]
    assert 500 <= notes_hz[0] < notes_hz[1] <= 1000


def _pitch_hz(samples) -> float:
    """The number of zero crossings from below per second."""
    rises = [at for at, (one, two) in enumerate(pairwise(samples)) if one < 0 <= two]
    return RATE_HZ * (len(rises) - 1) / (rises[-1] - rises[0])
