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
_LONGEST_S = 180


class NoSoundError(ValueError):
    """The file holds no sound that can be read; the text says why."""


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


def decoded(file: Path | BinaryIO) -> Clip:
    """The sound of a file, its channels mixed to one; of a very long one only the beginning.

    Raises:
        NoSoundError: it holds none.
    """
    soundfile = _soundfile()
    try:
        with soundfile.SoundFile(file) as sound:
            rate_hz = sound.samplerate
            samples = sound.read(_LONGEST_S * rate_hz, dtype="int16", always_2d=True)
    except (soundfile.SoundFileError, OSError, ValueError) as problem:
        raise NoSoundError(str(problem)) from problem
    one = samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1).astype("int16")
    return Clip(one.tobytes(), rate_hz, ())


def described(file: Path | BinaryIO, name: str = "") -> Take | None:
    """The take that a file says it is; None when it says nothing of a sentence.

    `name`: that of a file which is given as what is in it.

    Raises:
        NoSoundError: it is no sound file.
    """
    soundfile = _soundfile()
    try:
        with soundfile.SoundFile(file) as sound:
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
    except (ValueError, KeyError, TypeError):
        return {}
    return {**said, "word_starts_ms": starts_ms}


def _soundfile() -> Any:  # noqa: ANN401 - the package has no types
    """Loaded when a sound is first touched, so that the window need not pay for it."""
    import soundfile  # noqa: PLC0415

    return soundfile
