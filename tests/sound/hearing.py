"""Finds clips in a recording, with their start and end."""

from dataclasses import dataclass

import numpy as np

_EXCERPT_MS, _EXCERPTS = 400, 4
_PIECE_MS = 50
_SLIP_MS = 40
"""Tolerance in time: a busy machine sometimes drops a part of the recording."""
_SURE = 0.9
_MISSED_AT_THE_END = 3
_LOUD = 200.0


def samples_of(raw):
    return np.frombuffer(raw, dtype="<i2").astype(np.float64)


def at_rate(clip, rate_hz):
    """The samples of a clip, resampled to this rate."""
    wave = samples_of(clip.samples)
    size = wave.size * rate_hz // clip.sample_rate_hz
    return np.interp(np.arange(size) * clip.sample_rate_hz / rate_hz, np.arange(wave.size), wave)


def find(clip, recording, rate_hz):
    """The best match of a clip in the recording, from 0 to 1, and the sample at which it began.

    One of its first excerpts is enough, because a busy machine drops parts of the recording.
    """
    length = rate_hz * _EXCERPT_MS // 1000
    excerpts = range(0, min(clip.size, length * _EXCERPTS) - length + 1, length)
    found = [(_find(clip[at : at + length], recording), at) for at in excerpts]
    (like, place), at = max(found, key=lambda one: one[0][0])
    return like, place - at


def _find(excerpt, recording):
    if recording.size < excerpt.size:
        return 0.0, 0
    length = 1 << (recording.size + excerpt.size).bit_length()
    transformed = np.fft.rfft(recording, length) * np.conj(np.fft.rfft(excerpt, length))
    product = np.fft.irfft(transformed, length)[: recording.size - excerpt.size + 1]
    energy = np.cumsum(np.concatenate(([0.0], recording**2)))
    around = np.sqrt(energy[excerpt.size :] - energy[: -excerpt.size])
    likeness = product / (np.maximum(around, 1.0) * np.maximum(np.linalg.norm(excerpt), 1.0))
    place = int(likeness.argmax())
    return float(likeness[place]), place


@dataclass
class Part:
    """A piece of a clip that is not quiet: its end in the clip and in the recording."""

    clip_ms: float
    heard_ms: float
    heard: bool
    """Whether the recording contains the piece there, without other sound."""


def parts_of(clip, recording, at, rate_hz):
    """The pieces of a clip that began at this sample of the recording."""
    step, slip = rate_hz * _PIECE_MS // 1000, rate_hz * _SLIP_MS // 1000
    parts = []
    for begin in range(0, clip.size - step, step):
        piece, end = clip[begin : begin + step], begin + step
        around = recording[max(0, at + begin - slip) : at + end + slip]
        if around.size < step:
            break
        if np.abs(piece).max() > _LOUD:
            windows = np.lib.stride_tricks.sliding_window_view(around, step)
            norms = np.linalg.norm(windows, axis=1) * np.linalg.norm(piece)
            heard = bool((windows @ piece / np.maximum(norms, 1.0)).max() > _SURE)
            parts.append(Part(end * 1000 / rate_hz, (at + end) * 1000 / rate_hz, heard))
    return parts


def last_before_the_end(parts, after_ms):
    """The last piece heard before several are missing, searched from this time on.

    One missing piece may match other sound by chance, and one may have been dropped.
    """
    before = [part for part in parts if part.heard and part.heard_ms <= after_ms]
    following = [part for part in parts if part.heard_ms > after_ms]
    last, missed = before[-1], 0
    for part in following:
        missed = 0 if part.heard else missed + 1
        if part.heard:
            last = part
        elif missed == _MISSED_AT_THE_END:
            break
    return last


def loud_ms(recording, rate_hz, begin=0):
    """The end times of the pieces of the recording that contain any sound."""
    step = rate_hz * _PIECE_MS // 1000
    return [
        (at + step) * 1000 / rate_hz
        for at in range(begin, recording.size - step, step)
        if np.abs(recording[at : at + step]).max() > _LOUD
    ]
