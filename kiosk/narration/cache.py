"""Disk cache of rendered clips: `<key>.wav` for the sound, `<key>.json` for the word times."""

from __future__ import annotations

import contextlib
import io
import json
import os
import wave
import zlib
from pathlib import Path

from kiosk.durable import read_plain_file, write_durably
from kiosk.narration.utterance import Clip

MAX_TIMES_BYTES, MAX_CLIP_BYTES = 1_000_000, 200_000_000
"""Upper limits of the two files of a clip; larger files are rejected as damaged."""

DEFAULT_LIMIT_BYTES = 512 * 1024 * 1024
_KEPT_WHEN_FULL = 0.9


def default_folder() -> Path:
    """The cache folder used when the caller names none."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "tutorial-kiosk" / "voice"


class ClipCache:
    """Clips by key; exactly one process writes, any number of processes read."""

    def __init__(self, folder: Path, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._size_bytes: int | None = None

    def get(self, key: str) -> Clip | None:
        """The clip, whose last-use time is updated; None when it is missing or damaged."""
        try:
            times = json.loads(read_plain_file(self._path(key, ".json"), MAX_TIMES_BYTES))
            content = read_plain_file(self._path(key, ".wav"), MAX_CLIP_BYTES)
            with wave.open(io.BytesIO(content), "rb") as sound:
                samples, rate_hz = sound.readframes(sound.getnframes()), sound.getframerate()
            intact = zlib.crc32(samples) == times["checksum"] and rate_hz > 0
            clip = Clip(samples, rate_hz, tuple(int(start) for start in times["word_starts_ms"]))
        except (OSError, EOFError, wave.Error, ValueError, KeyError, TypeError, RecursionError):
            return None
        if not intact:
            return None
        with contextlib.suppress(OSError):
            os.utime(self._path(key, ".json"))
        return clip

    def has(self, key: str) -> bool:
        """Whether the clip's files exist; only `get` checks that they are intact."""
        return self._path(key, ".json").exists()

    def has_room(self, kept_bytes: int, more_bytes: int) -> bool:
        """Whether one more clip fits beside the wanted ones without evicting any of them."""
        full = kept_bytes >= self._limit_bytes * _KEPT_WHEN_FULL
        return not full and kept_bytes + more_bytes <= self._limit_bytes

    def use(self, key: str) -> int:
        """Updates the clip's last-use time; returns its size in bytes, 0 when it is missing."""
        times = self._path(key, ".json")
        try:
            os.utime(times)
            return times.stat().st_size + self._path(key, ".wav").stat().st_size
        except OSError:
            return 0

    def put(self, key: str, clip: Clip) -> None:
        """Stores the clip; a power cut leaves either the whole clip or one that `get` rejects.

        Raises:
            OSError: the folder cannot be written to.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        times = {
            "word_starts_ms": list(clip.word_starts_ms),
            "checksum": zlib.crc32(clip.samples),
        }
        sound, content = wav_of(clip), json.dumps(times).encode()
        write_durably(self._path(key, ".wav"), sound, may_be_lost=True)
        write_durably(self._path(key, ".json"), content, may_be_lost=True)
        self._make_room(len(sound) + len(content))

    def _path(self, key: str, ending: str) -> Path:
        return self._folder / f"{key}{ending}"

    def _make_room(self, added_bytes: int) -> None:
        """Evicts the least recently used clips once the cache exceeds its limit."""
        if self._size_bytes is not None:
            self._size_bytes += added_bytes
            if self._size_bytes <= self._limit_bytes:
                return
        sizes = {path: path.stat().st_size for path in self._folder.iterdir()}
        self._size_bytes = sum(sizes.values())
        if self._size_bytes <= self._limit_bytes:
            return
        for sound in sorted(self._folder.glob("*.wav"), key=_last_use):
            for path in (sound.with_suffix(".json"), sound):
                path.unlink(missing_ok=True)
                self._size_bytes -= sizes.get(path, 0)
            if self._size_bytes <= self._limit_bytes * _KEPT_WHEN_FULL:
                return


def _last_use(sound: Path) -> float:
    try:
        return sound.with_suffix(".json").stat().st_mtime
    except OSError:
        return 0.0


def wav_of(clip: Clip) -> bytes:
    """The sound of a clip as a WAV file."""
    content = io.BytesIO()
    with wave.open(content, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(clip.sample_rate_hz)
        sound.writeframes(clip.samples)
    return content.getvalue()
