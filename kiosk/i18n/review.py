"""Who translated a text, and who confirmed it as a second person.

Both are stored in the entry's translator comment, which every PO editor preserves, with a short
hash of the confirmed text, because editors that change the text keep the comment. An entry without
reviewer (from Poedit, for example) waits for one. A file that one team has confirmed as a whole has
a header instead.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

import polib

REVIEWED_FILE = "X-Reviewed-By"
"""PO header: who confirmed all entries of the file that are not fuzzy."""
FUZZY = "fuzzy"
_SIGNED = re.compile(r"(translator|translated|reviewer|reviewed|reviewed-text): *(.*)")
_SUM_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Signature:
    """Name and date of an action."""

    name: str
    on: date

    def is_by(self, name: str) -> bool:
        """Whether the name is the same, ignoring case and spacing."""
        return _plain(self.name) == _plain(name)


def waits_for_review(entry: polib.POEntry, file: polib.POFile) -> bool:
    """Whether the current text has not been confirmed by a second person."""
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
    """The translator's name; empty when unknown."""
    return _signed(entry).get("translator", "")


def sign_translation(entry: polib.POEntry, by: Signature | None) -> None:
    """Records the translator and marks the text as unconfirmed; None removes the translator."""
    entry.tcomment = "\n".join(_unsigned(entry))
    if by:
        _add(entry, f"translator: {by.name}", f"translated: {by.on.isoformat()}")
    _mark(entry, unsure=bool(entry.msgstr))


def sign_review(entry: polib.POEntry, by: Signature, translator: str) -> None:
    """Records the reviewer and marks the text as confirmed; `translator` may be empty."""
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
