"""The translator's desk: the texts of one language as they are, and how one of them is put right.

A PO file is read anew before each change, so that what others changed meanwhile stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import polib

from kiosk.i18n.languages import find_languages
from kiosk.i18n.letters import folded, private_signs
from kiosk.i18n.placeholders import different_placeholders
from kiosk.i18n.po import read_po
from kiosk.i18n.refresh import empty_po, write_whole
from kiosk.i18n.template import LESSONS
from kiosk.i18n.text import Text

_REVIEW = re.compile(r"review(er|ed):")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its translation as they stand in the files."""

    source: str
    translation: str = ""
    fuzzy: bool = False
    notes: tuple[str, ...] = ()

    @property
    def wanting(self) -> bool:
        """Whether it still needs somebody who knows the language."""
        return self.fuzzy or not self.translation


@dataclass(frozen=True, slots=True)
class Review:
    """Who says that a translation is right, and when."""

    reviewer: str
    on: date


class ChangedMeanwhileError(Exception):
    """Somebody else changed the translation since it was shown."""

    def __init__(self, now: Passage) -> None:
        super().__init__(now.translation)
        self.now = now
        """As it stands in the file."""


class PlaceholdersError(Exception):
    """The translation must hold the same places to fill in; the argument names the others."""


class PrivateSignsError(Exception):
    """The translation holds signs of one font only; the argument lists them."""


def passages(folder: Path, texts: Iterable[Text]) -> tuple[Passage, ...]:
    """These texts in the language of a folder.

    Raises:
        UnreadableError: one of its files is not well formed.
    """
    known: dict[str, polib.POEntry] = {}
    for _, file in po_files(folder):
        known.update({entry.msgid: entry for entry in file if not entry.obsolete})
    return tuple(_passage(text, known.get(text.source)) for text in texts)


def _passage(text: Text, entry: polib.POEntry | None) -> Passage:
    if entry is None:
        return Passage(text.source, notes=text.notes)
    return Passage(text.source, entry.msgstr, entry.fuzzy, text.notes)


def translate(folder: Path, shown: Passage, translation: str, review: Review) -> Passage:
    """Writes a translation that a reviewer stands for; an empty one takes it away.

    Raises:
        ChangedMeanwhileError, PlaceholdersError, PrivateSignsError: nothing was written.
        UnreadableError: a file is not well formed, and was left alone.
        OSError: it could not be written; what was there is still there.
    """
    translation = folded(translation.strip(), folder.name)
    check(shown.source, translation)
    files = dict(po_files(folder))
    path, entry = place_of(files, folder, shown.source, shown.notes)
    if (entry.msgstr, entry.fuzzy) != (shown.translation, shown.fuzzy):
        raise ChangedMeanwhileError(replace(shown, translation=entry.msgstr, fuzzy=entry.fuzzy))
    entry.msgstr = translation
    entry.previous_msgid = entry.previous_msgctxt = None
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.tcomment = _reviewed(entry.tcomment, review if translation else None)
    write_whole(path, f"{files[path]}")
    return Passage(shown.source, translation, fuzzy=False, notes=shown.notes)


def check(source: str, translation: str) -> None:
    """Whether it can stand for the source.

    Raises:
        PlaceholdersError, PrivateSignsError: it cannot.
    """
    private = private_signs(translation)
    if private:
        raise PrivateSignsError(" ".join(f"U+{ord(sign):04X}" for sign in private))
    different = different_placeholders(source, translation) if translation else ()
    if different:
        raise PlaceholdersError(", ".join(different))


def place_of(
    files: dict[Path, polib.POFile], folder: Path, source: str, notes: Iterable[str] = ()
) -> tuple[Path, polib.POEntry]:
    """The file and entry of a text; where there is none yet, it is added to the lessons' file."""
    for path, file in files.items():
        entry = file.find(source)
        if entry is not None:
            return path, entry
    path = folder / f"{LESSONS}.po"
    if path not in files:
        language = find_languages(folder.parent).get(folder.name)
        name = language.name if language else folder.name
        files[path] = polib.pofile(empty_po(folder.name, name), wrapwidth=78)
    entry = polib.POEntry(msgid=source, comment="\n".join(notes))
    files[path].append(entry)
    return path, entry


def po_files(folder: Path) -> Iterator[tuple[Path, polib.POFile]]:
    """The files of a language, as they stand.

    Raises:
        UnreadableError: one of them is not well formed.
    """
    for path in sorted(folder.glob("*.po")):
        file = read_po(path)
        file.wrapwidth = 78
        yield path, file


def _reviewed(comment: str, review: Review | None) -> str:
    """The translator's comment with the review in it, in place of one before."""
    kept = [line for line in comment.splitlines() if not _REVIEW.match(line)]
    if review:
        kept += [f"reviewer: {review.reviewer}", f"reviewed: {review.on.isoformat()}"]
    return "\n".join(kept)
