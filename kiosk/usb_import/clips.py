"""The recordings that accompany a lesson on a stick."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from kiosk.content.spoken import ITSELF, spoken_parts
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.library.library import load_library
from kiosk.narration.recordings.audio_file import SUFFIXES, NoSoundError, described, encoded
from kiosk.narration.recordings.decoder import SoundDecoder
from kiosk.narration.recordings.index import (
    INDEX_NAME,
    BrokenIndexError,
    TakeIndex,
    from_json,
    number_in,
)
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip as Sound
from kiosk.usb_import import disk
from kiosk.usb_import.names import SAFE_LANGUAGE, check_name, shown_name
from kiosk.usb_import.refusal import MAX_VOICE_MB, MB, LessonRefusedError
from kiosk.usb_import.usb_lesson import UsbClip

PLACES = ("voice", "media/voice")
MAX_INDEX_MB = 5
CLIP = re.compile(r"([0-9a-f]{20})-\d{1,9}\.\w+")


class StickVoices:
    """The recordings on a stick; each folder and each list of recordings is read only once."""

    def __init__(self, stick: Path, folders: Folders) -> None:
        self._stick = stick
        self._folders = folders
        self._places: dict[str, Mapping[str, UsbClip]] = {}
        self._own: dict[str, Mapping[str, Take]] = {}

    def clips_of(self, lesson: Lesson, file: str) -> Iterator[UsbClip]:
        """The newest recording of each sentence, except those that the kiosk already has.

        Raises:
            LessonRefusedError: a recording is unreadable or has an invalid name.
        """
        keys = dict.fromkeys(sentence_key(line.text) for line in lesson.lines() if line)
        for place in self._places_beside(file):
            language = place.rpartition("/")[2]
            if not any(each.is_dir() for each in self._folders.language_folders(language)):
                continue
            newest = self._newest(place)
            for key in keys:
                if (clip := newest.get(key)) is None:
                    continue
                check_name(PurePosixPath(clip.file).name)
                take = clip.take or self._described(clip)
                own = self._own_takes(language).get(key)
                if own is None or _said(take) != _said(own):
                    others = self._speakers.get(key, {})
                    also = tuple(title for name, title in others.items() if name != lesson.id)
                    yield replace(clip, take=take, also=also, replaces=own is not None)

    def _places_beside(self, file: str) -> Iterator[str]:
        """The language folders in `PLACES` below the lesson's folder and its parent folders."""
        seen = set()
        for folder in PurePosixPath(file).parents:
            for place in PLACES:
                voice = folder / place
                for language in _names_in(self._stick, voice.as_posix()):
                    path = (voice / language).as_posix()
                    if SAFE_LANGUAGE.fullmatch(language) and path not in seen:
                        seen.add(path)
                        yield path

    def _newest(self, place: str) -> Mapping[str, UsbClip]:
        """The newest clip of each sentence in a folder, by sentence key."""
        if place not in self._places:
            takes = _takes_listed(self._stick, place)
            language = place.rpartition("/")[2]
            found: dict[str, UsbClip] = {}
            for name in sorted(_names_in(self._stick, place), key=number_in):
                if PurePosixPath(name).suffix.lower() not in SUFFIXES:
                    continue
                named = CLIP.fullmatch(name)
                take = takes.get(name)
                key = take.key if take else named[1] if named else ""
                if key:
                    found[key] = UsbClip(language, f"{place}/{name}", key, take)
            self._places[place] = found
        return self._places[place]

    def _own_takes(self, language: str) -> Mapping[str, Take]:
        """The kiosk's own recordings in a language, by sentence key."""
        if language not in self._own:
            folder = self._folders.recordings / language
            present = set(_names_in(self._folders.recordings, language))
            takes = (take for take in _own_index(folder).takes if take.file in present)
            self._own[language] = {take.key: take for take in takes}
        return self._own[language]

    @cached_property
    def _speakers(self) -> Mapping[str, Mapping[str, str]]:
        """For each sentence key, the titles of the lessons and own parts that contain it, by id."""
        vietnamese = find_languages(*self._folders.translation_folders).get(SOURCE)
        greeting = (vietnamese.greeting or "") if vietnamese else ""
        lessons = load_library(self._folders).lessons.values()
        found: dict[str, dict[str, str]] = {}
        for part in spoken_parts(lessons, ITSELF, greeting):
            for line in filter(None, part.lines):
                found.setdefault(sentence_key(line.text), {})[part.id] = part.title
        return found

    def _described(self, clip: UsbClip) -> Take:
        content = disk.read_plain(self._stick, clip.file, MAX_VOICE_MB * MB)
        return take_in(content, clip)


def _said(take: Take) -> tuple[str, ...]:
    return take.key, take.text, take.speaker, take.recorded_at


def _names_in(root: Path, folder: str) -> list[str]:
    return [name for name, _ in disk.entries_in(root, folder) if not name.startswith(".")]


def _takes_listed(stick: Path, place: str) -> Mapping[str, Take]:
    try:
        listed = from_json(disk.read_plain(stick, f"{place}/{INDEX_NAME}", MAX_INDEX_MB * MB))
    except (LessonRefusedError, BrokenIndexError):
        return {}
    return {take.file: take for take in listed.takes}


def _own_index(folder: Path) -> TakeIndex:
    try:
        return from_json((folder / INDEX_NAME).read_bytes())
    except (OSError, BrokenIndexError):
        return TakeIndex()


def take_in(content: bytes, clip: UsbClip) -> Take:
    """Reads the recording's metadata, which must name the sentence.

    Raises:
        LessonRefusedError: the file is not sound, or its metadata is missing or names another
            sentence than its file name.
    """
    shown = shown_name(PurePosixPath(clip.file).name)
    try:
        take = described(io.BytesIO(content), PurePosixPath(clip.file).name)
    except NoSoundError as problem:
        raise LessonRefusedError("no_sound", shown) from problem
    if take is None or take.key != clip.key:
        raise LessonRefusedError("voice_of_nothing", shown)
    return take


def sound_of(clip: UsbClip, stick: Path, decoder: SoundDecoder) -> Sound:
    """Decodes a recording.

    Raises:
        LessonRefusedError: the file cannot be read or decoded.
    """
    content = disk.read_plain(stick, clip.file, MAX_VOICE_MB * MB)
    try:
        return decoder.decode(content)
    except NoSoundError as problem:
        raise LessonRefusedError("no_sound", shown_name(PurePosixPath(clip.file).name)) from problem


def flac_of(clip: UsbClip, stick: Path, decoder: SoundDecoder) -> bytes:
    """Decodes a recording and encodes it as FLAC, so that only its sound is imported.

    Raises:
        LessonRefusedError: the file cannot be read or decoded.
    """
    if clip.take is None:
        raise LessonRefusedError("voice_of_nothing", shown_name(PurePosixPath(clip.file).name))
    return encoded(sound_of(clip, stick, decoder), clip.take)


def place_for(clip: UsbClip, folders: Folders, taken: set[Path]) -> Path:
    """The path for a new recording; its number was never used for this sentence before."""
    folder = folders.recordings / clip.language
    names = [path.name for path in (*taken, *folder.glob(f"{clip.key}-*"))]
    number = max([_own_index(folder).next_number - 1, *map(number_in, names)]) + 1
    return folder / f"{clip.key}-{number}.flac"
