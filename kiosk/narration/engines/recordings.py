"""The recordings engine: sentences as people spoke them, and only those."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.narration.engine import EngineError
from kiosk.narration.recordings.audio_file import NoSoundError, decoded
from kiosk.narration.recordings.store import Recordings, glance, stamp
from kiosk.narration.utterance import Clip
from kiosk.narration.word_times import spread_times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kiosk.narration.places import Places
    from kiosk.narration.recordings.store import Stamp
    from kiosk.narration.recordings.take import Take
    from kiosk.narration.utterance import SpokenWord


_LOOKS_PER_THOROUGH_LOOK = 30


@dataclass(frozen=True, slots=True)
class _Language:
    """The recordings of one language, and how its folder looked when they were read."""

    glance: tuple[int, int]
    stamp: Stamp
    restless: bool
    """Whether the folder was changing a moment ago: somebody may still be copying into it."""
    voices: Mapping[str, str]
    """By the key of the sentence."""
    clips: Mapping[str, tuple[Path, Take]]
    """By the voice."""


class RecordingEngine:
    """Plays clips; each clip is a voice of its own, so that a newer clip is another sound."""

    name = "recordings"
    version = "1"

    def __init__(self, *folders: Path) -> None:
        self._roots = folders
        self._languages: dict[Path, _Language] = {}
        """By folder; of a language that lies in several, what counts first."""
        self._looks = 0
        self.look_again()

    def problem(self) -> str | None:
        """Says how to begin when nothing is recorded yet."""
        if any(language.voices for language in self._languages.values()):
            return None
        return "Chưa có câu nào do người thu. Thu tại ki-ốt, hoặc chạy: kiosk voice import."

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """No voice that could speak any sentence."""
        return {}

    def sentences(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for folder, language in self._languages.items():
            code = folder.name
            found[code] = {**language.voices, **found.get(code, {})}
        return found

    def look_again(self) -> bool:
        """Reads the folders that look different now; every file is looked at only sometimes."""
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
        words_per_minute: int,  # noqa: ARG002 - a person speaks as she speaks
    ) -> Clip:
        """The clip, with the measured times of its words, or else likely ones."""
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


def engine(places: Places) -> RecordingEngine:
    return RecordingEngine(*places.recording_folders)


def _look(folder: Path, known: _Language | None, *, thorough: bool) -> _Language:
    """The language as it is now, read again only when its folder looks different."""
    seen = glance(folder)
    if known and known.glance == seen and not known.restless and not thorough:
        return known
    now = stamp(folder)
    if known and known.stamp == now:
        return replace(known, glance=seen, restless=False)
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
    return _Language(seen, now, restless=True, voices=voices, clips=clips)


def _measured(words: Sequence[SpokenWord], take: Take) -> tuple[int, ...]:
    """The times that came with the clip, when they are of these words."""
    starts_ms = take.word_starts_ms
    if not words or len(starts_ms) != words[-1].last + 1:
        return ()
    return tuple(starts_ms[word.first] for word in words)
