"""Prepares a recorded sentence: trims it, normalises its loudness, or rejects it.

Levels are in dB relative to full scale. Importing this module loads NumPy, so import it only
where sounds are processed, not at the start of the window.
"""

from dataclasses import replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from kiosk.narration.utterance import Clip

STUDIO_START_MS = 300
"""Cut from the start of studio recordings: it contains the touch and the microphone's start-up."""
MAX_RATE_HZ = 48_000
LOUDNESS_DB = -20.0
PEAK_DB = -1.0

_FULL_SCALE = 32768.0
_FRAME_MS = 10
_SURE_FRAMES = 3
_LOUD_PERCENTILE = 95
_ABOVE_NOISE_DB = 10.0
_VOICE_RANGE_DB = (35.0, 20.0)
_MIN_VOICE_DB = -55.0
_BEFORE_MS, _AFTER_MS, _FADE_MS = 80, 160, 5
_QUIETEST_DB = -45.0
_MIN_MS, _MIN_WORD_MS = 250, 70
_MAX_MS, _MAX_WORD_MS = 5000, 1500
_CLIPPED_FROM, _CLIPPED_STEP, _CLIPPED_RUN = 0.985, 4 / _FULL_SCALE, 3
_CLIPPED_SHARE, _CLIPPED_SAMPLES = 0.0005, 12
_LIMITER_MS, _LIMITER_REACH, _LIMITER_SOFT = 1, 8, 4

Samples = NDArray[np.float64]


class Flaw(StrEnum):
    """Why a recording is rejected."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_QUIET = "too_quiet"
    CLIPPED = "clipped"


class UnfitError(ValueError):
    """The recording cannot be used."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


def normalised(clip: Clip, *, words: int, dropped_ms: int = 0) -> Clip:
    """The voice alone, at the same loudness as all recordings; word times are adjusted.

    Args:
        clip: the clip as recorded.
        words: number of words in the Vietnamese sentence; a recording much too short is rejected.
        dropped_ms: how much is cut off at the start first.

    Raises:
        UnfitError: the recording cannot be used.
    """
    rate_hz = clip.sample_rate_hz
    dropped = rate_hz * dropped_ms // 1000
    wave = np.frombuffer(clip.samples, dtype="<i2")[dropped:] / _FULL_SCALE
    if not wave.size:
        raise UnfitError(Flaw.TOO_SHORT)
    first, end = _voice(wave, rate_hz)
    _check(wave[first:end], rate_hz, words)
    start = max(0, first - rate_hz * _BEFORE_MS // 1000)
    voice = wave[start : end + rate_hz * _AFTER_MS // 1000]
    even = _faded(_limited(voice * _gain(wave[first:end], rate_hz), rate_hz), rate_hz)
    moved_ms = (dropped + start) * 1000 // rate_hz
    starts_ms = tuple(max(0, at - moved_ms) for at in clip.word_starts_ms)
    return _resampled(replace(clip, samples=_pcm(even), word_starts_ms=starts_ms))


def loudness_db(clip: Clip) -> float:
    """The loudness of the voice without its pauses."""
    wave = np.frombuffer(clip.samples, dtype="<i2") / _FULL_SCALE
    return _active_db(wave, clip.sample_rate_hz)


def _check(voice: Samples, rate_hz: int, words: int) -> None:
    duration_ms = voice.size * 1000 / rate_hz
    if _is_clipped(voice):
        raise UnfitError(Flaw.CLIPPED)
    if duration_ms < max(_MIN_MS, _MIN_WORD_MS * words):
        raise UnfitError(Flaw.TOO_SHORT)
    if duration_ms > _MAX_MS + _MAX_WORD_MS * words:
        raise UnfitError(Flaw.TOO_LONG)
    if _active_db(voice, rate_hz) < _QUIETEST_DB:
        raise UnfitError(Flaw.TOO_QUIET)


def _levels_db(wave: Samples, rate_hz: int) -> Samples:
    frame = max(1, rate_hz * _FRAME_MS // 1000)
    whole = wave[: max(frame, wave.size // frame * frame)]
    frames = np.resize(whole, (max(1, whole.size // frame), frame))
    power = np.mean(frames**2, axis=1)
    levels: Samples = 10 * np.log10(np.maximum(power, 1e-12))
    return levels


def voiced_runs(clip: Clip) -> list[tuple[int, int]]:
    """The voiced stretches as sample indices (first, first after); clicks are ignored.

    Silences as short as a click count as voice. Long takes are processed minute by minute to
    limit memory.
    """
    rate_hz = clip.sample_rate_hz
    wave = np.frombuffer(clip.samples, dtype="<i2")
    minute = max(1, rate_hz * _FRAME_MS // 1000) * 6000
    levels = [
        _levels_db(wave[at : at + minute] / _FULL_SCALE, rate_hz)
        for at in range(0, wave.size, minute)
    ]
    if not levels:
        return []
    loud = _loud(np.concatenate(levels))
    edges = np.flatnonzero(np.diff(loud, prepend=False, append=False)).reshape(-1, 2)
    frame = max(1, rate_hz * _FRAME_MS // 1000)
    runs: list[tuple[int, int]] = []
    for first, end in edges[edges[:, 1] - edges[:, 0] >= _SURE_FRAMES]:
        if runs and first * frame - runs[-1][1] < _SURE_FRAMES * frame:
            runs[-1] = (runs[-1][0], int(end) * frame)
        else:
            runs.append((int(first) * frame, int(end) * frame))
    return runs


def _loud(levels: Samples) -> NDArray[np.bool_]:
    """Which frames are louder than the noise floor."""
    loudest, noise = _sustained_db(levels), float(np.percentile(levels, 10))
    below, least_below = _VOICE_RANGE_DB
    bar = max(loudest - below, min(noise + _ABOVE_NOISE_DB, loudest - least_below))
    loud: NDArray[np.bool_] = levels > max(bar, _MIN_VOICE_DB)
    return loud


def _voice(wave: Samples, rate_hz: int) -> tuple[int, int]:
    """Start and end of the voice in samples; clicks before and after it are ignored.

    Raises:
        UnfitError: nothing is louder than the noise floor.
    """
    loud = _loud(_levels_db(wave, rate_hz))
    runs = np.convolve(loud, np.ones(_SURE_FRAMES), mode="valid") == _SURE_FRAMES
    sure = np.flatnonzero(runs)
    if not sure.size:
        raise UnfitError(Flaw.TOO_SHORT if loud.any() else Flaw.TOO_QUIET)
    frame = max(1, rate_hz * _FRAME_MS // 1000)
    return int(sure[0]) * frame, (int(sure[-1]) + _SURE_FRAMES) * frame


def _sustained_db(levels: Samples) -> float:
    """The highest level that lasts longer than a click."""
    wide = np.pad(levels, (0, _SURE_FRAMES - 1), mode="edge")
    return float(np.lib.stride_tricks.sliding_window_view(wide, _SURE_FRAMES).min(axis=1).max())


def _active_db(voice: Samples, rate_hz: int) -> float:
    """The level of the voice without pauses; single loud peaks are limited."""
    levels = _levels_db(voice, rate_hz)
    loud = float(np.percentile(levels, _LOUD_PERCENTILE))
    active = np.minimum(levels[levels > loud - _VOICE_RANGE_DB[1]], loud)
    return float(10 * np.log10(np.mean(10 ** (active / 10))))


def _gain(voice: Samples, rate_hz: int) -> float:
    return float(10 ** ((LOUDNESS_DB - _active_db(voice, rate_hz)) / 20))


def _is_clipped(voice: Samples) -> bool:
    """Whether the peaks of the wave are flattened in more than a few places."""
    high = np.abs(voice) >= _CLIPPED_FROM
    flat = high[1:] & high[:-1] & (np.abs(np.diff(voice)) <= _CLIPPED_STEP)
    steps = _CLIPPED_RUN - 1
    runs = np.convolve(flat, np.ones(steps), mode="valid") == steps
    return int(runs.sum()) >= max(_CLIPPED_SAMPLES, _CLIPPED_SHARE * voice.size)


def _limited(wave: Samples, rate_hz: int) -> Samples:
    """A limiter that lowers the gain smoothly around peaks above the ceiling."""
    frame = max(1, rate_hz * _LIMITER_MS // 1000)
    ceiling = 10 ** (PEAK_DB / 20)
    padded = np.pad(np.abs(wave), (0, -wave.size % frame))
    peaks = padded.reshape(-1, frame).max(axis=1)
    needed = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    wide = np.pad(needed, _LIMITER_REACH, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(wide, 2 * _LIMITER_REACH + 1).min(axis=1)
    soft = 2 * _LIMITER_SOFT + 1
    smooth = np.convolve(np.pad(lowest, _LIMITER_SOFT, mode="edge"), np.ones(soft) / soft, "valid")
    centres = np.arange(smooth.size) * frame + frame / 2
    limited: Samples = wave * np.interp(np.arange(wave.size), centres, smooth)
    return limited


def _faded(wave: Samples, rate_hz: int) -> Samples:
    length = min(wave.size // 2, rate_hz * _FADE_MS // 1000)
    ramp = np.linspace(0.0, 1.0, length, endpoint=False)
    faded = wave.copy()
    faded[:length] *= ramp
    faded[wave.size - length :] *= ramp[::-1]
    return faded


def _resampled(clip: Clip) -> Clip:
    """Resamples to at most 48 kHz."""
    if clip.sample_rate_hz <= MAX_RATE_HZ:
        return clip
    wave = np.frombuffer(clip.samples, dtype="<i2") / _FULL_SCALE
    size = round(wave.size * MAX_RATE_HZ / clip.sample_rate_hz)
    spectrum = np.fft.rfft(wave)[: size // 2 + 1]
    slower = np.fft.irfft(spectrum, size) * (size / wave.size)
    return replace(clip, samples=_pcm(slower), sample_rate_hz=MAX_RATE_HZ)


def _pcm(wave: Samples) -> bytes:
    return (np.clip(wave, -1.0, 1.0) * (_FULL_SCALE - 1)).round().astype("<i2").tobytes()
