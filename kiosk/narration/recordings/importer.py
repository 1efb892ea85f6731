"""Imports clips recorded elsewhere into the recordings of a language."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from kiosk.narration.recordings import script
from kiosk.narration.recordings.audio_file import NoSoundError, decoded
from kiosk.narration.recordings.bundle import Bundle, BundleError
from kiosk.narration.recordings.consent import WORDINGS, SpokenConsent, most_restrictive
from kiosk.narration.recordings.decoder import SoundDecoder
from kiosk.narration.recordings.matching import Matching, is_sound, matched, plain
from kiosk.narration.recordings.script import ScriptRow
from kiosk.narration.recordings.sentence import sentence_key, sentence_words
from kiosk.narration.recordings.sound import UnfitError, normalised
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take, is_same_person
from kiosk.narration.recordings.vtt import NotWordTimesError, word_starts_ms
from kiosk.narration.utterance import Clip

_TABLES = (".csv", ".tsv", ".csv.txt")
_TIMES = (".vtt", "_words.vtt")


@dataclass(frozen=True, slots=True)
class RecordingNote:
    """A problem with one file or row; existing recordings are never affected by it."""

    code: str
    row: int = 0
    """Row number in the spreadsheet; 0 when the note is about no row."""
    file: str = ""
    detail: str = ""
    kept: bool = False
    """Whether the clip was imported nevertheless."""


@dataclass(slots=True)
class RecordingImport:
    """The result of importing a bundle."""

    kept: list[Take] = field(default_factory=list)
    same: int = 0
    """Number of clips that had been imported before."""
    notes: list[RecordingNote] = field(default_factory=list)
    rows: list[ScriptRow] = field(default_factory=list)
    """The rows of the spreadsheet."""
    by_order: list[tuple[ScriptRow, str]] = field(default_factory=list)
    """Clips that were matched only by order; staff should listen to them."""
    consent: SpokenConsent | None = None
    """The speaker's spoken consent."""


class NoScriptError(ValueError):
    """There is not exactly one spreadsheet; the message names those found."""


def import_recordings(
    bundle: Bundle,
    recordings: Recordings,
    sentences: Iterable[str],
    origin: Take,
    report_progress: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    by_order: bool = False,
) -> RecordingImport:
    """Imports every audible clip that belongs to a sentence; all others are reported in notes.

    Args:
        bundle: the clips, and one spreadsheet that assigns them to sentences.
        recordings: the recordings to which the clips are added.
        sentences: all sentences of the kiosk; clips of other sentences are imported with a note.
        origin: the speaker, the time and the source of the import.
        report_progress: receives the number of rows done and the total number.
        by_order: whether files without a matching name are matched by order.

    Raises:
        NoScriptError, ScriptError, BundleError, OrderError: the bundle cannot be imported at all.
        OSError: writing failed; clips imported before that remain.
    """
    rows = script.rows(bundle.read(script_of(bundle)))
    matching = matched(rows, bundle.names(), by_order=by_order)
    known = {sentence_key(each) for each in sentences}
    with SoundDecoder() as decoder:
        intake = _Intake(bundle, matching, decoder, recordings, known)
        intake.report.rows = rows
        for done, row in enumerate(rows):
            report_progress(done, len(rows))
            intake.take(row, origin)
        report_progress(len(rows), len(rows))
        intake.hear_consent()
        intake.tell_of_others()
    return intake.report


def script_of(bundle: Bundle) -> str:
    """The name of the only spreadsheet in the bundle.

    Raises:
        NoScriptError: there is none, or more than one.
    """
    found = [name for name in bundle.names() if name.lower().endswith(_TABLES)]
    if len(found) != 1:
        raise NoScriptError(", ".join(found))
    return found[0]


def consent_in(bundle: Bundle, decoder: SoundDecoder) -> SpokenConsent | None:
    """The speaker's spoken consent; None when no file has the name of a consent.

    Raises:
        NoSoundError, UnfitError, BundleError: the consent file is not usable.
    """
    found = most_restrictive(bundle.names())
    if found is None:
        return None
    name, use = found
    words = len(sentence_words(WORDINGS[use].text))
    return SpokenConsent(use, normalised(decoder.decode(bundle.read(name)), words=words), name)


class _RefusedError(Exception):
    """The clip of a row cannot be imported."""

    def __init__(self, code: str, file: str = "", detail: str = "") -> None:
        super().__init__(code)
        self.code, self.file, self.detail = code, file, detail


class _Intake:
    """Imports row by row; detects sentences and files that are used twice."""

    def __init__(
        self,
        bundle: Bundle,
        matching: Matching,
        decoder: SoundDecoder,
        recordings: Recordings,
        known: Collection[str],
    ) -> None:
        self.report = RecordingImport()
        self._bundle = bundle
        self._matching = matching
        self._decoder = decoder
        self._by_name = {plain(PurePosixPath(each).name): each for each in bundle.names()}
        self._recordings = recordings
        self._known = known
        self._rows: dict[str, int] = {}

    def take(self, row: ScriptRow, origin: Take) -> None:
        """Imports the clip of a row, or notes why it was rejected."""
        try:
            name = self._name(row)
            clip = self._clip(row, name)
        except _RefusedError as no:
            self.report.notes.append(RecordingNote(no.code, row.number, no.file, no.detail))
            return
        take = replace(
            origin,
            text=row.text,
            speaker=row.speaker or origin.speaker,
            spoken=row.spoken,
            word_starts_ms=clip.word_starts_ms,
        )
        if take.key not in self._known:
            self._note("unknown_sentence", row, name, row.text)
        there = _there(self._recordings, take, clip)
        if there and (not take.speaker or is_same_person(there.speaker, take.speaker)):
            self.report.same += 1
        else:  # also if the speaker's name is new
            self.report.kept.append(self._recordings.keep(take, clip, there))
        if row.number in self._matching.by_order:
            self.report.by_order.append((row, name))

    def hear_consent(self) -> None:
        """Reads the spoken consent; an unusable one is noted."""
        try:
            self.report.consent = consent_in(self._bundle, self._decoder)
        except (NoSoundError, UnfitError, BundleError) as problem:
            found = most_restrictive(self._bundle.names())
            code = problem.flaw.value if isinstance(problem, UnfitError) else problem.code
            self.report.notes.append(RecordingNote(code, file=found[0] if found else ""))

    def tell_of_others(self) -> None:
        """Notes sound files that belong to no row."""
        for name in self._bundle.names():
            if is_sound(name) and name not in self._rows:
                self.report.notes.append(RecordingNote("no_row", file=name))

    def _name(self, row: ScriptRow) -> str:
        """The file with the clip of the row; each sentence and each file may be used only once."""
        if not sentence_words(row.text):
            raise _RefusedError("no_sentence", row.file)
        name = self._matching.files.get(row.number)
        if name is None and not row.file:
            raise _RefusedError("no_name", detail=row.text)
        if name is None:
            raise _RefusedError("no_file", row.file)
        for what, code in ((sentence_key(row.text), "sentence_twice"), (name, "file_twice")):
            if self._rows.setdefault(what, row.number) != row.number:
                raise _RefusedError(code, name, str(self._rows[what]))
        if not is_sound(name):
            raise _RefusedError("not_readable", name)
        return name

    def _clip(self, row: ScriptRow, name: str) -> Clip:
        try:
            clip = self._decoder.decode(self._bundle.read(name))
            timed = replace(clip, word_starts_ms=self._times(row, name))
            return normalised(timed, words=len(sentence_words(row.text)))
        except NoSoundError as problem:
            raise _RefusedError(problem.code, name, str(problem)) from problem
        except UnfitError as problem:
            raise _RefusedError(problem.flaw.value, name) from problem
        except BundleError as problem:
            raise _RefusedError(problem.code, name) from problem

    def _times(self, row: ScriptRow, clip: str) -> tuple[int, ...]:
        stem = PurePosixPath(plain(PurePosixPath(clip).name)).stem
        name = next(
            (self._by_name[stem + end] for end in _TIMES if stem + end in self._by_name), None
        )
        if name is None:
            return ()
        try:
            return word_starts_ms(self._bundle.read(name).decode("utf-8-sig"))
        except (NotWordTimesError, UnicodeDecodeError, BundleError):
            self._note("bad_times", row, name)
            return ()

    def _note(self, code: str, row: ScriptRow, name: str, detail: str = "") -> None:
        """Adds a note about a clip that is imported nevertheless."""
        self.report.notes.append(RecordingNote(code, row.number, name, detail, kept=True))


def _there(recordings: Recordings, take: Take, clip: Clip) -> Take | None:
    """The newest take of the sentence if it has identical sound and word times; else None."""
    newest = recordings.find(take.key)
    if newest is None or newest.word_starts_ms != take.word_starts_ms:
        return None
    try:
        same = decoded(recordings.path_of(newest)).samples == clip.samples
    except NoSoundError:
        return None
    return newest if same else None
