"""The texts of one language, by the Vietnamese sentence that they translate."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.i18n.gettext_tools import UnreadablePoError
from kiosk.i18n.letters import folded
from kiosk.i18n.placeholders import different_placeholders

if TYPE_CHECKING:
    from kiosk.i18n.po import Readable

log = logging.getLogger(__name__)


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


KEPT_FILES = 16
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


def _texts_of(
    path: Path, read: "Callable[[Path], Readable]", *, unreviewed: bool
) -> Iterable[tuple[str, str]]:
    """The translations in a file; empty for one that is unsure and not to be shown."""
    try:
        return _texts_of_version(path, _version_of(path), read, unreviewed)
    except UnreadablePoError as problem:
        log.warning("translations left out: %s", problem)
        return ()


def _version_of(path: Path) -> tuple[int, ...]:
    """Another one whenever the file has changed; empty where it is not there."""
    try:
        seen = path.stat()
    except OSError:
        return ()
    return seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size


@lru_cache(KEPT_FILES)
def _texts_of_version(
    path: Path,
    _version: tuple[int, ...],
    read: "Callable[[Path], Readable]",
    unreviewed: bool,  # noqa: FBT001 - a cache knows its arguments by their places
) -> tuple[tuple[str, str], ...]:
    """Read once as long as the file is the same.

    Raises:
        UnreadablePoError: it may not be read.
    """
    return tuple(_texts_in(path, read, unreviewed=unreviewed))


def _texts_in(
    path: Path, read: "Callable[[Path], Readable]", *, unreviewed: bool
) -> Iterator[tuple[str, str]]:
    from kiosk.i18n.po import translation_of  # noqa: PLC0415 - only for another language
    from kiosk.i18n.review import translator_of, waits_for_review  # noqa: PLC0415

    found = read(path)
    for fault in found.faults:
        log.warning("a translation left out: %s", fault)
    for entry in found.entries:
        translation = translation_of(entry)
        if not translation or entry.obsolete:
            continue
        if not unreviewed and waits_for_review(entry, found.entries):
            if not translator_of(entry):
                yield entry.msgid, ""
        else:
            text = folded(translation, path.parent.name)
            if not different_placeholders(entry.msgid, text):
                yield entry.msgid, text
