"""Translations that somebody brings along: kept as proposals until a native speaker confirms them.

A confirmed translation is never touched; of an unconfirmed one that gives way, a comment is left.
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
    """A translation, and where it comes from."""

    source: str
    translation: str
    origin: str


@dataclass(slots=True)
class Taken:
    """What became of the proposals."""

    written: int = 0
    confirmed_otherwise: int = 0
    """Texts that a native speaker has confirmed in other words, which stay."""
    refused: list[tuple[Proposal, Exception]] = field(default_factory=list)
    """Those with other places to fill in, or with signs of one font only."""


def propose(folder: Path, proposals: Iterable[Proposal]) -> Taken:
    """Writes them into the files of a language, each file whole or not at all.

    Raises:
        UnreadablePoError: one of the files is not well formed; none was touched.
        OSError: the disk refuses; what was there is still there.
    """
    taken = Taken()
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
