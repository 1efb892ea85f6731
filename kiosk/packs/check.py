"""Checks that a role's files can be taught and are within the role's permissions."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from kiosk.content.media import Media, media_in
from kiosk.content.reader import ReadResult, read_lesson
from kiosk.content.wording import sentence
from kiosk.folders import Folders
from kiosk.library.library import lesson_files
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.packs.contents import is_lesson
from kiosk.packs.manifest import PackFile
from kiosk.packs.problem import PackError
from kiosk.packs.store import PackStore, RoleContent

COMMUNE_PLACES = ("lessons/", "media/voice/")
"""A commune may publish lessons with their pictures, and recordings of their sentences."""
DRAWING_PLACES = ("lessons/", "media/icons/", "media/pictures/")
INDEX_NAME = "index.json"


def version_of(text: str) -> tuple[int, ...]:
    """A version such as 0.1.0 as a tuple of numbers; a part that is not a number counts as 0."""
    parts = text.split("+", maxsplit=1)[0].split(".")
    return tuple(int(part) if part.isascii() and part.isdigit() else 0 for part in parts)


def check_part(
    part: RoleContent,
    before: RoleContent | None,
    store: PackStore,
    shipped: Folders,
    *,
    numbers: range | None,
    taken: Mapping[str, RoleContent],
) -> RoleContent:
    """Checks the contents of a part, which must be in the store.

    Lessons of the province that are unchanged since `before` are not read again.

    Args:
        part: the part to install.
        before: the same role's part of the version in use; None if there is none.
        store: the store with the contents.
        shipped: the kiosk's folders; only the supplied files are read.
        numbers: the lesson numbers that a commune may use; None for the province.
        taken: the paths used by earlier parts, with their parts.

    Returns:
        The part with the numbers of its lessons.

    Raises:
        PackError: the part must not be installed; the message says why.
    """
    known = _known_numbers(part, before) if numbers is None else {}
    unread = [file for file in part.files if file.path not in known]
    with _laid_out(unread, store) as folder:
        found = check_contents(part, folder, shipped, numbers=numbers, taken=taken, known=known)
    return replace(part, numbers=found)


def check_contents(
    part: RoleContent,
    folder: Path,
    shipped: Folders,
    *,
    numbers: range | None,
    taken: Mapping[str, RoleContent],
    known: Mapping[str, int] = MappingProxyType({}),
) -> Mapping[str, int]:
    """Checks a part whose files are in a folder; files in `known` may be absent.

    Returns:
        The numbers of all lessons, by path.

    Raises:
        PackError: the part must not be published or installed; the message says why.
    """
    _check_paths(part, taken, is_commune=numbers is not None)
    readings = lessons_below(folder, shipped)
    found = _sound_numbers(readings, folder, known)
    if numbers is not None:
        _check_own(readings, numbers, shipped)
        _check_voices(folder, readings)
    return found


def lessons_below(folder: Path, shipped: Folders) -> list[ReadResult]:
    """Reads the lessons of a folder with the layout of the kiosk's home.

    They may use the icons and pictures supplied with the kiosk, and those of the folder.
    """
    own, brought = media_in(Folders(home=shipped.home)), media_in(Folders(home=folder))
    media = Media(own.icons | brought.icons, own.pictures | brought.pictures)
    return [read_lesson(path, media) for path in sorted(lesson_files(folder / "lessons"))]


def _known_numbers(part: RoleContent, before: RoleContent | None) -> Mapping[str, int]:
    """The numbers of unchanged lessons; empty if any icon or picture was removed or changed."""
    if before is None:
        return {}
    now, then = set(part.files), set(before.files)
    if any(_is_drawing(file) for file in then - now):
        return {}
    same = {file.path for file in now & then}
    return {path: number for path, number in before.numbers.items() if path in same}


def _is_drawing(file: PackFile) -> bool:
    return file.path.startswith(DRAWING_PLACES) and not is_lesson(file.path)


def _check_paths(part: RoleContent, taken: Mapping[str, RoleContent], *, is_commune: bool) -> None:
    seen: set[str] = set()
    for file in part.files:
        folded = file.path.casefold()
        if folded in seen:
            raise PackError("Gói có tệp {path} hai lần.", path=file.path)
        seen.add(folded)
        if file.path in taken:
            raise PackError(
                "Tệp {path} là của {owner}.", path=file.path, owner=taken[file.path].title
            )
        if is_commune and not file.path.startswith(COMMUNE_PLACES):
            raise PackError("{title} không được thay tệp {path}.", title=part.title, path=file.path)
    lessons = {PurePosixPath(path).stem for path in taken if is_lesson(path)}
    for file in part.files:
        name = PurePosixPath(file.path).stem
        if is_lesson(file.path) and name in lessons:
            raise PackError("Bài {name} đã có trong gói của nơi khác.", name=name)


@contextmanager
def _laid_out(files: Iterable[PackFile], store: PackStore) -> Iterator[Path]:
    """Lays files out in a temporary folder with the layout of the kiosk's home."""
    folder = store.folder / "checking"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        for file in files:
            store.link_or_copy(file, folder / file.path)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sound_numbers(
    readings: Sequence[ReadResult], folder: Path, known: Mapping[str, int]
) -> Mapping[str, int]:
    """The numbers of the lessons by path; raises if a lesson has errors or a number is double."""
    numbers = dict(known)
    paths = {number: path for path, number in known.items()}
    for reading in readings:
        if reading.lesson is None:
            worst = next(problem for problem in reading.problems if problem.is_error)
            raise PackError(
                "Bài {name} trong gói có lỗi: {what}", name=reading.path.stem, what=sentence(worst)
            )
        number = reading.lesson.head.number
        path = reading.path.relative_to(folder).as_posix()
        if paths.setdefault(number, path) != path:
            raise PackError(
                "Hai bài trong gói cùng số {number}: {one} và {other}.",
                number=number,
                one=PurePosixPath(paths[number]).stem,
                other=reading.path.stem,
            )
        numbers[path] = number
    return numbers


def _check_own(readings: Sequence[ReadResult], numbers: range, shipped: Folders) -> None:
    """Checks that a commune uses its own numbers and does not replace supplied lessons."""
    core = {path.stem for path in lesson_files(shipped.home / "lessons")}
    for reading in readings:
        number = reading.number
        if number is None or number not in numbers:
            raise PackError(
                "Bài {name} mang số {number}, ngoài dải {first}–{last} được giao.",
                name=reading.path.stem,
                number=number,
                first=numbers.start,
                last=numbers.stop - 1,
            )
        if reading.path.stem in core:
            raise PackError("Bài {name} là bài có sẵn của ki-ốt.", name=reading.path.stem)


def _check_voices(folder: Path, readings: Sequence[ReadResult]) -> None:
    """Checks that a commune's recordings are of sentences of its own lessons only."""
    lessons = [reading.lesson for reading in readings if reading.lesson]
    own = {sentence_key(line.text) for lesson in lessons for line in lesson.lines()}
    for index in sorted(folder.glob(f"media/voice/*/{INDEX_NAME}")):
        for text in _spoken_texts(index):
            if sentence_key(text) not in own:
                raise PackError("Gói có tiếng đọc cho câu của bài khác: {text}", text=text)


def _spoken_texts(index: Path) -> Iterator[str]:
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        for take in json.loads(index.read_bytes())["takes"]:
            yield str(take["text"])
