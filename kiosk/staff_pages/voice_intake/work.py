"""What is done with the recordings on a stick, away from the window.

The modules that hear sounds load NumPy, so they are imported where the work is done.
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
MOST_SEEN = 5000
MOST_SETS = 30


@dataclass(frozen=True, slots=True)
class RecordingSet:
    """A folder with sound files on a stick, or a zip file."""

    path: Path
    name: str
    sounds: int
    """How many sound files lie in it; 0 for a zip file, which nobody has opened yet."""
    has_script: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """What was brought, and each sentence of it as it would be kept."""

    brought: Candidates
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose voice is kept, and from where it came."""

    language: str
    speaker: str
    """Her name; empty where nobody has told it."""
    nameless: str
    """The name for who gives none; %1 is a number."""
    device: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept, in which language, so that it can be taken back."""

    language: str
    takes: tuple[Take, ...]


def find_sets(sticks: tuple[Stick, ...], stop: Callable[[], bool]) -> tuple[RecordingSet, ...]:
    """Every folder or zip file with recordings on the sticks."""
    found: list[RecordingSet] = []
    for stick in sticks:
        for each in _sets_on(stick):
            if stop() or len(found) >= MOST_SETS:
                return tuple(found)
            found.append(each)
    return tuple(found)


def _sets_on(stick: Stick) -> Iterator[RecordingSet]:
    seen, folders = 0, [""]
    while folders and seen < MOST_SEEN:
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
    """Each sentence as it would be kept now."""
    return Judged(brought, brought.all)


def read(path: Path, stop: Callable[[], bool]) -> Judged:
    """Decode and match everything of a set."""
    from kiosk.narration.recordings.candidates import read_candidates  # noqa: PLC0415

    return judge(read_candidates(path, stop))


def keep(folders: Folders, judged: Judged, origin: Origin) -> Kept:
    """Keep what is good, and what the speaker says may be done with her voice.

    Raises:
        ConsentListError, OSError: it cannot be kept.
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
    """Take back what was kept; returns how many."""
    from kiosk.narration.recordings.candidates import take_back  # noqa: PLC0415
    from kiosk.narration.recordings.store import Recordings  # noqa: PLC0415

    return take_back(Recordings(folders.recordings, kept.language), kept.takes)


def refusals() -> tuple[type[Exception], ...]:
    """The errors that say what is wrong with a set."""
    from kiosk.narration.recordings.audio_file import NoSoundError  # noqa: PLC0415
    from kiosk.narration.recordings.bundle import BundleError  # noqa: PLC0415
    from kiosk.narration.recordings.consent import ConsentListError  # noqa: PLC0415
    from kiosk.narration.recordings.importer import NoScriptError  # noqa: PLC0415
    from kiosk.narration.recordings.script import ScriptError  # noqa: PLC0415

    return (NoSoundError, NoScriptError, BundleError, ScriptError, ConsentListError)
