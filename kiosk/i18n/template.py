"""The two gettext templates: screens and lessons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polib

from kiosk.i18n.text import SourceText, each_once

SCREENS = "screens"
LESSONS = "lessons"
FORMATS = {"qt-format": re.compile(r"%\d"), "python-brace-format": re.compile(r"\{[^{}]*\}")}
"""Format flags with which Poedit, Weblate and msgfmt check placeholders."""
LONGER = 1.4
AT_MOST = re.compile(r"At most (\d+) letters")
"""A note with the measured maximum length; a test renders each page with texts of that length."""
HEADER = {
    "Project-Id-Version": "tutorial-kiosk",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


@dataclass(frozen=True, slots=True)
class Template:
    """The translatable texts of one PO file, for all languages."""

    name: str
    texts: tuple[SourceText, ...]

    def path(self, translations: Path) -> Path:
        return translations / f"{self.name}.pot"

    def as_pot(self) -> str:
        """The template as a POT file; the output is deterministic."""
        file = polib.POFile(wrapwidth=78)
        file.header = "Made by `kiosk i18n update`: changes here are lost, change the sources."
        file.metadata = dict(HEADER)
        file.extend(_entry(text) for text in self.texts)
        return f"{file}"


def templates(
    screens: Iterable[SourceText], lessons: Iterable[SourceText]
) -> tuple[Template, Template]:
    """Both templates; texts that occur in both are only in that of the screens."""
    own = {text.source: text for text in each_once(screens)}
    others = []
    for text in each_once(lessons):
        if text.source in own:
            own[text.source] = own[text.source].with_more(text)
        else:
            others.append(text)
    return Template(SCREENS, tuple(own.values())), Template(LESSONS, tuple(others))


def outdated(wanted: Iterable[Template], translations: Path) -> tuple[Path, ...]:
    """The templates on disk that differ from the sources."""
    paths = ((template, template.path(translations)) for template in wanted)
    return tuple(
        path
        for template, path in paths
        if not path.is_file() or path.read_bytes() != template.as_pot().encode()
    )


def limit_of(comment: str) -> int | None:
    """The measured maximum length of a translation; None when the note has none."""
    found = AT_MOST.findall(" ".join(comment.split()))
    return min(map(int, found)) if found else None


def length_flag(limit: int) -> str:
    """The flag with which Weblate enforces a maximum length."""
    return f"max-length:{limit}"


def longest(source: str) -> int:
    """The default maximum length of a translation, with which every screen is tested."""
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
