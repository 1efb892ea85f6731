"""Takes clips that were recorded elsewhere into a language's recordings."""

import io
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from kiosk.narration.recordings import script
from kiosk.narration.recordings.audio_file import SUFFIXES, NoSoundError, decoded
from kiosk.narration.recordings.parcel import Parcel, ParcelError
from kiosk.narration.recordings.script import Row
from kiosk.narration.recordings.sentence import sentence_key, sentence_words
from kiosk.narration.recordings.sound import UnfitError, polished
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.recordings.vtt import NotWordTimesError, word_starts_ms
from kiosk.narration.utterance import Clip

READABLE = SUFFIXES | {".mp3", ".aiff", ".aif"}
_TIMES = (".vtt", "_words.vtt")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is not as it should be; nothing that was there is touched by it."""

    code: str
    row: int = 0
    """Of the spreadsheet; 0 when it is about no row."""
    file: str = ""
    detail: str = ""
    kept: bool = False
    """Whether the clip was taken in all the same."""


@dataclass(slots=True)
class Report:
    """What became of a parcel."""

    kept: list[Take] = field(default_factory=list)
    same: int = 0
    """Clips that had been taken in before."""
    remarks: list[Remark] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    """The spreadsheet."""


class NoScriptError(ValueError):
    """There is not exactly one spreadsheet; the text names those that were found."""


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a parcel, by names as people write them."""

    parcel: Parcel
    by_name: Mapping[str, str]

    @classmethod
    def of(cls, parcel: Parcel) -> "_Files":
        names = parcel.names()
        return cls(parcel, {_plain(PurePosixPath(name).name): name for name in reversed(names)})

    def clip(self, name: str) -> str | None:
        """The file of that name, or the one of the same stem in another format."""
        wanted = _plain(name)
        if wanted in self.by_name:
            return self.by_name[wanted]
        stem = _stem(wanted)
        alike = [each for each in self.by_name if _stem(each) == stem and not _is_text(each)]
        return self.by_name[min(alike)] if alike else None

    def times(self, clip: str) -> str | None:
        """The file with the times of the clip's words."""
        stem = _stem(_plain(PurePosixPath(clip).name))
        names = (self.by_name.get(stem + ending) for ending in _TIMES)
        return next((name for name in names if name), None)


def bring_in(
    parcel: Parcel,
    recordings: Recordings,
    sentences: Iterable[str],
    origin: Take,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:
    """Keeps every clip that can be heard and belongs to a sentence; tells of all the others.

    Args:
        parcel: clips, and one spreadsheet that says what is spoken in each.
        recordings: where they are kept.
        sentences: what the kiosk may say; other sentences are kept and remarked on.
        origin: who spoke, when it was brought, and from where.
        tell: is told how many rows are done, of how many.

    Raises:
        NoScriptError, ScriptError, ParcelError: nothing could even be begun.
        OSError: the disk refuses; what was kept before stays.
    """
    rows = script.rows(parcel.read(_script_of(parcel)))
    intake = _Intake(_Files.of(parcel), recordings, {sentence_key(each) for each in sentences})
    intake.report.rows = rows
    for done, row in enumerate(rows):
        tell(done, len(rows))
        intake.take(row, origin)
    tell(len(rows), len(rows))
    intake.tell_of_others()
    return intake.report


def _script_of(parcel: Parcel) -> str:
    found = [name for name in parcel.names() if name.lower().endswith(".csv")]
    if len(found) != 1:
        raise NoScriptError(", ".join(found))
    return found[0]


class _RefusedError(Exception):
    """The clip of a row is not taken in."""

    def __init__(self, code: str, file: str = "", detail: str = "") -> None:
        super().__init__(code)
        self.code, self.file, self.detail = code, file, detail


class _Intake:
    """Takes in one row after the other, and remembers which."""

    def __init__(self, files: _Files, recordings: Recordings, known: Collection[str]) -> None:
        self.report = Report()
        self._files = files
        self._recordings = recordings
        self._known = known
        self._rows: dict[str, int] = {}

    def take(self, row: Row, origin: Take) -> None:
        """Keeps the clip of a row, or remarks why not."""
        try:
            name = self._name(row)
            clip = self._clip(row, name)
        except _RefusedError as no:
            self.report.remarks.append(Remark(no.code, row.number, no.file, no.detail))
            return
        take = replace(
            origin,
            text=row.text,
            speaker=row.speaker or origin.speaker,
            spoken=row.spoken,
            word_starts_ms=clip.word_starts_ms,
        )
        if take.key not in self._known:
            self._remark("unknown_sentence", row, name, row.text)
        if _is_there(self._recordings, take, clip):
            self.report.same += 1
        else:
            self.report.kept.append(self._recordings.keep(take, clip))

    def tell_of_others(self) -> None:
        """Remarks on sounds that no row speaks of."""
        for name in self._files.parcel.names():
            if _suffix(name) in READABLE and name not in self._rows:
                self.report.remarks.append(Remark("no_row", file=name))

    def _name(self, row: Row) -> str:
        """The file with the clip of the row; each sentence and each file serves once."""
        if not sentence_words(row.text):
            raise _RefusedError("no_sentence", row.file)
        if not row.file:
            raise _RefusedError("no_name", detail=row.text)
        name = self._files.clip(row.file)
        if name is None:
            raise _RefusedError("no_file", row.file)
        for what, code in ((sentence_key(row.text), "sentence_twice"), (name, "file_twice")):
            if self._rows.setdefault(what, row.number) != row.number:
                raise _RefusedError(code, name, str(self._rows[what]))
        if _suffix(name) not in READABLE:
            raise _RefusedError("not_readable", name)
        return name

    def _clip(self, row: Row, name: str) -> Clip:
        try:
            clip = decoded(io.BytesIO(self._files.parcel.read(name)))
            timed = replace(clip, word_starts_ms=self._times(row, name))
            return polished(timed, words=len(sentence_words(row.text)))
        except NoSoundError as problem:
            raise _RefusedError("not_sound", name, str(problem)) from problem
        except UnfitError as problem:
            raise _RefusedError(problem.flaw.value, name) from problem
        except ParcelError as problem:
            raise _RefusedError(problem.code, name) from problem

    def _times(self, row: Row, clip: str) -> tuple[int, ...]:
        name = self._files.times(clip)
        if name is None:
            return ()
        try:
            return word_starts_ms(self._files.parcel.read(name).decode("utf-8-sig"))
        except (NotWordTimesError, UnicodeDecodeError, ParcelError):
            self._remark("bad_times", row, name)
            return ()

    def _remark(self, code: str, row: Row, name: str, detail: str = "") -> None:
        """Says something of a clip that is taken in all the same."""
        self.report.remarks.append(Remark(code, row.number, name, detail, kept=True))


def _is_there(recordings: Recordings, take: Take, clip: Clip) -> bool:
    """Whether the very same sound is what the sentence has already."""
    newest = recordings.find(take.key)
    if newest is None or newest.word_starts_ms != take.word_starts_ms:
        return False
    try:
        return decoded(recordings.path_of(newest)).samples == clip.samples
    except NoSoundError:
        return False


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def _is_text(name: str) -> bool:
    return PurePosixPath(name).suffix in {".vtt", ".csv", ".txt"}
