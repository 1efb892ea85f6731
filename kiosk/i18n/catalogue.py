"""The texts of one language, by the Vietnamese sentence that they translate."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from kiosk.i18n.letters import folded

log = logging.getLogger(__name__)


class Catalogue:
    """Translations into one language; a missing or unconfirmed one is None."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = MappingProxyType(dict(texts))

    def text(self, source: str) -> str | None:
        """The translation of a Vietnamese text."""
        return self._texts.get(source)

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._texts)


EMPTY = Catalogue({})


def read_catalogue(folder: Path, *, unreviewed: bool = False) -> Catalogue:
    """All PO files of a language's folder; a broken file is left out and logged."""
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.po")):
        texts.update(_texts_of(path, unreviewed=unreviewed))
    return Catalogue(texts)


def _texts_of(path: Path, *, unreviewed: bool) -> Iterable[tuple[str, str]]:
    import polib  # noqa: PLC0415 - only wanted once somebody chooses another language

    try:
        entries = polib.pofile(str(path))
    except (OSError, UnicodeError) as problem:
        log.warning("translations left out: %s: %s", path, problem)
        return
    for entry in entries:
        if entry.msgstr and not entry.obsolete and (unreviewed or not entry.fuzzy):
            yield entry.msgid, folded(entry.msgstr, path.parent.name)
