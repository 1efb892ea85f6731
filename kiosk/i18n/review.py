"""Who wrote a translation, and who, as a second person, says that it is right.

Both stand in the translator's comment of the entry, where every PO editor keeps them, and with them
a short sum of the text that was confirmed: an editor that changes the text leaves the comment as it
is. What has no reviewer, as from Poedit, waits for one. A file in which one team stands for every
text says so once, in its head.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

import polib

REVIEWED_FILE = "X-Reviewed-By"
"""In the head of a PO file: who stands for all of it that is not marked fuzzy."""
FUZZY = "fuzzy"
_SIGNED = re.compile(r"(translator|translated|reviewer|reviewed|reviewed-text): *(.*)")
_SUM_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something, and when."""

    name: str
    on: date

    def is_by(self, name: str) -> bool:
        """Whether the same person did it, however she writes her name."""
        return _plain(self.name) == _plain(name)


def waits_for_review(entry: polib.POEntry, file: polib.POFile) -> bool:
    """Whether no second person has said that the translation is right."""
    if entry.fuzzy:
        return True
    if file.metadata.get(REVIEWED_FILE, "").strip():
        return False
    signed = _signed(entry)
    reviewer = _plain(signed.get("reviewer", ""))
    confirmed = signed.get("reviewed-text", "")
    if confirmed and confirmed != _sum_of(entry):
        return True
    return not reviewer or reviewer == _plain(signed.get("translator", ""))


def translator_of(entry: polib.POEntry) -> str:
    """Who wrote it; empty where nobody has said so."""
    return _signed(entry).get("translator", "")


def sign_translation(entry: polib.POEntry, by: Signature | None) -> None:
    """She has written it, so that it waits for somebody else; None: it is nobody's any more."""
    entry.tcomment = "\n".join(_unsigned(entry))
    if by:
        _add(entry, f"translator: {by.name}", f"translated: {by.on.isoformat()}")
    _mark(entry, unsure=bool(entry.msgstr))


def sign_review(entry: polib.POEntry, by: Signature, translator: str) -> None:
    """She says that what a translator, perhaps unknown, has written is right."""
    signed = {**({"translator": translator} if translator else {}), **_signed(entry)}
    written = [f"{name}: {signed[name]}" for name in ("translator", "translated") if name in signed]
    entry.tcomment = "\n".join(_unsigned(entry))
    reviewed = (f"reviewer: {by.name}", f"reviewed: {by.on.isoformat()}")
    _add(entry, *written, *reviewed, f"reviewed-text: {_sum_of(entry)}")
    _mark(entry, unsure=False)


def _mark(entry: polib.POEntry, *, unsure: bool) -> None:
    entry.flags = [flag for flag in entry.flags if flag != FUZZY] + [FUZZY] * unsure


def _add(entry: polib.POEntry, *lines: str) -> None:
    entry.tcomment = "\n".join((*entry.tcomment.splitlines(), *lines))


def _signed(entry: polib.POEntry) -> dict[str, str]:
    found = (_SIGNED.fullmatch(line) for line in entry.tcomment.splitlines())
    return {each[1]: each[2].strip() for each in found if each}


def _unsigned(entry: polib.POEntry) -> list[str]:
    return [line for line in entry.tcomment.splitlines() if not _SIGNED.fullmatch(line)]


def _sum_of(entry: polib.POEntry) -> str:
    text = " ".join(unicodedata.normalize("NFC", entry.msgstr).split())
    return hashlib.sha256(text.encode()).hexdigest()[:_SUM_LENGTH]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
