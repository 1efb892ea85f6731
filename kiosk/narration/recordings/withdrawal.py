"""All that a speaker has said is taken out; until she has left, it can be given back."""

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
    """A person who has spoken in a language."""

    language: str
    speaker: str
    """Her name; of somebody without one, the time (ISO 8601) at which her recordings came in."""
    is_named: bool
    clips: int
    """How many recordings of hers lie on the disk, those that are not in use as well."""
    only_hers: int
    """How many sentences nobody else has spoken."""
    consent: Consent | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was taken out; it is nowhere else any more."""

    language: str
    clips: Mapping[str, bytes]
    """By the names of their files."""
    takes: tuple[Take, ...]
    consent: Consent | None
    said: bytes
    """What she said to consent; empty for nothing."""


def voices_in(folder: Path, language: str) -> tuple[Voice, ...]:
    """Who has spoken in a language, or has consented to, the last one first.

    Raises:
        ConsentListError: the list of consents is broken.
        OSError: it cannot be read.
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
    """Take out everything that a speaker has said, and what was rendered for playing.

    Raises:
        ConsentListError: the list of consents is broken; nothing was taken out.
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
    with suppress(OSError):  # it can be made again
        shutil.rmtree(cache)
    return Withdrawn(language, clips, takes, consent, said)


def give_back(folder: Path, withdrawn: Withdrawn) -> None:
    """Put everything back as it was.

    Raises:
        ConsentListError, OSError: it could not be written.
    """
    Recordings(folder, withdrawn.language).give_back(withdrawn.takes, withdrawn.clips)
    if withdrawn.consent:
        Consents(folder, withdrawn.language).give_back(withdrawn.consent, withdrawn.said)
