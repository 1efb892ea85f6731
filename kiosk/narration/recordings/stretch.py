"""Slows down a recording without changing its pitch; pauses are lengthened more than words.

The algorithm is WSOLA: overlapping pieces of the wave are placed further apart, each chosen to
continue the previous one best. Importing this module loads NumPy.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.narration.utterance import Clip

_REST_MS = 150
_LEVEL_MS = 10
_QUIET_DB = -35.0
_PIECE_MS, _REACH_MS = 30, 12

Samples = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Course:
    """A piecewise linear mapping of sample positions before stretching to positions after it."""

    places: Samples
    moved: Samples

    def to(self, place: float | Samples) -> Samples:
        """The position after stretching."""
        return np.asarray(np.interp(place, self.places, self.moved))

    def back(self, place: float) -> int:
        """The position before stretching."""
        return int(np.interp(place, self.moved, self.places))


def stretched(clip: Clip, percent: int) -> Clip:
    """The clip with its words stretched to `percent`, and its pauses (from 150 ms) by its square.

    Word times are adjusted.
    """
    wave = np.frombuffer(clip.samples, dtype="<i2").astype(np.float64)
    rate_hz = clip.sample_rate_hz
    piece = rate_hz * _PIECE_MS // 1000 // 2 * 2
    if percent == 100 or wave.size < 2 * piece:
        return clip
    course = _course(wave, rate_hz, percent / 100)
    slow = _laid_out(wave, course, piece, rate_hz * _REACH_MS // 1000)
    starts = course.to(np.array(clip.word_starts_ms, dtype=np.float64) * rate_hz / 1000)
    starts_ms = tuple(round(float(start) * 1000 / rate_hz) for start in starts)
    samples = np.clip(slow, -32768, 32767).round().astype("<i2").tobytes()
    return Clip(samples, rate_hz, starts_ms)


def _course(wave: Samples, rate_hz: int, share: float) -> _Course:
    """Stretches words by `share`, pauses by its square."""
    frame = max(1, rate_hz * _LEVEL_MS // 1000)
    frames = wave[: wave.size // frame * frame].reshape(-1, frame)
    levels = np.sqrt(np.mean(frames**2, axis=1))
    quiet = levels < np.percentile(levels, 95) * 10 ** (_QUIET_DB / 20)
    edges = np.flatnonzero(np.diff(quiet, prepend=False, append=False))
    rests = edges.reshape(-1, 2)
    long = rests[rests[:, 1] - rests[:, 0] >= _REST_MS // _LEVEL_MS]
    places = np.unique(np.concatenate(([0], long.ravel() * frame, [wave.size])))
    resting = np.isin(places[:-1], long[:, 0] * frame)
    lengths = np.diff(places) * np.where(resting, share**2, share)
    moved = np.concatenate(([0.0], np.cumsum(lengths)))
    return _Course(places.astype(np.float64), moved)


def _laid_out(wave: Samples, course: _Course, piece: int, reach: int) -> Samples:
    """Overlap-adds the pieces, each overlapping the previous one by half."""
    hop = piece // 2
    size = round(float(course.moved[-1]))
    room = np.pad(wave, (reach, piece + hop + 2 * reach))
    shape = np.hanning(piece + 1)[:-1]
    slow = np.zeros(size + piece)
    at = reach
    slow[:hop] = room[at : at + hop] * (
        1 - shape[:hop]
    )  # the part that the first piece fades in over
    for place in range(0, size, hop):
        if place:
            wanted = min(course.back(place), wave.size)
            at = wanted + _best(room[wanted : wanted + piece + 2 * reach], room[at + hop :][:piece])
        slow[place : place + piece] += room[at : at + piece] * shape
    return slow[:size]


def _best(near: Samples, going_on: Samples) -> int:
    """The offset of the piece most similar to the natural continuation (cross-correlation)."""
    alike = np.correlate(near, going_on, mode="valid")
    power = np.convolve(near**2, np.ones(going_on.size), mode="valid")
    return int(np.argmax(alike / np.sqrt(np.maximum(power, 1.0))))
