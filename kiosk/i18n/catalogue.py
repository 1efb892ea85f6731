"""The texts of one language, by the Vietnamese sentence that they translate."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.durable import read_plain_file
from kiosk.i18n.gettext_tools import UnreadablePoError
from kiosk.i18n.letters import folded
from kiosk.i18n.placeholders import different_placeholders

if TYPE_CHECKING:
    import polib

    from kiosk.i18n.po import Readable

log = logging.getLogger(__name__)

Texts = tuple[tuple[str, str], ...]
"""Translations with the Vietnamese sentence before each; empty ones hide what others have."""


class Catalogue:
    """Translations into one language; a missing or unconfirmed one is None."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = MappingProxyType(dict(texts))
        """By the Vietnamese sentence."""

    def text(self, source: str) -> str | None:
        """The translation of a Vietnamese text."""
        return self.texts.get(source)

    def is_like(self, other: "Catalogue") -> bool:
        """Whether the other one holds the same texts."""
        return self.texts == other.texts

    def __len__(self) -> int:
        return len(self.texts)


KEPT_FILES = 32
"""So many files' translations are not read again while the files are the same."""
EMPTY = Catalogue({})


def read_translated(path: Path) -> "Readable":
    """The entries of a PO file that have a translation.

    Raises:
        UnreadablePoError: the file is not there, or may not be read.
    """
    from kiosk.i18n.po import readable  # noqa: PLC0415 - only for another language

    return readable(path, translated=True)


def read_catalogue(
    *folders: Path,
    unreviewed: bool = False,
    read: "Callable[[Path], Readable]" = read_translated,
) -> Catalogue:
    """All PO files of a language's folders; an entry that cannot be read is left out and logged.

    A text whose places to fill in are other than the source's is left out, and one that no second
    person has confirmed, unless `unreviewed`. Of several folders the first counts most: what was
    taken away there hides what stands in the others; what only waits for a reviewer does not.
    """
    texts: dict[str, str] = {}
    for folder in reversed(folders):
        files = sorted(folder.glob("*.po"))
        told = [each for path in files for each in _texts_of(path, read, unreviewed=unreviewed)]
        if folder == folders[0]:
            for source, _ in told:
                texts.pop(source, None)
        texts.update((source, text) for source, text in told if text)
    return Catalogue(texts)


@dataclass(frozen=True)
class _TextsFile:
    """A PO file as it is now; one of the same language with the same content is the same."""

    path: Path = field(compare=False)
    language: str
    digest: bytes


class _FaultsError(Exception):
    """Some entries cannot be read."""

    def __init__(self, faults: Iterable[UnreadablePoError], texts: Texts) -> None:
        super().__init__(faults, texts)
        self.faults = faults
        self.texts = texts
        """All others."""


def _texts_of(path: Path, read: "Callable[[Path], Readable]", *, unreviewed: bool) -> Texts:
    """The translations in a file; empty for one that is unsure and not to be shown."""
    try:
        digest = blake2b(read_plain_file(path)).digest()
    except OSError:
        digest = b""  # what reads it tells what is wrong
    try:
        return _sound_texts_of(_TextsFile(path, path.parent.name, digest), read, unreviewed)
    except UnreadablePoError as problem:
        log.warning("translations left out: %s", problem)
        return ()
    except _FaultsError as problem:
        for fault in problem.faults:
            log.warning("a translation left out: %s", fault)
        return problem.texts


@lru_cache(KEPT_FILES)
def _sound_texts_of(
    file: _TextsFile,
    read: "Callable[[Path], Readable]",
    unreviewed: bool,  # noqa: FBT001 - a cache knows its arguments by their places
) -> Texts:
    """The translations of a file without a fault; read once as long as it is the same.

    Raises:
        UnreadablePoError: it is not there, or may not be read.
        _FaultsError: some of it cannot be read.
    """
    found = read(file.path)
    texts = tuple(_shown_texts(found.entries, file.language, unreviewed=unreviewed))
    if found.faults:
        raise _FaultsError(found.faults, texts)
    return texts


def _shown_texts(
    entries: "polib.POFile", language: str, *, unreviewed: bool
) -> Iterator[tuple[str, str]]:
    from kiosk.i18n.po import translation_of  # noqa: PLC0415 - only for another language
    from kiosk.i18n.review import translator_of, waits_for_review  # noqa: PLC0415

    for entry in entries:
        translation = translation_of(entry)
        if not translation or entry.obsolete:
            continue
        if not unreviewed and waits_for_review(entry, entries):
            if not translator_of(entry):
                yield entry.msgid, ""
        else:
            text = folded(translation, language)
            if not different_placeholders(entry.msgid, text):
                yield entry.msgid, text
