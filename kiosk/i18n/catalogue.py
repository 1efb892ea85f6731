"""Catalogues: the translations of one language, by Vietnamese source text."""

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
"""Pairs of Vietnamese source and translation; an empty one hides that of lower folders."""


class Catalogue:
    """Translations into one language; texts without a shown translation are not contained."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = MappingProxyType(dict(texts))
        """Translations by Vietnamese source text."""

    def text(self, source: str) -> str | None:
        """The translation of a Vietnamese text; None when there is none to show."""
        return self.texts.get(source)

    def is_like(self, other: "Catalogue") -> bool:
        """Whether both catalogues contain the same texts."""
        return self.texts == other.texts

    def __len__(self) -> int:
        return len(self.texts)


KEPT_FILES = 32
"""Number of files whose translations stay cached while the files are unchanged."""
EMPTY = Catalogue({})


def read_translated(path: Path) -> "Readable":
    """Reads the entries of a PO file that have a translation.

    Raises:
        UnreadablePoError: the file is missing or cannot be read.
    """
    from kiosk.i18n.po import readable  # noqa: PLC0415 - not needed for Vietnamese

    return readable(path, translated=True)


def read_catalogue(
    *folders: Path,
    unreviewed: bool = False,
    read: "Callable[[Path], Readable]" = read_translated,
) -> Catalogue:
    """Reads all PO files of a language's folders; unreadable entries are logged and left out.

    Left out are translations whose placeholders differ from the source, and, unless `unreviewed`,
    those that no second person has confirmed. The first folder has priority: a translation removed
    there hides those in other folders; one that only waits for review does not.
    """
    texts: dict[str, str] = {}
    for folder in reversed(folders):
        files = sorted(folder.glob("*.po"))
        found = [each for path in files for each in _texts_of(path, read, unreviewed=unreviewed)]
        if folder == folders[0]:
            for source, _ in found:
                texts.pop(source, None)
        texts.update((source, text) for source, text in found if text)
    return Catalogue(texts)


@dataclass(frozen=True)
class _TextsFile:
    """A PO file's path, language and digest; the path is not compared, so that caching works."""

    path: Path = field(compare=False)
    language: str
    digest: bytes


class _FaultsError(Exception):
    """Some entries of a file cannot be read."""

    def __init__(self, faults: Iterable[UnreadablePoError], texts: Texts) -> None:
        super().__init__(faults, texts)
        self.faults = faults
        self.texts = texts
        """All readable translations."""


def _texts_of(path: Path, read: "Callable[[Path], Readable]", *, unreviewed: bool) -> Texts:
    """The translations in a file; an empty text marks an unconfirmed one without translator."""
    try:
        digest = blake2b(read_plain_file(path)).digest()
    except OSError:
        digest = b""  # the reader reports the error
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
    unreviewed: bool,  # noqa: FBT001 - lru_cache needs positional arguments
) -> Texts:
    """The translations of a valid file; cached as long as its digest is unchanged.

    Raises:
        UnreadablePoError: the file is missing or cannot be read.
        _FaultsError: some entries cannot be read.
    """
    found = read(file.path)
    texts = tuple(_shown_texts(found.entries, file.language, unreviewed=unreviewed))
    if found.faults:
        raise _FaultsError(found.faults, texts)
    return texts


def _shown_texts(
    entries: "polib.POFile", language: str, *, unreviewed: bool
) -> Iterator[tuple[str, str]]:
    from kiosk.i18n.po import translation_of  # noqa: PLC0415 - not needed for Vietnamese
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
