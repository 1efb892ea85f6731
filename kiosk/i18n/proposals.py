"""Imported translations, stored as unconfirmed proposals for review by a native speaker.

Confirmed translations are not changed; a replaced unconfirmed one is kept as a comment.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import polib

from kiosk.i18n.letters import folded
from kiosk.i18n.po_editor import PlaceholdersError, PrivateSignsError, check, place_of, po_files
from kiosk.i18n.refresh import write_whole
from kiosk.i18n.review import waits_for_review

BEFORE = "trước đó (before): "


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed translation with its source."""

    source: str
    translation: str
    origin: str


@dataclass(slots=True)
class ImportResult:
    """The result of importing proposals."""

    written: int = 0
    confirmed_otherwise: int = 0
    """Texts for which a native speaker has confirmed another translation, which is kept."""
    refused: list[tuple[Proposal, Exception]] = field(default_factory=list)
    """Proposals with wrong placeholders or private-use characters."""


def propose(folder: Path, proposals: Iterable[Proposal]) -> ImportResult:
    """Writes proposals into the files of a language; each file is written whole or not at all.

    Raises:
        UnreadablePoError: a file cannot be parsed; no file was changed.
        OSError: writing failed; the previous files are unchanged.
    """
    taken = ImportResult()
    files = dict(po_files(folder))
    changed: dict[Path, None] = {}
    for proposal in proposals:
        translation = folded(" ".join(proposal.translation.split()), folder.name)
        try:
            check(proposal.source, translation)
        except (PlaceholdersError, PrivateSignsError) as problem:
            taken.refused.append((proposal, problem))
            continue
        path, entry = place_of(files, folder, proposal.source)
        if entry.msgstr == translation:
            continue
        if entry.msgstr and not waits_for_review(entry, files[path]):
            taken.confirmed_otherwise += 1
            continue
        _write(entry, translation, proposal.origin)
        changed[path] = None
        taken.written += 1
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, f"{files[path]}")
    return taken


def _write(entry: polib.POEntry, translation: str, origin: str) -> None:
    before = [BEFORE + entry.msgstr] if entry.msgstr else []
    entry.tcomment = "\n".join([*entry.tcomment.splitlines(), *before, origin])
    entry.msgstr = translation
    entry.previous_msgid = entry.previous_msgctxt = None
    if not entry.fuzzy:
        entry.flags.append("fuzzy")
