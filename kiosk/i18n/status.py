"""How much of the kiosk is translated into each language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from kiosk.i18n.gettext_tools import UnreadableError
from kiosk.i18n.languages import find_languages
from kiosk.i18n.refresh import language_codes
from kiosk.i18n.template import LESSONS, SCREENS

WELL_FORMED = re.compile(
    r"\s*(#(?!~).*)?|\s*(#~(\||\s)\s*)?((msgid|msgid_plural|msgctxt|msgstr(\[\d+\])?)\s*)?"
    r'"([^"\\]|\\.)*"\s*'
)
LINE = re.compile(r"\(line (?P<line>\d+)\)")


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
class LanguageStatus:
    """How far one language has come."""

    code: str
    name: str
    screens: Figures
    lessons: Mapping[str, Figures]
    """By the lesson's id."""
    unreadable: tuple[UnreadableError, ...] = ()


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
            )
        )
    return tuple(found)


def read_po(path: Path) -> polib.POFile:
    """A PO or POT file.

    Raises:
        UnreadableError: it is not there, or not well formed.
    """
    try:
        text = path.read_text(encoding="utf-8")
        _check_lines(path, text)
        return polib.pofile(text)
    except (OSError, UnicodeError) as problem:
        place = LINE.search(str(problem))
        line = int(place["line"]) if place else None
        raise UnreadableError(path, line, str(problem)) from problem


def _check_lines(path: Path, text: str) -> None:
    """Refuses what polib would misread without a word: a quote that is missing, say."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not WELL_FORMED.fullmatch(line):
            raise UnreadableError(path, number, f"cannot be read: {line.strip()}")


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

    def figures(self, texts: Iterable[str]) -> Figures:
        """How many of these texts have a translation."""
        wanted = set(texts)
        return Figures(len(wanted), len(wanted & self.shown), len(wanted & self.fuzzy))


def _known(folder: Path) -> _Known:
    shown: set[str] = set()
    fuzzy: set[str] = set()
    unreadable = []
    for path in sorted(folder.glob("*.po")):
        try:
            entries = read_po(path)
        except UnreadableError as broken:
            unreadable.append(broken)
            continue
        for entry in entries:
            if entry.msgstr and not entry.obsolete:
                (fuzzy if entry.fuzzy else shown).add(entry.msgid)
    return _Known(frozenset(shown), frozenset(fuzzy - shown), tuple(unreadable))
