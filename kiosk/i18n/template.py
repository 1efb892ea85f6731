"""The two gettext templates: the kiosk's screens, and the lessons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polib

from kiosk.i18n.text import SourceText, each_once

SCREENS = "screens"
LESSONS = "lessons"
FORMATS = {"qt-format": re.compile(r"%\d"), "python-brace-format": re.compile(r"\{[^{}]*\}")}
"""The flags by which Poedit, Weblate and gettext's own check compare places that are filled in."""
LONGER = 1.4
AT_MOST = re.compile(r"At most (\d+) letters")
"""A note with a length that was measured on the page; a test tries each page with such texts."""
HEADER = {
    "Project-Id-Version": "tutorial-kiosk",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


@dataclass(frozen=True, slots=True)
class Template:
    """The texts of one PO file, the same for every language."""

    name: str
    texts: tuple[SourceText, ...]

    def path(self, translations: Path) -> Path:
        return translations / f"{self.name}.pot"

    def as_pot(self) -> str:
        """The template as a POT file: the same texts always make the same file."""
        file = polib.POFile(wrapwidth=78)
        file.header = "Made by `kiosk i18n update`: changes here are lost, change the sources."
        file.metadata = dict(HEADER)
        file.extend(_entry(text) for text in self.texts)
        return f"{file}"


def templates(
    screens: Iterable[SourceText], lessons: Iterable[SourceText]
) -> tuple[Template, Template]:
    """Both templates; what the screens say too is translated there, once."""
    own = {text.source: text for text in each_once(screens)}
    others = []
    for text in each_once(lessons):
        if text.source in own:
            own[text.source] = own[text.source].with_more(text)
        else:
            others.append(text)
    return Template(SCREENS, tuple(own.values())), Template(LESSONS, tuple(others))


def outdated(wanted: Iterable[Template], translations: Path) -> tuple[Path, ...]:
    """The templates on disk that no longer say what the sources say."""
    paths = ((template, template.path(translations)) for template in wanted)
    return tuple(
        path
        for template, path in paths
        if not path.is_file() or path.read_bytes() != template.as_pot().encode()
    )


def limit_of(comment: str) -> int | None:
    """How many letters a translation may have, where the room on the page was measured."""
    found = AT_MOST.findall(" ".join(comment.split()))
    return min(map(int, found)) if found else None


def length_flag(limit: int) -> str:
    """The flag by which Weblate refuses a longer translation."""
    return f"max-length:{limit}"


def longest(source: str) -> int:
    """How many letters a translation may have: so much longer, every screen is tried with it."""
    return max(round(len(source) * LONGER), len(source) + 2)


def _entry(text: SourceText) -> polib.POEntry:
    limit = limit_of(" ".join(text.notes))
    count = longest(text.source)
    length = () if limit else (f"dài nhất {count} chữ cái (at most {count} letters)",)
    return polib.POEntry(
        msgid=text.source,
        comment="\n".join((*text.notes, *length)),
        occurrences=[(place, "") for place in text.places],
        flags=[
            *(flag for flag, places in FORMATS.items() if places.search(text.source)),
            *([length_flag(limit)] if limit else []),
        ],
    )
