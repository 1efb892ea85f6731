"""The recordings that lie beside a lesson on a stick."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kiosk.content.takeover import disk
from kiosk.content.takeover.names import SAFE_LANGUAGE, check_name, shown_name
from kiosk.content.takeover.offer import Clip
from kiosk.content.takeover.refusal import LARGEST_VOICE_MB, MB, RefusedError
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.narration.recordings.audio_file import (
    SUFFIXES,
    NoSoundError,
    decoded,
    described,
    encoded,
)
from kiosk.narration.recordings.index import (
    INDEX_NAME,
    BrokenIndexError,
    Index,
    from_json,
    number_in,
)
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.take import Take

PLACES = ("voice", "media/voice")
LARGEST_INDEX_MB = 5
CLIP = re.compile(r"([0-9a-f]{20})-\d{1,9}\.\w+")


def clips_of(lesson: Lesson, file: str, stick: Path, folders: Folders) -> Iterator[Clip]:
    """The newest recording of each of its sentences that the kiosk does not have.

    Raises:
        RefusedError: a recording is a link or has an odd name.
    """
    keys = {sentence_key(line.text) for line in lesson.lines() if line}
    for place in _places(stick, file):
        language = place.rpartition("/")[2]
        if not (folders.translations / language).is_dir():
            continue
        known = {
            (take.key, take.text, take.speaker, take.recorded_at)
            for take in _own_index(folders.recordings / language).takes
            if (folders.recordings / language / take.file).exists()
        }
        for clip in _newest(stick, place, keys):
            take = clip.take or _described(stick, clip)
            if (take.key, take.text, take.speaker, take.recorded_at) not in known:
                yield replace(clip, take=take)


def _places(stick: Path, file: str) -> Iterator[str]:
    """The folders of languages beside the lesson, or beside the folder in which it lies."""
    seen = set()
    for folder in PurePosixPath(file).parents:
        for place in PLACES:
            voice = folder / place
            for language in _names_in(stick, voice.as_posix()):
                path = (voice / language).as_posix()
                if SAFE_LANGUAGE.fullmatch(language) and path not in seen:
                    seen.add(path)
                    yield path


def _names_in(stick: Path, folder: str) -> list[str]:
    return [name for name, _ in disk.entries_in(stick, folder) if not name.startswith(".")]


def _newest(stick: Path, place: str, keys: set[str]) -> Iterator[Clip]:
    takes = _takes_listed(stick, place)
    language = place.rpartition("/")[2]
    found: dict[str, Clip] = {}
    for name in sorted(_names_in(stick, place), key=number_in):
        if PurePosixPath(name).suffix.lower() not in SUFFIXES:
            continue
        named = CLIP.fullmatch(name)
        take = takes.get(name)
        key = take.key if take else named[1] if named else ""
        if key in keys:
            check_name(name)
            found[key] = Clip(language, f"{place}/{name}", key, take)
    yield from found.values()


def _takes_listed(stick: Path, place: str) -> Mapping[str, Take]:
    try:
        listed = from_json(disk.read_plain(stick, f"{place}/{INDEX_NAME}", LARGEST_INDEX_MB * MB))
    except (RefusedError, BrokenIndexError):
        return {}
    return {take.file: take for take in listed.takes}


def _own_index(folder: Path) -> Index:
    try:
        return from_json((folder / INDEX_NAME).read_bytes())
    except (OSError, BrokenIndexError):
        return Index()


def _described(stick: Path, clip: Clip) -> Take:
    content = disk.read_plain(stick, clip.file, LARGEST_VOICE_MB * MB)
    return take_in(content, clip)


def take_in(content: bytes, clip: Clip) -> Take:
    """What a recording says of itself; at least which sentence it speaks.

    Raises:
        RefusedError: it holds no sound, or speaks another sentence than its name says.
    """
    shown = shown_name(PurePosixPath(clip.file).name)
    try:
        take = described(io.BytesIO(content), PurePosixPath(clip.file).name)
    except NoSoundError as problem:
        raise RefusedError("no_sound", shown) from problem
    if take is None or take.key != clip.key:
        raise RefusedError("voice_of_nothing", shown)
    return take


def flac_of(content: bytes, clip: Clip) -> bytes:
    """The recording as the kiosk keeps it, made anew from its sound alone.

    Raises:
        RefusedError: it holds no sound.
    """
    take = clip.take or take_in(content, clip)
    try:
        return encoded(decoded(io.BytesIO(content)), take)
    except NoSoundError as problem:
        raise RefusedError("no_sound", shown_name(PurePosixPath(clip.file).name)) from problem


def place_for(clip: Clip, folders: Folders, taken: set[Path]) -> Path:
    """Where a recording is to lie: in a file that no other take of the sentence ever had."""
    folder = folders.recordings / clip.language
    names = [path.name for path in (*taken, *folder.glob(f"{clip.key}-*"))]
    number = max([_own_index(folder).next_number - 1, *map(number_in, names)]) + 1
    return folder / f"{clip.key}-{number}.flac"
