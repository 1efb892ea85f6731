"""Scans the kiosk's languages outside the window's thread: their files and their coverage."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kiosk.content.language_files import language_problems
from kiosk.content.source import shown_path
from kiosk.content.wording import sentence
from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.i18n.catalogue import Catalogue, read_catalogue, read_translated
from kiosk.i18n.gettext_tools import UnreadablePoError
from kiosk.i18n.languages import SOURCE, Language, find_languages
from kiosk.i18n.po import Readable
from kiosk.i18n.status import misplaced_in
from kiosk.library.library import Library
from kiosk.narration.engine import Ability
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.coverage import Coverage, Needs, coverage_of
from kiosk.player.lesson_needs import core_of, needs_of

Stamp = tuple[tuple[str, int, int], ...]

UNREADABLE = (
    "Không đọc được {place}. Các câu trong tệp đó hiện bằng tiếng Việt. Sửa chỗ đó rồi lưu lại."
)
ENTRY_UNREADABLE = (
    "{path}, dòng {line}: không đọc được câu dịch này (thiếu dấu nháy, có chữ lạ hoặc hai bản dịch "
    "lẫn nhau). Câu này hiện bằng tiếng Việt; các câu khác vẫn hiện. Sửa rồi lưu lại."
)
MISPLACED = (
    "{path}, dòng {line}: câu dịch phải giữ đúng {marks} như câu tiếng Việt. "
    "Câu này chưa hiện. Sửa rồi lưu lại."
)
FEW_LESSONS = 50
BREATHER_S = 0.01
"""A pause after each of many lessons, so that the window stays responsive."""


@dataclass(frozen=True)
class FileState:
    """The input of a scan; an equal state needs no new scan."""

    stamp: Stamp
    """The language files: path, size, modification time."""
    library: Library = field(compare=False)
    abilities: Sequence[Ability]

    def is_of(self, other: "FileState") -> bool:
        """True when nothing changed; libraries are compared by identity."""
        return self == other and self.library is other.library


@dataclass(frozen=True, slots=True)
class LanguageScan:
    file_state: FileState
    known: Mapping[str, Language]
    catalogues: Mapping[str, Catalogue]
    coverage: Mapping[str, Coverage]
    """The coverage of every language except the source."""
    needs: Needs
    """The sentences that must be spoken before a lesson can be taught."""
    troubles: tuple[str, ...] = ()
    """For staff, in Vietnamese: files and entries that are not used, and why."""


def scan(
    translations: Sequence[Path],
    library: Library,
    abilities: Sequence[Ability],
    before: LanguageScan | None,
    *,
    unreviewed: bool,
    is_stale: Callable[[], bool],
) -> LanguageScan | None:
    """Scans all languages; returns None when nothing has changed or `is_stale` becomes true."""
    file_state = FileState(stamp_of(translations), library, abilities)
    if before and file_state.is_of(before.file_state):
        return None
    known = find_languages(*translations)
    read = cache(read_translated)  # each file once, for the texts and for its faults
    catalogues = {
        code: read_catalogue(
            *(each / code for each in translations), unreviewed=unreviewed, read=read
        )
        for code in known
        if code != SOURCE
    }
    greeting = (known[SOURCE].greeting or "") if SOURCE in known else ""
    needs = _needs(file_state, before, greeting, is_stale)
    coverage = coverage_of(_lines(library, is_stale), catalogues, abilities, needs)
    if is_stale():
        return None
    troubles = tuple(_troubles(translations, known, read))
    return LanguageScan(file_state, known, catalogues, coverage, needs, troubles)


def _needs(
    file_state: FileState, before: LanguageScan | None, greeting: str, is_stale: Callable[[], bool]
) -> Needs:
    """Returns what each lesson needs; empty without recordings, reused for the same library."""
    recorded = any(
        sentences for each in file_state.abilities for sentences in each.sentences.values()
    )
    key = sentence_key(greeting)
    if not recorded:
        return Needs(key)
    if before and before.needs.core and before.file_state.library is file_state.library:
        return Needs(key, before.needs.core, before.needs.lessons)
    needed = {}
    for name, lesson in file_state.library.lessons.items():
        if is_stale():
            break
        needed[name] = needs_of(lesson)
        time.sleep(BREATHER_S)
    core = tuple(sentence_key(text) for text in core_of(file_state.library.lessons.values()))
    return Needs(key, core, needed)


def stamp_of(translations: Sequence[Path]) -> Stamp:
    """Returns a value that stays equal as long as no language file changes."""
    found = []
    for folder in _folders(translations):
        for entry in os.scandir(folder):
            with suppress(OSError):  # deleted meanwhile, or a broken link
                if entry.is_file() and not entry.name.startswith("."):
                    seen = entry.stat()
                    found.append((entry.path, seen.st_size, seen.st_mtime_ns))
    return tuple(sorted(found))


def paths_to_watch(translations: Sequence[Path]) -> frozenset[str]:
    """Returns the files and folders to watch for changes."""
    files = (path for path, *_ in stamp_of(translations) if path.endswith((".po", ".yaml")))
    return frozenset(map(str, (*translations, *_folders(translations), *files)))


def _folders(translations: Sequence[Path]) -> list[Path]:
    """Returns the existing folders of translations and the language folders in them."""
    there = [folder for folder in translations if folder.is_dir()]
    return [*there, *(path for folder in there for path in folder.glob("*/") if path.is_dir())]


def _lines(library: Library, is_stale: Callable[[], bool]) -> Iterator[Line]:
    yield from prompts.lines()
    many = len(library.heads) > FEW_LESSONS
    for lesson in library.lessons.values():
        if is_stale():
            return
        yield from lesson.lines()
        if many:
            time.sleep(BREATHER_S)


def _troubles(
    translations: Sequence[Path],
    known: Mapping[str, Language],
    read: Callable[[Path], Readable],
) -> Iterator[str]:
    for folder in translations:
        for problem in language_problems(folder):
            yield sentence(problem)
    for code in known:
        files = (path for each in translations for path in sorted((each / code).glob("*.po")))
        for path in files:
            try:
                found = read(path)
            except UnreadablePoError:
                yield UNREADABLE.format(place=shown_path(path))
                continue
            for broken in found.faults:
                yield ENTRY_UNREADABLE.format(path=shown_path(path), line=broken.line)
            wrong = misplaced_in(path, found.entries)
            for each in wrong:
                marks = ", ".join(each.different)
                yield MISPLACED.format(path=shown_path(path), line=each.line, marks=marks)
