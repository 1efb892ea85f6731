"""Renders a sentence with words of several languages: one voice per run, joined into a clip."""

from __future__ import annotations

from array import array
from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.narration.sound_end import without_silent_end
from kiosk.narration.utterance import Clip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.narration.engine import Engine
    from kiosk.narration.request import Request

_QUIET_SAMPLE = 64
_REST_MS = 220
"""Length of the pause after a punctuation mark where two runs are joined."""
_STOPS = (".", "!", "?", ";", ":", ",")


def rendered(request: Request, engines: Mapping[str, Engine]) -> Clip:
    """Renders the clip of a request.

    Raises:
        EngineError: an engine produced no sound.
    """
    guests = {guest.language: guest for guest in request.guests}
    runs = [
        (language, tuple(words))
        for language, words in groupby(
            request.words, lambda word: word.language if word.language in guests else ""
        )
    ]
    if not any(language for language, _ in runs):
        return engines[request.engine].render(
            request.words, request.language, request.voice, request.words_per_minute
        )
    joined: Clip | None = None
    for language, words in runs:
        guest = guests.get(language)
        clip = (
            engines[guest.engine].render(words, language, guest.voice, guest.words_per_minute)
            if guest
            else engines[request.engine].render(
                words, request.language, request.voice, request.words_per_minute
            )
        )
        rests = words[-1].text.endswith(_STOPS)
        clip = _bare(clip)
        joined = _joined(joined, clip) if joined else clip
        if rests and (language, words) != runs[-1]:
            joined = _rested(joined)
    assert joined is not None
    return joined


def _bare(clip: Clip) -> Clip:
    """Removes the silence before and after the words."""
    samples = array("h", without_silent_end(clip.samples, clip.sample_rate_hz))
    first = next((at for at, each in enumerate(samples) if abs(each) > _QUIET_SAMPLE), 0)
    early_ms = first * 1000 // clip.sample_rate_hz
    starts = tuple(max(0, start - early_ms) for start in clip.word_starts_ms)
    return Clip(samples[first:].tobytes(), clip.sample_rate_hz, starts)


def _joined(before: Clip, after: Clip) -> Clip:
    """Concatenates two clips at the sample rate of the first."""
    samples = _at_rate(after, before.sample_rate_hz)
    later_ms = before.duration_ms
    starts = tuple(start + later_ms for start in after.word_starts_ms)
    return Clip(before.samples + samples, before.sample_rate_hz, (*before.word_starts_ms, *starts))


def _rested(clip: Clip) -> Clip:
    silence = bytes(2 * (clip.sample_rate_hz * _REST_MS // 1000))
    return Clip(clip.samples + silence, clip.sample_rate_hz, clip.word_starts_ms)


def _at_rate(clip: Clip, rate_hz: int) -> bytes:
    """Resamples the clip by linear interpolation."""
    if clip.sample_rate_hz == rate_hz:
        return clip.samples
    given = array("h", clip.samples)
    count = len(given) * rate_hz // clip.sample_rate_hz
    step = clip.sample_rate_hz / rate_hz
    made = array("h")
    for at in range(count):
        place = at * step
        low = min(int(place), len(given) - 1)
        high = min(low + 1, len(given) - 1)
        made.append(round(given[low] + (given[high] - given[low]) * (place - low)))
    return made.tobytes()
