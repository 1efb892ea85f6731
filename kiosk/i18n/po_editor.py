"""Reading and changing the translations of one language, for the translation page.

One person writes a translation, another confirms it; only then is it shown. PO files are read
again before each change, so that concurrent changes are kept.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import polib

from kiosk.i18n.languages import find_languages
from kiosk.i18n.letters import folded, private_signs
from kiosk.i18n.placeholders import different_placeholders
from kiosk.i18n.po import read_po
from kiosk.i18n.refresh import empty_po, write_whole
from kiosk.i18n.review import (
    Signature,
    sign_review,
    sign_translation,
    translator_of,
    waits_for_review,
)
from kiosk.i18n.template import LESSONS
from kiosk.i18n.text import SourceText


@dataclass(frozen=True, slots=True)
class Passage:
    """A source text with its current translation."""

    source: str
    translation: str = ""
    unsure: bool = False
    """Whether there is a translation that no second person has confirmed."""
    translator: str = ""
    """Who wrote the translation; empty when unknown."""
    notes: tuple[str, ...] = ()

    @property
    def wanting(self) -> bool:
        """Whether the translation is missing or unconfirmed."""
        return self.unsure or not self.translation


class ChangedMeanwhileError(Exception):
    """The translation was changed by somebody else since it was shown."""

    def __init__(self, now: Passage) -> None:
        super().__init__(now.translation)
        self.now = now
        """The current state in the file."""


class SamePersonError(Exception):
    """A translator may not confirm her own translation."""


class PlaceholdersError(Exception):
    """Placeholders differ between source and translation; the argument lists them."""


class PrivateSignsError(Exception):
    """The translation contains private-use characters; the argument lists them."""


def passages(texts: Collection[SourceText], *folders: Path) -> tuple[Passage, ...]:
    """The current translations of these texts; earlier folders have priority.

    Raises:
        UnreadablePoError: a file cannot be parsed.
    """
    known: dict[str, Passage] = {}
    for folder in reversed(folders):
        for _, file in po_files(folder):
            shown = (_passage(entry, file) for entry in file if not entry.obsolete)
            known.update(
                {
                    each.source: each
                    for each in shown
                    if each.translation or each.source not in known
                }
            )
    found = (known.get(text.source, Passage(text.source)) for text in texts)
    return tuple(replace(each, notes=text.notes) for text, each in zip(texts, found, strict=True))


def _passage(entry: polib.POEntry, file: polib.POFile) -> Passage:
    unsure = bool(entry.msgstr) and waits_for_review(entry, file)
    return Passage(entry.msgid, entry.msgstr, unsure, translator_of(entry))


def translate(
    folder: Path, shown: Passage, translation: str, by: Signature, *fallback_folders: Path
) -> Passage:
    """Writes an unconfirmed translation; an empty text removes the translation.

    `fallback_folders` are folders of lower priority, which are not changed: if one of them has a
    translation, removing marks it as unconfirmed instead.

    Raises:
        ChangedMeanwhileError, PlaceholdersError, PrivateSignsError: nothing was written.
        UnreadablePoError: a file cannot be parsed, and was not changed.
        OSError: writing failed; the previous file is unchanged.
    """
    translation = folded(translation.strip(), folder.name)
    check(shown.source, translation)
    _as_shown(folder, shown, *fallback_folders)
    (other,) = passages((SourceText(shown.source, ()),), *fallback_folders)
    files = dict(po_files(folder))
    path, entry = place_of(files, folder, shown.source, shown.notes, *fallback_folders)
    entry.msgstr = translation or other.translation
    entry.previous_msgid = entry.previous_msgctxt = None
    sign_translation(entry, by if translation else None)
    return _written(path, entry, files[path], shown)


def confirm(folder: Path, shown: Passage, by: Signature, *fallback_folders: Path) -> Passage:
    """Marks a translation as confirmed by a second person, so that it is shown.

    Raises:
        SamePersonError, ChangedMeanwhileError: nothing was written.
        UnreadablePoError: a file cannot be parsed, and was not changed.
        OSError: writing failed; the previous file is unchanged.
    """
    now = _as_shown(folder, shown, *fallback_folders)
    if by.is_by(now.translator):
        raise SamePersonError
    check(shown.source, now.translation)
    files = dict(po_files(folder))
    path, entry = place_of(files, folder, shown.source, shown.notes, *fallback_folders)
    entry.msgstr = now.translation
    entry.previous_msgid = entry.previous_msgctxt = None
    sign_review(entry, by, now.translator)
    return _written(path, entry, files[path], shown)


def _as_shown(folder: Path, shown: Passage, *fallback_folders: Path) -> Passage:
    """The current state of a text in the files.

    Raises:
        ChangedMeanwhileError: it differs from the state that was shown.
    """
    (now,) = passages((SourceText(shown.source, (), shown.notes),), folder, *fallback_folders)
    if (now.translation, now.unsure) != (shown.translation, shown.unsure):
        raise ChangedMeanwhileError(now)
    return now


def _written(path: Path, entry: polib.POEntry, file: polib.POFile, shown: Passage) -> Passage:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, f"{file}")
    return replace(_passage(entry, file), notes=shown.notes)


def check(source: str, translation: str) -> None:
    """Checks that a translation is valid for its source.

    Raises:
        PlaceholdersError, PrivateSignsError: it is not.
    """
    private = private_signs(translation)
    if private:
        raise PrivateSignsError(" ".join(f"U+{ord(sign):04X}" for sign in private))
    different = different_placeholders(source, translation) if translation else ()
    if different:
        raise PlaceholdersError(", ".join(different))


def place_of(
    files: dict[Path, polib.POFile],
    folder: Path,
    source: str,
    notes: Iterable[str] = (),
    *fallback_folders: Path,
) -> tuple[Path, polib.POEntry]:
    """The file and entry of a text; a new entry is added to the lessons' file."""
    for path, file in files.items():
        entry = file.find(source)
        if entry is not None:
            return path, entry
    path = folder / f"{LESSONS}.po"
    if path not in files:
        homes = (each.parent for each in (folder, *fallback_folders))
        language = find_languages(*homes).get(folder.name)
        name = language.name if language else folder.name
        files[path] = polib.pofile(empty_po(folder.name, name), wrapwidth=78)
    entry = polib.POEntry(msgid=source, comment="\n".join(notes))
    files[path].append(entry)
    return path, entry


def po_files(folder: Path) -> Iterator[tuple[Path, polib.POFile]]:
    """The PO files of a language.

    Raises:
        UnreadablePoError: one of them cannot be parsed.
    """
    for path in sorted(folder.glob("*.po")):
        file = read_po(path)
        file.wrapwidth = 78
        yield path, file
