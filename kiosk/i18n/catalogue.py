"""The texts of one language, by the Vietnamese sentence that they translate."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from kiosk.i18n.gettext_tools import UnreadableError
from kiosk.i18n.letters import folded
from kiosk.i18n.placeholders import different_placeholders

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
        """How many texts there are."""
        return len(self.texts)


EMPTY = Catalogue({})


def read_catalogue(folder: Path, *, unreviewed: bool = False) -> Catalogue:
    """All PO files of a language's folder; a broken file is left out and logged.

    A text whose places to fill in are other than the source's is left out, too.
    """
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.po")):
        texts.update(_texts_of(path, unreviewed=unreviewed))
    return Catalogue(texts)


def _texts_of(path: Path, *, unreviewed: bool) -> Iterable[tuple[str, str]]:
    from kiosk.i18n.po import read_translated  # noqa: PLC0415 - only wanted for another language

    try:
        entries = read_translated(path)
    except UnreadableError as problem:
        log.warning("translations left out: %s", problem)
        return
    for entry in entries:
        if entry.msgstr and not entry.obsolete and (unreviewed or not entry.fuzzy):
            text = folded(entry.msgstr, path.parent.name)
            if not different_placeholders(entry.msgid, text):
                yield entry.msgid, text
