"""How much of the kiosk is translated into each language."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from kiosk.i18n.gettext_tools import UnreadableError
from kiosk.i18n.languages import find_languages
from kiosk.i18n.placeholders import different_placeholders
from kiosk.i18n.po import read_po
from kiosk.i18n.refresh import language_codes
from kiosk.i18n.template import LESSONS, SCREENS


@dataclass(frozen=True, slots=True)
class Figures:
    """How many texts there are, and how many have a translation."""

    total: int
    translated: int
    fuzzy: int
    """Translated, but not confirmed yet, so not shown."""

    @property
    def missing(self) -> int:
        """How many have no translation at all."""
        return self.total - self.translated - self.fuzzy


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A translation that is not shown: its places to fill in are other than the source's."""

    path: Path
    line: int
    different: tuple[str, ...]
    """`%1`, `{number}`."""


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """How far one language has come."""

    code: str
    name: str
    screens: Figures
    lessons: Mapping[str, Figures]
    """By the lesson's id."""
    unreadable: tuple[UnreadableError, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()


def status(translations: Path) -> tuple[LanguageStatus, ...]:
    """Every language, measured by the templates as they lie on disk.

    Raises:
        UnreadableError: a template is broken or was never made.
    """
    screens = read_po(translations / f"{SCREENS}.pot")
    lessons = _by_lesson((*screens, *read_po(translations / f"{LESSONS}.pot")))
    names = {code: language.name for code, language in find_languages(translations).items()}
    found = []
    for code in language_codes(translations):
        known = _known(translations / code)
        found.append(
            LanguageStatus(
                code=code,
                name=names.get(code, code),
                screens=known.figures(entry.msgid for entry in screens),
                lessons={name: known.figures(texts) for name, texts in lessons.items()},
                unreadable=known.unreadable,
                misplaced=known.misplaced,
            )
        )
    return tuple(found)


def _by_lesson(entries: Iterable[polib.POEntry]) -> dict[str, list[str]]:
    lessons: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for place, _ in entry.occurrences:
            if place.startswith("lessons/"):
                lessons[Path(place).stem].append(entry.msgid)
    return lessons


@dataclass(frozen=True, slots=True)
class _Known:
    """What a language's PO files hold."""

    shown: frozenset[str]
    fuzzy: frozenset[str]
    unreadable: tuple[UnreadableError, ...]
    misplaced: tuple[Misplaced, ...]

    def figures(self, texts: Iterable[str]) -> Figures:
        """How many of these texts have a translation."""
        wanted = set(texts)
        return Figures(len(wanted), len(wanted & self.shown), len(wanted & self.fuzzy))


def _known(folder: Path) -> _Known:
    shown: set[str] = set()
    fuzzy: set[str] = set()
    unreadable: list[UnreadableError] = []
    misplaced: list[Misplaced] = []
    for path in sorted(folder.glob("*.po")):
        try:
            entries = read_po(path)
        except UnreadableError as broken:
            unreadable.append(broken)
            continue
        wrong = misplaced_in(path, entries)
        misplaced += wrong
        lines = {each.line for each in wrong}
        for entry in entries:
            if entry.msgstr and not entry.obsolete and entry.linenum not in lines:
                (fuzzy if entry.fuzzy else shown).add(entry.msgid)
    return _Known(frozenset(shown), frozenset(fuzzy - shown), tuple(unreadable), tuple(misplaced))


def misplaced_in(path: Path, entries: polib.POFile) -> tuple[Misplaced, ...]:
    """The translations of a file whose places to fill in are not the source's."""
    found = (
        Misplaced(path, entry.linenum or 0, different_placeholders(entry.msgid, entry.msgstr))
        for entry in entries
        if entry.msgstr and not entry.obsolete
    )
    return tuple(each for each in found if each.different)
