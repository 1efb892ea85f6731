"""Withdrawal of all recordings of a speaker; undoable until staff leave the page."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.narration.recordings.consent import Consent, Consents
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take, is_same_person


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker who has recordings or a consent in a language."""

    language: str
    speaker: str
    """The speaker's name; without a name, the time (ISO 8601) at which the clips were imported."""
    is_named: bool
    clips: int
    """Number of this speaker's recordings on disk, including those not in use."""
    only_hers: int
    """Number of sentences that only this speaker has recorded."""
    consent: Consent | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The deleted files and records, kept only in memory for undoing."""

    language: str
    clips: Mapping[str, bytes]
    """Contents by file name."""
    takes: tuple[Take, ...]
    consent: Consent | None
    said: bytes
    """The clip of the spoken consent; empty when there is none."""


def voices_in(folder: Path, language: str) -> tuple[Voice, ...]:
    """The speakers with recordings or a consent in a language, most recent first.

    Raises:
        ConsentListError: the list of consents is invalid.
        OSError: a file cannot be read.
    """
    recordings, consents = Recordings(folder, language), Consents(folder, language)
    spoke = [take.owner for take in recordings.all_takes[::-1]]
    named = {take.speaker for take in recordings.all_takes}
    agreed = [each.speaker for each in consents.all[::-1] if not each.withdrawn_at]
    names: list[str] = []
    for name in (*spoke, *agreed):
        if not any(is_same_person(name, each) for each in names):
            names.append(name)
    return tuple(
        Voice(
            language,
            name,
            name in named or name in agreed,
            len({take.file for take in recordings.of_owner(name)}),
            len(_only_hers(recordings, name)),
            consents.of(name),
        )
        for name in names
    )


def _only_hers(recordings: Recordings, speaker: str) -> set[str]:
    others = {take.key for take in recordings.all_takes if not is_same_person(take.owner, speaker)}
    return {take.key for take in recordings.of_owner(speaker)} - others


def withdraw(folder: Path, language: str, speaker: str, cache: Path) -> Withdrawn:
    """Deletes all recordings of a speaker, her consent, and the cache of rendered clips.

    Raises:
        ConsentListError: the list of consents is invalid; nothing was deleted.
        OSError: a file cannot be read or deleted.
    """
    recordings, consents = Recordings(folder, language), Consents(folder, language)
    consent, takes = consents.of(speaker), recordings.of_owner(speaker)
    clips = {}
    for take in takes:
        with suppress(FileNotFoundError):
            clips[take.file] = recordings.path_of(take).read_bytes()
    said = b""
    if consent:
        with suppress(FileNotFoundError):
            said = consents.clip_of(consent).read_bytes()
    consents.withdraw(speaker, datetime.now().astimezone().isoformat(timespec="seconds"))
    with suppress(OSError):  # the cache can be rebuilt
        shutil.rmtree(cache)
    return Withdrawn(language, clips, takes, consent, said)


def give_back(folder: Path, withdrawn: Withdrawn) -> None:
    """Undoes a withdrawal.

    Raises:
        ConsentListError, OSError: the files could not be written.
    """
    Recordings(folder, withdrawn.language).give_back(withdrawn.takes, withdrawn.clips)
    if withdrawn.consent:
        Consents(folder, withdrawn.language).give_back(withdrawn.consent, withdrawn.said)
