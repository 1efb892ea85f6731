"""Export of a lesson to a folder that another kiosk can import or a pack is built from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.content.media import media_in
from kiosk.content.positions import document_of
from kiosk.content.reader import reading_of
from kiosk.durable import read_plain_file, write_durably
from kiosk.folders import Folders
from kiosk.narration.recordings.consent import ConsentListError, Consents, Use
from kiosk.narration.recordings.index import (
    INDEX_NAME,
    MAX_INDEX_BYTES,
    BrokenIndexError,
    TakeIndex,
    from_json,
    to_json,
)
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.take import Take, is_same_person
from kiosk.pictures.names import file_named
from kiosk.usb_import.pictures import pictures_named
from kiosk.usb_import.scan import PROCEDURES
from kiosk.usb_import.stick_writer import ask_to_write, may_ask_to_write


@dataclass(frozen=True, slots=True)
class ExportedLesson:
    """The result of exporting a lesson."""

    folder: Path
    """The folder that contains the lesson."""
    held_back: int
    """The number of recordings left out for lack of the speaker's consent for other kiosks."""


def export_lesson(text: str, path: Path, place: Path, folders: Folders) -> ExportedLesson:
    """Writes a lesson with its pictures and recordings into a folder of its own.

    If `place` has a folder `lessons`, it is the source of a pack: the lesson goes into `lessons`,
    its recordings into `media/voice`. The lesson file is written last, so that an incomplete
    export has none.

    Args:
        text: the content of the lesson file.
        path: the lesson file; its pictures are in the same folder.
        place: the root of a stick, or another folder.
        folders: the kiosk's folders, with the recordings.

    Raises:
        OSError: writing failed; `StickProtectedError` if the stick is write-protected.
    """
    like_a_kiosk = (place / "lessons").is_dir()
    into = place / "lessons" if like_a_kiosk else place / path.stem
    below = into / PROCEDURES if path.parent.name == PROCEDURES else into
    document = document_of(text.removeprefix("\ufeff"), path.name)
    files: dict[Path, bytes] = {}
    for name in sorted(set(pictures_named(document.data))):
        picture = file_named(path.parent, name)
        if picture:
            files[below / name] = picture.read_bytes()
    lesson = reading_of(document, path, media_in(folders)).lesson
    held_back = 0
    if lesson:
        keys = frozenset(sentence_key(line.text) for line in lesson.lines() if line)
        voices = place / "media" / "voice" if like_a_kiosk else into / "voice"
        held_back, recordings = _voices(keys, voices, folders, for_pack=like_a_kiosk)
        files |= recordings
    files[below / path.name] = text.encode("utf-8")
    if may_ask_to_write(place, folders.stick_writer):
        ask_to_write(place, files, folders.stick_writer)
    else:
        for target, content in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            write_durably(target, content)
    return ExportedLesson(into, held_back)


def _voices(
    keys: frozenset[str], into: Path, folders: Folders, *, for_pack: bool
) -> tuple[int, dict[Path, bytes]]:
    """The number of recordings held back, and the files of the others, in every language.

    If several folders have a recording of a sentence, the first takes precedence. For a pack, the
    consents are included, and recordings that came in another pack are omitted.
    """
    held_back = 0
    files: dict[Path, bytes] = {}
    indexes: dict[str, TakeIndex] = {}
    for root in reversed(folders.recording_folders):
        for folder in sorted(root.iterdir()) if root.is_dir() else ():
            takes = [take for take in _index_in(folder).takes if take.key in keys]
            present = [take for take in takes if (folder / take.file).is_file()]
            # Recordings from a pack are allowed for all kiosks; their consents are not here.
            own = root == folders.recordings
            if for_pack and not own:
                continue
            allowed = tuple(_allowed(present, root, folder.name) if own else present)
            held_back += len(present) - len(allowed)
            if allowed:
                language = folder.name
                there = indexes.get(language) or _index_in(into / language)
                index, clips = _added(allowed, folder, there)
                indexes[language] = index
                files |= {into / language / name: content for name, content in clips.items()}
                if for_pack:
                    files |= _consents(allowed, Consents(root, language), Consents(into, language))
    lists = {into / name / INDEX_NAME: to_json(index, name) for name, index in indexes.items()}
    return held_back, {**files, **lists}


def _consents(takes: tuple[Take, ...], here: Consents, there: Consents) -> dict[Path, bytes]:
    """The target's consent list, extended by the consents of these recordings, and their clips."""
    speakers = dict.fromkeys(take.speaker for take in takes)
    given = [consent for each in speakers if (consent := here.of(each))]
    return there.files_with(given, here)


def _index_in(folder: Path) -> TakeIndex:
    try:
        return from_json(read_plain_file(folder / INDEX_NAME, MAX_INDEX_BYTES))
    except (OSError, BrokenIndexError):
        return TakeIndex()


def _allowed(takes: list[Take], root: Path, language: str) -> Iterator[Take]:
    """The takes whose speakers consented to other kiosks; none if the list is unreadable."""
    try:
        consents = Consents(root, language).all
    except (ConsentListError, OSError):
        return
    free = [each.speaker for each in consents if each.speaker and each.use.allows(Use.ALL_KIOSKS)]
    for take in takes:
        if any(is_same_person(take.speaker, speaker) for speaker in free):
            yield take


def _added(
    takes: tuple[Take, ...], folder: Path, index: TakeIndex
) -> tuple[TakeIndex, dict[str, bytes]]:
    """The index with the takes it did not contain yet, and their files."""
    there = {(take.key, take.speaker, take.recorded_at) for take in index.takes}
    clips: dict[str, bytes] = {}
    for take in takes:
        if (take.key, take.speaker, take.recorded_at) in there:
            continue
        number = index.next_number
        name = f"{take.key}-{number}{Path(take.file).suffix}"
        clips[name] = (folder / take.file).read_bytes()
        index = index.with_take(replace(take, file=name, number=number))
    return index, clips
