"""The recordings engine: plays only sentences recorded by people."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.narration.engine import EngineError
from kiosk.narration.recordings.audio_file import NoSoundError, decoded
from kiosk.narration.recordings.store import Recordings, quick_stamp, stamp
from kiosk.narration.utterance import Clip
from kiosk.narration.word_times import spread_times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kiosk.narration.recordings.store import Stamp
    from kiosk.narration.recordings.take import Take
    from kiosk.narration.utterance import SpokenWord
    from kiosk.narration.voice_folders import VoiceFolders


_LOOKS_PER_THOROUGH_LOOK = 30


@dataclass(frozen=True, slots=True)
class _Language:
    """The recordings of one language, with the state of its folder when they were read."""

    quick_stamp: tuple[int, int]
    stamp: Stamp
    was_changing: bool
    """Whether the folder changed at the last look, so that copying may still be under way."""
    voices: Mapping[str, str]
    """Voices by sentence key."""
    clips: Mapping[str, tuple[Path, Take]]
    """Clips by voice."""


class RecordingEngine:
    """Plays recordings; each is a voice of its own, so that a newer one has another cache key."""

    name = "recordings"
    version = "1"

    def __init__(self, *folders: Path) -> None:
        self._roots = folders
        self._languages: dict[Path, _Language] = {}
        """By folder; for a language with several folders, the first has priority."""
        self._looks = 0
        self.look_again()

    def problem(self) -> str | None:
        """Says how to begin when nothing is recorded yet; None otherwise."""
        if any(language.voices for language in self._languages.values()):
            return None
        return "Chưa có câu nào do người thu. Thu tại ki-ốt, hoặc chạy: kiosk voice import."

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """Always empty: no voice can speak arbitrary sentences."""
        return {}

    def sentences(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for folder, language in self._languages.items():
            code = folder.name
            found[code] = {**language.voices, **found.get(code, {})}
        return found

    def look_again(self) -> bool:
        """Reads changed folders again; checks every single file only at each 30th call."""
        self._looks += 1
        thorough = self._looks % _LOOKS_PER_THOROUGH_LOOK == 0
        before = self.sentences()
        self._languages = {
            folder: _look(folder, self._languages.get(folder), thorough=thorough)
            for folder in self._folders()
        }
        return self.sentences() != before

    def render(
        self,
        words: Sequence[SpokenWord],
        language: str,
        voice: str,
        words_per_minute: int,  # noqa: ARG002 - recordings have a fixed rate
    ) -> Clip:
        """The recorded clip, with its measured word times, or else estimated ones."""
        folders = (known for folder, known in self._languages.items() if folder.name == language)
        found = next((known.clips[voice] for known in folders if voice in known.clips), None)
        if found is None:
            raise EngineError(f"there is no recording {voice!r} in {language}")
        path, take = found
        try:
            clip = decoded(path)
        except NoSoundError as problem:
            raise EngineError(f"{path}: {problem}") from problem
        starts_ms = _measured(words, take) or spread_times(
            [word.text for word in words], clip.samples, clip.sample_rate_hz
        )
        return Clip(clip.samples, clip.sample_rate_hz, starts_ms)

    def _folders(self) -> list[Path]:
        found: list[Path] = []
        for root in self._roots:
            with suppress(OSError):
                found += sorted(path for path in root.iterdir() if path.is_dir())
        return found


def engine(voice_folders: VoiceFolders) -> RecordingEngine:
    return RecordingEngine(*voice_folders.recording_folders)


def _look(folder: Path, known: _Language | None, *, thorough: bool) -> _Language:
    """The recordings of a folder, read again only if the folder changed."""
    seen = quick_stamp(folder)
    if known and known.quick_stamp == seen and not known.was_changing and not thorough:
        return known
    now = stamp(folder)
    if known and known.stamp == now:
        return replace(known, quick_stamp=seen, was_changing=False)
    return _read(folder, seen, now)


def _read(folder: Path, seen: tuple[int, int], now: Stamp) -> _Language:
    recordings = Recordings(folder.parent, folder.name)
    looks = {name: look for name, *look in now}
    voices: dict[str, str] = {}
    clips: dict[str, tuple[Path, Take]] = {}
    for take in recordings.takes:
        what = repr((take.file, looks.get(take.file), take.word_starts_ms))
        voice = hashlib.sha256(what.encode()).hexdigest()[:12]
        voices[take.key] = voice
        clips[voice] = (recordings.path_of(take), take)
    return _Language(seen, now, was_changing=True, voices=voices, clips=clips)


def _measured(words: Sequence[SpokenWord], take: Take) -> tuple[int, ...]:
    """The word times stored with the take if they match these words; else empty."""
    starts_ms = take.word_starts_ms
    if not words or len(starts_ms) != words[-1].last + 1:
        return ()
    return tuple(starts_ms[word.first] for word in words)
