"""Looks at the languages of the kiosk, away from the window: what is there, and how much of it."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content.language_files import language_problems
from kiosk.content.library import Library
from kiosk.content.source import shown_path
from kiosk.content.wording import sentence
from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.i18n.catalogue import Catalogue, read_catalogue
from kiosk.i18n.gettext_tools import UnreadableError
from kiosk.i18n.languages import SOURCE, Language, find_languages
from kiosk.i18n.po import read_translated
from kiosk.i18n.status import misplaced_in
from kiosk.narration.engine import Ability
from kiosk.player.coverage import Coverage, coverage_of

Stamp = tuple[tuple[str, int, int], ...]

UNREADABLE = (
    "Không đọc được {place}. Các câu trong tệp đó hiện bằng tiếng Việt. Sửa chỗ đó rồi lưu lại."
)
MISPLACED = (
    "{path}, dòng {line}: câu dịch phải giữ đúng {marks} như câu tiếng Việt. "
    "Câu này chưa hiện. Sửa rồi lưu lại."
)
FEW_LESSONS = 50
BREATHER_S = 0.01
"""After each of many lessons: the window's turn."""


@dataclass(frozen=True)
class Sight:
    """What a survey looks at: when it is the same again, nothing has changed."""

    stamp: Stamp
    """The files below `translations`: path, size, time of change."""
    library: Library = field(compare=False)
    abilities: Sequence[Ability]

    def is_of(self, other: "Sight") -> bool:
        """Whether it is the same; libraries are compared as things, not lesson by lesson."""
        return self == other and self.library is other.library


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found."""

    sight: Sight
    known: Mapping[str, Language]
    catalogues: Mapping[str, Catalogue]
    coverage: Mapping[str, Coverage]
    """Of every language but the source."""
    troubles: tuple[str, ...] = ()
    """For staff: files that are left out, and why."""


def survey(
    translations: Path,
    library: Library,
    abilities: Sequence[Ability],
    before: Survey | None,
    *,
    unreviewed: bool,
    is_stale: Callable[[], bool],
) -> Survey | None:
    """What there is now; None when it is as before, or not wanted any more."""
    sight = Sight(stamp_of(translations), library, abilities)
    if before and sight.is_of(before.sight):
        return None
    known = find_languages(translations)
    catalogues = {
        code: read_catalogue(translations / code, unreviewed=unreviewed)
        for code in known
        if code != SOURCE
    }
    coverage = coverage_of(_lines(library, is_stale), catalogues, abilities)
    if is_stale():
        return None
    return Survey(sight, known, catalogues, coverage, tuple(_troubles(translations, known)))


def stamp_of(translations: Path) -> Stamp:
    """Equal as long as no file of a language has changed."""
    found = []
    for folder in (translations, *_folders(translations)):
        for entry in os.scandir(folder):
            if entry.is_file() and not entry.name.startswith("."):
                seen = entry.stat()
                found.append((entry.path, seen.st_size, seen.st_mtime_ns))
    return tuple(sorted(found))


def watched_in(translations: Path) -> frozenset[str]:
    """The files and folders in which something may change."""
    files = (path for path, *_ in stamp_of(translations) if path.endswith((".po", ".yaml")))
    return frozenset(map(str, (translations, *_folders(translations), *files)))


def _folders(translations: Path) -> list[Path]:
    return [path for path in translations.glob("*/") if path.is_dir()]


def _lines(library: Library, is_stale: Callable[[], bool]) -> Iterator[Line]:
    yield from prompts.lines()
    many = len(library.heads) > FEW_LESSONS
    for lesson in library.lessons.values():
        if is_stale():
            return
        yield from lesson.lines()
        if many:
            time.sleep(BREATHER_S)


def _troubles(translations: Path, known: Mapping[str, Language]) -> Iterator[str]:
    for problem in language_problems(translations):
        yield sentence(problem)
    for code in known:
        for path in sorted((translations / code).glob("*.po")):
            try:
                wrong = misplaced_in(path, read_translated(path))
            except UnreadableError as broken:
                line = f", dòng {broken.line}" if broken.line else ""
                yield UNREADABLE.format(place=f"{shown_path(path)}{line}")
                continue
            for each in wrong:
                marks = ", ".join(each.different)
                yield MISPLACED.format(path=shown_path(path), line=each.line, marks=marks)
