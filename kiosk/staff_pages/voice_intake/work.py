"""The import of recordings from a USB stick; runs off the main thread.

Modules that decode sound load NumPy, so they are imported inside the functions.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kiosk.narration.recordings.decoder import READABLE
from kiosk.staff_pages.studio.worklist import nameless
from kiosk.usb_import import disk
from kiosk.usb_import.usb_drives import Stick

if TYPE_CHECKING:
    from kiosk.folders import Folders
    from kiosk.narration.recordings.candidates import Candidate, Candidates
    from kiosk.narration.recordings.take import Take

DEEPEST = 3
MAX_SEEN = 5000
MAX_SETS = 30


@dataclass(frozen=True, slots=True)
class RecordingSet:
    """A folder with sound files on a stick, or a zip file."""

    path: Path
    name: str
    sounds: int
    """The number of sound files in the folder; 0 for a zip file, which was not opened yet."""
    has_script: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """The recordings of a set, and the candidates for import, one per sentence."""

    brought: Candidates
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Language, speaker and source of the recordings that are saved."""

    language: str
    speaker: str
    """The speaker's name; empty if it was not given."""
    nameless: str
    """The template of a name for a speaker who gave none; %1 is a number."""
    device: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The saved recordings and their language, needed to undo the import."""

    language: str
    takes: tuple[Take, ...]


def find_sets(sticks: tuple[Stick, ...], stop: Callable[[], bool]) -> tuple[RecordingSet, ...]:
    """Folders with sound files, and zip files, on the sticks; at most `MAX_SETS`."""
    found: list[RecordingSet] = []
    for stick in sticks:
        for each in _sets_on(stick):
            if stop() or len(found) >= MAX_SETS:
                return tuple(found)
            found.append(each)
    return tuple(found)


def _sets_on(stick: Stick) -> Iterator[RecordingSet]:
    seen, folders = 0, [""]
    while folders and seen < MAX_SEEN:
        folder = folders.pop(0)
        entries = [each for each in disk.entries_in(stick.path, folder) if each[0][0] not in "._$"]
        seen += len(entries)
        names = [name for name, mode in entries if stat.S_ISREG(mode)]
        sounds = sum(PurePosixPath(name).suffix.lower() in READABLE for name in names)
        path = stick.path / folder
        if sounds:
            has_script = any(name.lower().endswith(".csv") for name in names)
            yield RecordingSet(path, path.name, sounds, has_script)
        for name in names:
            if name.lower().endswith(".zip"):
                yield RecordingSet(path / name, name, 0, has_script=True)
        if folder.count("/") < DEEPEST - 1:
            below = [name for name, mode in entries if stat.S_ISDIR(mode)]
            folders += [f"{folder}/{name}" if folder else name for name in below]


def judge(brought: Candidates) -> Judged:
    """Computes the candidates for the current cuts."""
    return Judged(brought, brought.all)


def read(path: Path, stop: Callable[[], bool]) -> Judged:
    """Decodes the recordings of a set and matches them with the sentences."""
    from kiosk.narration.recordings.candidates import read_candidates  # noqa: PLC0415

    return judge(read_candidates(path, stop))


def keep(folders: Folders, judged: Judged, origin: Origin) -> Kept:
    """Saves the recordings without a flaw, and the speaker's consent if the set has one.

    Raises:
        ConsentListError, OSError: the recordings cannot be saved.
    """
    from kiosk.narration.recordings.candidates import keep_candidates  # noqa: PLC0415
    from kiosk.narration.recordings.consent import Consents  # noqa: PLC0415
    from kiosk.narration.recordings.store import Recordings  # noqa: PLC0415
    from kiosk.narration.recordings.take import Take  # noqa: PLC0415
    from kiosk.narration.recordings.withdrawal import voices_in  # noqa: PLC0415

    known = [each.speaker for each in voices_in(folders.recordings, origin.language)]
    speaker = origin.speaker or nameless(known, origin.nameless)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    if judged.brought.consent:
        consents = Consents(folders.recordings, origin.language)
        consents.take_in(judged.brought.consent, speaker, now)
    recordings = Recordings(folders.recordings, origin.language)
    taken = keep_candidates(
        judged.candidates, recordings, Take("", speaker, now, device=origin.device)
    )
    return Kept(origin.language, taken)


def undo(folders: Folders, kept: Kept) -> int:
    """Removes the saved recordings as long as they are the newest; returns how many."""
    from kiosk.narration.recordings.candidates import take_back  # noqa: PLC0415
    from kiosk.narration.recordings.store import Recordings  # noqa: PLC0415

    return take_back(Recordings(folders.recordings, kept.language), kept.takes)


def refusals() -> tuple[type[Exception], ...]:
    """The exceptions that report what is wrong with a set."""
    from kiosk.narration.recordings.audio_file import NoSoundError  # noqa: PLC0415
    from kiosk.narration.recordings.bundle import BundleError  # noqa: PLC0415
    from kiosk.narration.recordings.consent import ConsentListError  # noqa: PLC0415
    from kiosk.narration.recordings.importer import NoScriptError  # noqa: PLC0415
    from kiosk.narration.recordings.script import ScriptError  # noqa: PLC0415

    return (NoSoundError, NoScriptError, BundleError, ScriptError, ConsentListError)
