"""Clips as files: FLAC is written; FLAC, Ogg and WAV are read, and what they say of themselves."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip

SUFFIXES = frozenset({".flac", ".ogg", ".oga", ".opus", ".wav"})


_MORE = ("device", "spoken", "word_starts_ms")
LONGEST_S = 180
HIGHEST_RATE_HZ = 192_000
"""Faster files are no recordings of speech; FLAC can say 655,350 and grow a thousandfold."""
MOST_CHANNELS = 8
_MOST_SAMPLES = LONGEST_S * 48_000
_BLOCK_FRAMES = 1 << 16
_FULL_SCALE = 32768.0
_NOT_YET_KNOWN = (0, 0xFFFFFFFF)
"""What stands in the place of a size until a recording is finished."""
_LOST_BY_MIXING = 0.05
"""Channels that cancel each other leave less of the energy of one than this."""
_CUT_OFF_SHARE, _WAV_CUT_OFF_SHARE = 0.5, 0.9
_DAMAGE = (ValueError, KeyError, TypeError, OverflowError, RecursionError)


class NoSoundError(ValueError):
    """The file holds no sound that can be read; the text says why.

    `code` is `not_sound`, `empty` (no bytes), `cut_off` (much less sound than the file says),
    `odd_rate` (samples or channels that no speech has) or `too_slow` (reading took too long).
    """

    def __init__(self, why: str, code: str = "not_sound") -> None:
        super().__init__(why)
        self.code = code


def encoded(clip: Clip, take: Take) -> bytes:
    """The clip as FLAC that says by itself which sentence it speaks and who spoke it."""
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
            if text:  # the library refuses to write nothing
                setattr(sound, name, text)
        sound.buffer_write(clip.samples, dtype="int16")
    return content.getvalue()


def as_mp3(clip: Clip) -> bytes:
    """The clip as MP3 of the best quality, that says nothing of itself."""
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


def decoded(file: Path | BinaryIO, most_samples: int = _MOST_SAMPLES) -> Clip:
    """The sound of a file, its channels mixed to one; of a very long one only the beginning.

    Memory is bounded by `most_samples`, whatever the file says of itself.

    Raises:
        NoSoundError: it holds none, or none that a person spoke.
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
    """A WAV file as its recorder would have finished it; other files as they are.

    A recorder whose battery ran out has not yet written how much sound there is.

    Raises:
        NoSoundError: there is less sound in it than it says.
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
    if sound.samplerate > HIGHEST_RATE_HZ or sound.channels > MOST_CHANNELS:
        raise NoSoundError(f"{sound.samplerate} Hz, {sound.channels} channels", "odd_rate")


def _mixed(sound: Any, most_samples: int) -> bytes:  # noqa: ANN401 - the package has no types
    """The samples as 16-bit mono, read block by block; louder than full scale is made to fit."""
    import numpy as np  # noqa: PLC0415 - with the sound library, when a sound is first touched

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
    """The take that a file says it is; None when it says nothing of a sentence.

    `name`: that of a file which is given as what is in it.

    Raises:
        NoSoundError: it is no sound file.
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
        "".join(said.values()).encode()  # half of a UTF-16 pair could never be written down
    except _DAMAGE:
        return {}
    return {**said, "word_starts_ms": starts_ms}


def _soundfile() -> Any:  # noqa: ANN401 - the package has no types
    """Loaded when a sound is first touched, so that the window need not pay for it."""
    import soundfile  # noqa: PLC0415

    return soundfile
