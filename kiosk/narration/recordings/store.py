"""Storage of all recordings of one language."""

import contextlib
import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.durable import clear_unfinished, folder_lock, read_plain_file, write_durably
from kiosk.narration.recordings.audio_file import SUFFIXES, NoSoundError, described, encoded
from kiosk.narration.recordings.index import (
    INDEX_NAME,
    MAX_INDEX_BYTES,
    BrokenIndexError,
    TakeIndex,
    from_json,
    number_in,
    to_json,
)
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.similarity import SimilarRecording, offers
from kiosk.narration.recordings.take import Take, Verdict, is_same_person
from kiosk.narration.utterance import Clip

_ASIDE = "index.broken-"
_ENDINGS = tuple(SUFFIXES)
Stamp = tuple[tuple[str, int, int], ...]
"""Name, size and modification time of every file in a folder."""


def quick_stamp(folder: Path) -> tuple[int, int]:
    """Modification times of the folder and its index: cheap, but misses some changes."""
    return _changed_ns(folder), _changed_ns(folder / INDEX_NAME)


def _changed_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def stamp(folder: Path) -> Stamp:
    """A snapshot of the folder; equal as long as no file has changed."""
    found = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith("."):
                seen = entry.stat()
                found.append((entry.name, seen.st_size, seen.st_mtime_ns))
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class RecordingsProblem:
    """A problem in a folder of recordings; no file is deleted because of it."""

    code: str
    """`index_broken`: set aside and rebuilt from the clips; reported until that file is deleted.
    `clip_unreadable`: left unchanged."""
    path: Path
    """The affected file; for a broken index, the file that was set aside."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RecordingCoverage:
    total: int
    recorded: int
    stale: int
    """Sentences without a recording for which a recording of a similar sentence exists."""


class SameSpeakerError(ValueError):
    """Speakers may not judge their own recordings."""


class Recordings:
    """The recordings in `folder/language`; a clip is written before the index that names it.

    Opening repairs the effects of power cuts and manual changes. Reading is cheap and never blocks;
    `keep`, `undo` and `confirm_stale` write to the disk (call them on another thread) and raise
    OSError when writing fails; nothing has changed then.
    """

    def __init__(self, folder: Path, language: str) -> None:
        self.language = language
        self.folder = folder / language
        self.troubles: tuple[RecordingsProblem, ...] = ()
        self._index = TakeIndex()
        self._newest: dict[str, Take] = {}
        self.refresh()

    @property
    def takes(self) -> tuple[Take, ...]:
        """The take in use for each sentence, in the order in which they were kept."""
        return tuple(sorted(self._newest.values(), key=lambda take: take.number))

    def find(self, key: str) -> Take | None:
        """The take in use for a sentence; None when there is none."""
        return self._newest.get(key)

    def path_of(self, take: Take) -> Path:
        """The path of the take's clip."""
        return self.folder / take.file

    def refresh(self) -> None:
        """Reads the folder again and repairs it."""
        index, broken = self._read()
        orphans, more = self._orphans(index)
        if orphans or broken:
            with contextlib.suppress(OSError), folder_lock(self.folder):
                index, troubles = self._mended()
                self._show(index)
                self.troubles = troubles
                return
            index = _adopted(index, orphans)
        self._show(index)
        self.troubles = (*broken, *self._set_aside_problems(), *more)

    def keep(self, take: Take, clip: Clip, instead_of: Take | None = None) -> Take:
        """Stores a recording as the newest of its sentence; returns the stored take.

        `instead_of` is removed: the same sound, stored earlier without the speaker's name.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with folder_lock(self.folder):
            index, _ = self._mended()
            number = index.next_number
            kept = replace(
                take,
                file=f"{take.key}-{number}.flac",
                duration_ms=clip.duration_ms,
                number=number,
            )
            write_durably(self.path_of(kept), encoded(clip, kept))
            self._write(index.without(*filter(None, (instead_of,))).with_take(kept))
        return kept

    def undo(self) -> Take | None:
        """Undoes the last `keep` or `confirm_stale`; returns the removed take, or None."""
        if not self.folder.exists():
            return None
        with folder_lock(self.folder):
            index, _ = self._mended()
            if not index.takes:
                return None
            last = index.takes[-1]
            self._write(index.without(last))
        return last

    def judge(self, take: Take, verdict: Verdict, listener: str) -> Take:
        """Stores a listener's verdict on a take; returns the updated take.

        Raises:
            KeyError: the take no longer exists.
            SameSpeakerError: the listener is the speaker.
        """
        if is_same_person(take.speaker, listener):
            raise SameSpeakerError
        with folder_lock(self.folder):
            index, _ = self._mended()
            there = next((each for each in index.takes if each.number == take.number), None)
            if there is None or there.file != take.file:
                raise KeyError(take.number)
            self._write(index.with_verdict(there, verdict, listener))
        return replace(there, verdict=verdict, listener=listener)

    def of_owner(self, owner: str) -> tuple[Take, ...]:
        """All takes of a speaker, including those not in use."""
        return tuple(each for each in self._index.takes if is_same_person(each.owner, owner))

    def withdraw(self, owner: str) -> int:
        """Deletes everything that a speaker recorded; returns the number of clips deleted."""
        if not self.folder.exists():
            return 0
        with folder_lock(self.folder):
            index, _ = self._mended()
            self._show(index)
            gone = self.of_owner(owner)
            self._write(index.without(*gone))
        left = {each.file for each in gone} & self._clips()
        if left:
            raise OSError(errno.EIO, "could not be deleted", str(self.folder / min(left)))
        return len({each.file for each in gone})

    @property
    def all_takes(self) -> tuple[Take, ...]:
        """All takes, including those not in use, in the order in which they were kept."""
        return self._index.takes

    def give_back(self, takes: Iterable[Take], clips: Mapping[str, bytes]) -> None:
        """Restores takes deleted by `withdraw`; takes recorded since then stay newer."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with folder_lock(self.folder):
            index, _ = self._mended()
            for name, clip in clips.items():
                write_durably(self.folder / name, clip)
            self._write(index.with_again(take for take in takes if take.file in clips))

    def confirm_stale(self, old_key: str, new_text: str) -> Take:
        """Uses the recording of another sentence for this one too.

        Raises:
            KeyError: there is no such recording.
        """
        with folder_lock(self.folder):
            index, _ = self._mended()
            self._show(index)
            kept = replace(
                self._newest[old_key],
                text=new_text,
                number=index.next_number,
                verdict=Verdict.NONE,
                listener="",
            )
            self._write(index.with_take(kept))
        return kept

    def stale(self, lines: Iterable[str]) -> tuple[SimilarRecording, ...]:
        """Recordings of sentences that no longer exist, each with a sentence that it may fit.

        Args:
            lines: every Vietnamese sentence of the kiosk.
        """
        wanted = {sentence_key(line): line for line in lines if line}
        idle = [take for key, take in self._newest.items() if key not in wanted]
        missing = [line for key, line in wanted.items() if key not in self._newest]
        return offers(idle, missing)

    def coverage(
        self, lines: Iterable[str], stale: Iterable[SimilarRecording] = ()
    ) -> RecordingCoverage:
        """How many of these sentences are recorded; each sentence counts once.

        Args:
            lines: Vietnamese sentences, of one lesson or of all.
            stale: the result of `stale` for all sentences.
        """
        keys = {sentence_key(line) for line in lines if line}
        offered = {sentence_key(offer.text) for offer in stale}
        return RecordingCoverage(
            total=len(keys),
            recorded=len(keys & self._newest.keys()),
            stale=len((keys & offered) - self._newest.keys()),
        )

    def _show(self, index: TakeIndex) -> None:
        present = self._clips()
        self._index = index
        newest = {take.key: take for take in index.takes if take.file in present}
        self._newest = {
            key: take for key, take in newest.items() if take.verdict is not Verdict.AGAIN
        }

    def _write(self, index: TakeIndex) -> None:
        """Writes the index first, then deletes clips that it no longer names."""
        write_durably(self.folder / INDEX_NAME, to_json(index, self.language))
        clear_unfinished(self.folder)
        for name in index.discarded & self._clips():
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()
        self._show(index)

    def _mended(self) -> tuple[TakeIndex, tuple[RecordingsProblem, ...]]:
        """Repairs the index, also on disk, by adding unlisted clips; the caller holds the lock."""
        index, broken = self._read()
        if broken:
            self._set_aside()
        orphans, more = self._orphans(index)
        if orphans or broken:
            index = _adopted(index, orphans)
            self._write(index)
        return index, (*self._set_aside_problems(), *more)

    def _read(self) -> tuple[TakeIndex, tuple[RecordingsProblem, ...]]:
        path = self.folder / INDEX_NAME
        try:
            return from_json(read_plain_file(path, MAX_INDEX_BYTES)), ()
        except FileNotFoundError:
            return TakeIndex(), ()
        except (OSError, BrokenIndexError) as problem:
            return TakeIndex(), (RecordingsProblem("index_broken", path, str(problem)),)

    def _set_aside_problems(self) -> tuple[RecordingsProblem, ...]:
        """Broken indexes that were set aside and not yet deleted."""
        found = sorted(self.folder.glob(f"{_ASIDE}*.json"))
        return tuple(RecordingsProblem("index_broken", path) for path in found)

    def _set_aside(self) -> None:
        path = self.folder / INDEX_NAME
        number = 1
        while (aside := path.with_name(f"{_ASIDE}{number}.json")).exists():
            number += 1
        path.replace(aside)

    def _orphans(self, index: TakeIndex) -> tuple[list[Take], tuple[RecordingsProblem, ...]]:
        """Clips missing from the index, after a power cut or manual copying."""
        known = {take.file for take in index.takes} | index.discarded
        found: list[Take] = []
        troubles: list[RecordingsProblem] = []
        for name in sorted(self._clips() - known):
            try:
                take = described(self.folder / name)
            except NoSoundError as problem:
                troubles.append(
                    RecordingsProblem("clip_unreadable", self.folder / name, str(problem))
                )
            else:
                if take is not None:
                    found.append(take)
        return found, tuple(troubles)

    def _clips(self) -> frozenset[str]:
        try:
            return frozenset(
                name
                for name in os.listdir(self.folder)  # noqa: PTH208 - faster for thousands of files
                if name.lower().endswith(_ENDINGS) and not name.startswith(".")
            )
        except OSError:
            return frozenset()


def _adopted(index: TakeIndex, orphans: Iterable[Take]) -> TakeIndex:
    """Adds clips found in the folder, in the order in which they were recorded."""
    for take in sorted(orphans, key=lambda take: (take.recorded_at, number_in(take.file))):
        index = index.with_take(replace(take, number=index.next_number))
    return index
