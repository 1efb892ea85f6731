"""Clips as sound files: writes FLAC with metadata and MP3; reads FLAC, Ogg and WAV."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip

SUFFIXES = frozenset({".flac", ".ogg", ".oga", ".opus", ".wav"})


_MORE = ("device", "spoken", "word_starts_ms")
MAX_S = 180
MAX_RATE_HZ = 192_000
"""Higher sample rates are not speech; FLAC allows 655,350 Hz, which could exhaust memory."""
MAX_CHANNELS = 8
_MAX_SAMPLES = MAX_S * 48_000
_BLOCK_FRAMES = 1 << 16
_FULL_SCALE = 32768.0
_NOT_YET_KNOWN = (0, 0xFFFFFFFF)
"""Values in a size field of a WAV file whose recording was not finished."""
_LOST_BY_MIXING = 0.05
"""If mixing leaves less than this share of a channel's energy, the channels cancel each other."""
_CUT_OFF_SHARE, _WAV_CUT_OFF_SHARE = 0.5, 0.9
_DAMAGE = (ValueError, KeyError, TypeError, OverflowError, RecursionError)


class NoSoundError(ValueError):
    """The file contains no readable sound; the message says why.

    `code` is `not_sound`, `empty` (no bytes), `cut_off` (much shorter than the header says),
    `odd_rate` (unsuitable sample rate or channel count) or `too_slow` (decoding took too long).
    """

    def __init__(self, why: str, code: str = "not_sound") -> None:
        super().__init__(why)
        self.code = code


def encoded(clip: Clip, take: Take) -> bytes:
    """The clip as FLAC; its metadata name the sentence and the speaker."""
    soundfile = _soundfile()
    content = io.BytesIO()
    with soundfile.SoundFile(
        content, "w", clip.sample_rate_hz, channels=1, subtype="PCM_16", format="FLAC"
    ) as sound:
        more = {name: getattr(take, name) for name in _MORE}
        said = {
            "title": take.text,
            "artist": take.speaker,
            "date": take.recorded_at,
            "comment": json.dumps(more, ensure_ascii=False),
        }
        for name, text in said.items():
            if text:  # the library rejects empty values
                setattr(sound, name, text)
        sound.buffer_write(clip.samples, dtype="int16")
    return content.getvalue()


def as_mp3(clip: Clip) -> bytes:
    """The clip as MP3 of the best quality, without metadata."""
    content = io.BytesIO()
    with _soundfile().SoundFile(
        content,
        "w",
        clip.sample_rate_hz,
        channels=1,
        format="MP3",
        subtype="MPEG_LAYER_III",
        compression_level=0.0,
        bitrate_mode="VARIABLE",
    ) as sound:
        sound.buffer_write(clip.samples, dtype="int16")
    return content.getvalue()


def decoded(file: Path | BinaryIO, most_samples: int = _MAX_SAMPLES) -> Clip:
    """Decodes a file and mixes its channels to mono; a very long file is cut off.

    Memory is limited by `most_samples`, whatever the file's header says.

    Raises:
        NoSoundError: the file contains no sound, or none that can be speech.
    """
    soundfile = _soundfile()
    try:
        with soundfile.SoundFile(file) as sound:
            _check(sound)
            rate_hz, said = sound.samplerate, sound.frames
            samples = _mixed(sound, most_samples)
    except (soundfile.SoundFileError, OSError) as problem:
        raise NoSoundError(str(problem)) from problem
    if len(samples) // 2 < min(said, most_samples) * _CUT_OFF_SHARE:
        raise NoSoundError(f"{len(samples) // 2} of {said} samples", "cut_off")
    return Clip(samples, rate_hz, ())


def whole_wav(content: bytes) -> bytes:
    """Completes the header of an unfinished WAV file; returns other files unchanged.

    A recorder that lost power has not written the sizes into the header.

    Raises:
        NoSoundError: the file is much shorter than its header says.
    """
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        return content
    at = 12
    while at + 8 <= len(content) and content[at : at + 4] != b"data":
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    said, there = int.from_bytes(content[at + 4 : at + 8], "little"), len(content) - at - 8
    if there <= 0:
        return content
    if said in _NOT_YET_KNOWN:
        sizes = (len(content) - 8).to_bytes(4, "little"), there.to_bytes(4, "little")
        return content[:4] + sizes[0] + content[8 : at + 4] + sizes[1] + content[at + 8 :]
    if there < said * _WAV_CUT_OFF_SHARE:
        raise NoSoundError(f"{there} of {said} bytes", "cut_off")
    return content


def _check(sound: Any) -> None:  # noqa: ANN401 - the package has no types
    if sound.samplerate > MAX_RATE_HZ or sound.channels > MAX_CHANNELS:
        raise NoSoundError(f"{sound.samplerate} Hz, {sound.channels} channels", "odd_rate")


def _mixed(sound: Any, most_samples: int) -> bytes:  # noqa: ANN401 - the package has no types
    """Reads block by block to 16-bit mono; sound above full scale is scaled down."""
    import numpy as np  # noqa: PLC0415 - loaded at the first use of a sound

    nothing = np.zeros(0, dtype=np.float32)
    mixed, first = [nothing], [nothing]
    left = most_samples
    while left and len(block := sound.read(min(left, _BLOCK_FRAMES), "float32", always_2d=True)):
        mixed.append(block.mean(axis=1) if block.shape[1] > 1 else block[:, 0])
        first.append(block[:, 0])
        left -= len(block)
    wave, alone = (np.nan_to_num(np.concatenate(parts)) for parts in (mixed, first))
    if float(wave @ wave) < float(alone @ alone) * _LOST_BY_MIXING:
        wave = alone
    peak = float(np.abs(wave).max(initial=0.0))
    scaled = wave * (_FULL_SCALE / max(1.0, peak))
    return bytes(np.clip(scaled.round(), -_FULL_SCALE, _FULL_SCALE - 1).astype("<i2").tobytes())


def described(file: Path | BinaryIO, name: str = "") -> Take | None:
    """The take described by the file's metadata; None when they name no sentence.

    `name`: the file's name, when `file` is an open stream.

    Raises:
        NoSoundError: the file is not a sound file.
    """
    soundfile = _soundfile()
    try:
        with soundfile.SoundFile(file) as sound:
            _check(sound)
            said = sound.copy_metadata()
            duration_ms = round(sound.frames * 1000 / sound.samplerate)
    except (soundfile.SoundFileError, OSError) as problem:
        raise NoSoundError(str(problem)) from problem
    if not said.get("title"):
        return None
    take = Take(said["title"], said.get("artist", ""), said.get("date", ""))
    name = name or (file.name if isinstance(file, Path) else "")
    return replace(take, file=name, duration_ms=duration_ms, **_more(said.get("comment", "")))


def _more(comment: str) -> dict[str, Any]:
    try:
        fields = json.loads(comment)
        starts_ms = tuple(int(start) for start in fields["word_starts_ms"])
        said = {name: str(fields[name]) for name in ("device", "spoken")}
        "".join(said.values()).encode()  # lone surrogates could not be written to a file later
    except _DAMAGE:
        return {}
    return {**said, "word_starts_ms": starts_ms}


def _soundfile() -> Any:  # noqa: ANN401 - the package has no types
    """Loaded at the first use of a sound, because it would delay the window."""
    import soundfile  # noqa: PLC0415

    return soundfile
