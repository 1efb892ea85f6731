"""Translation status: how much of the kiosk is translated into each language."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from kiosk.i18n.gettext_tools import UnreadablePoError
from kiosk.i18n.languages import find_languages
from kiosk.i18n.placeholders import different_placeholders
from kiosk.i18n.po import read_po, readable, translation_of
from kiosk.i18n.refresh import language_codes
from kiosk.i18n.review import waits_for_review
from kiosk.i18n.template import LESSONS, SCREENS, limit_of


@dataclass(frozen=True, slots=True)
class TranslationCounts:
    """Numbers of texts: all, translated, unconfirmed."""

    total: int
    translated: int
    fuzzy: int
    """Translated but not confirmed, and therefore not shown."""

    @property
    def missing(self) -> int:
        return self.total - self.translated - self.fuzzy


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A translation that is not shown because its placeholders differ from the source."""

    path: Path
    line: int
    different: tuple[str, ...]
    """The differing placeholders, such as `%1`, `{number}`."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """A translation that is too long for its page."""

    path: Path
    line: int
    limit: int
    length: int


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """The translation status of one language."""

    code: str
    name: str
    screens: TranslationCounts
    lessons: Mapping[str, TranslationCounts]
    """By lesson id."""
    unreadable: tuple[UnreadablePoError, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    too_long: tuple[TooLong, ...] = ()


def status(translations: Path) -> tuple[LanguageStatus, ...]:
    """The status of all languages, relative to the templates on disk.

    Raises:
        UnreadablePoError: a template is missing or invalid.
    """
    screens = read_po(translations / f"{SCREENS}.pot")
    lessons = _by_lesson((*screens, *read_po(translations / f"{LESSONS}.pot")))
    names = {code: language.name for code, language in find_languages(translations).items()}
    limits = {entry.msgid: limit_of(entry.comment) for entry in screens}
    found = []
    for code in language_codes(translations):
        known = _known(translations / code, limits)
        found.append(
            LanguageStatus(
                code=code,
                name=names.get(code, code),
                screens=known.figures(entry.msgid for entry in screens),
                lessons={name: known.figures(texts) for name, texts in lessons.items()},
                unreadable=known.unreadable,
                misplaced=known.misplaced,
                too_long=known.too_long,
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
    """The contents of a language's PO files."""

    shown: frozenset[str]
    fuzzy: frozenset[str]
    unreadable: tuple[UnreadablePoError, ...]
    misplaced: tuple[Misplaced, ...]
    too_long: tuple[TooLong, ...]

    def figures(self, texts: Iterable[str]) -> TranslationCounts:
        wanted = set(texts)
        return TranslationCounts(len(wanted), len(wanted & self.shown), len(wanted & self.fuzzy))


def _known(folder: Path, limits: Mapping[str, int | None]) -> _Known:
    shown: set[str] = set()
    fuzzy: set[str] = set()
    unreadable: list[UnreadablePoError] = []
    misplaced: list[Misplaced] = []
    too_long: list[TooLong] = []
    for path in sorted(folder.glob("*.po")):
        try:
            found = readable(path)
        except UnreadablePoError as broken:
            unreadable.append(broken)
            continue
        unreadable += found.faults
        entries = found.entries
        wrong = misplaced_in(path, entries)
        misplaced += wrong
        too_long += too_long_in(path, entries, limits)
        lines = {each.line for each in wrong}
        for entry in entries:
            if translation_of(entry) and not entry.obsolete and entry.linenum not in lines:
                unsure = waits_for_review(entry, entries)
                (fuzzy if unsure else shown).add(entry.msgid)
    return _Known(
        frozenset(shown),
        frozenset(fuzzy - shown),
        tuple(unreadable),
        tuple(misplaced),
        tuple(too_long),
    )


def letters_in(text: str) -> int:
    """The number of characters, not counting combining marks."""
    return sum(not unicodedata.combining(sign) for sign in unicodedata.normalize("NFC", text))


def too_long_in(
    path: Path, entries: polib.POFile, limits: Mapping[str, int | None]
) -> tuple[TooLong, ...]:
    """The translations in a file that exceed the limit of their page."""
    found = []
    for entry in entries:
        limit, length = limits.get(entry.msgid), letters_in(translation_of(entry))
        if limit and length > limit and not entry.obsolete:
            found.append(TooLong(path, entry.linenum or 0, limit, length))
    return tuple(found)


def misplaced_in(path: Path, entries: polib.POFile) -> tuple[Misplaced, ...]:
    """The translations in a file whose placeholders differ from the source."""
    found = (
        Misplaced(
            path, entry.linenum or 0, different_placeholders(entry.msgid, translation_of(entry))
        )
        for entry in entries
        if translation_of(entry) and not entry.obsolete
    )
    return tuple(each for each in found if each.different)
