"""Takes clips that were recorded elsewhere into a language's recordings."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from kiosk.narration.recordings import script
from kiosk.narration.recordings.audio_file import NoSoundError, decoded
from kiosk.narration.recordings.bundle import Bundle, BundleError
from kiosk.narration.recordings.consent import WORDINGS, SpokenConsent, narrowest
from kiosk.narration.recordings.decoder import SoundDecoder
from kiosk.narration.recordings.matching import Matching, is_sound, matched, plain
from kiosk.narration.recordings.script import ScriptRow
from kiosk.narration.recordings.sentence import sentence_key, sentence_words
from kiosk.narration.recordings.sound import UnfitError, polished
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take, is_same_person
from kiosk.narration.recordings.vtt import NotWordTimesError, word_starts_ms
from kiosk.narration.utterance import Clip

_TIMES = (".vtt", "_words.vtt")


@dataclass(frozen=True, slots=True)
class RecordingNote:
    """Something that is not as it should be; nothing that was there is touched by it."""

    code: str
    row: int = 0
    """Of the spreadsheet; 0 when it is about no row."""
    file: str = ""
    detail: str = ""
    kept: bool = False
    """Whether the clip was taken in all the same."""


@dataclass(slots=True)
class RecordingImport:
    """What became of a bundle."""

    kept: list[Take] = field(default_factory=list)
    same: int = 0
    """Clips that had been taken in before."""
    notes: list[RecordingNote] = field(default_factory=list)
    rows: list[ScriptRow] = field(default_factory=list)
    """The spreadsheet."""
    by_order: list[tuple[ScriptRow, str]] = field(default_factory=list)
    """Clips that were matched by their order alone: somebody should listen to them."""
    consent: SpokenConsent | None = None
    """What the speaker says may be done with her voice."""


class NoScriptError(ValueError):
    """There is not exactly one spreadsheet; the text names those that were found."""


def import_recordings(
    bundle: Bundle,
    recordings: Recordings,
    sentences: Iterable[str],
    origin: Take,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    by_order: bool = False,
) -> RecordingImport:
    """Keeps every clip that can be heard and belongs to a sentence; tells of all the others.

    Args:
        bundle: clips, and one spreadsheet that says what is spoken in each.
        recordings: where they are kept.
        sentences: what the kiosk may say; other sentences are kept and noted on.
        origin: who spoke, when it was brought, and from where.
        tell: is told how many rows are done, of how many.
        by_order: whether files that no name tells of are matched by their order.

    Raises:
        NoScriptError, ScriptError, BundleError, OrderError: nothing could even be begun.
        OSError: the disk refuses; what was kept before stays.
    """
    rows = script.rows(bundle.read(script_of(bundle)))
    matching = matched(rows, bundle.names(), by_order=by_order)
    known = {sentence_key(each) for each in sentences}
    with SoundDecoder() as decoder:
        intake = _Intake(bundle, matching, decoder, recordings, known)
        intake.report.rows = rows
        for done, row in enumerate(rows):
            tell(done, len(rows))
            intake.take(row, origin)
        tell(len(rows), len(rows))
        intake.hear_consent()
        intake.tell_of_others()
    return intake.report


def script_of(bundle: Bundle) -> str:
    """The name of the one spreadsheet.

    Raises:
        NoScriptError: there is none, or more than one.
    """
    found = [name for name in bundle.names() if name.lower().endswith(".csv")]
    if len(found) != 1:
        raise NoScriptError(", ".join(found))
    return found[0]


def consent_in(bundle: Bundle, decoder: SoundDecoder) -> SpokenConsent | None:
    """What a speaker says may be done with her voice; None where no file is called so.

    Raises:
        NoSoundError, UnfitError, BundleError: it cannot be heard.
    """
    found = narrowest(bundle.names())
    if found is None:
        return None
    name, use = found
    words = len(sentence_words(WORDINGS[use].text))
    return SpokenConsent(use, polished(decoder.decode(bundle.read(name)), words=words), name)


class _RefusedError(Exception):
    """The clip of a row is not taken in."""

    def __init__(self, code: str, file: str = "", detail: str = "") -> None:
        super().__init__(code)
        self.code, self.file, self.detail = code, file, detail


class _Intake:
    """Takes in one row after the other, and remembers which."""

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
        """Keeps the clip of a row, or notes why not."""
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
        else:  # also where it is told only now who speaks
            self.report.kept.append(self._recordings.keep(take, clip, there))
        if row.number in self._matching.by_order:
            self.report.by_order.append((row, name))

    def hear_consent(self) -> None:
        """Finds the file in which she consents; one that cannot be heard is noted."""
        try:
            self.report.consent = consent_in(self._bundle, self._decoder)
        except (NoSoundError, UnfitError, BundleError) as problem:
            found = narrowest(self._bundle.names())
            code = problem.flaw.value if isinstance(problem, UnfitError) else problem.code
            self.report.notes.append(RecordingNote(code, file=found[0] if found else ""))

    def tell_of_others(self) -> None:
        """Remarks on sounds that no row speaks of."""
        for name in self._bundle.names():
            if is_sound(name) and name not in self._rows:
                self.report.notes.append(RecordingNote("no_row", file=name))

    def _name(self, row: ScriptRow) -> str:
        """The file with the clip of the row; each sentence and each file serves once."""
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
            return polished(timed, words=len(sentence_words(row.text)))
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
        """Says something of a clip that is taken in all the same."""
        self.report.notes.append(RecordingNote(code, row.number, name, detail, kept=True))


def _there(recordings: Recordings, take: Take, clip: Clip) -> Take | None:
    """The very same sound, where it is what the sentence has already."""
    newest = recordings.find(take.key)
    if newest is None or newest.word_starts_ms != take.word_starts_ms:
        return None
    try:
        same = decoded(recordings.path_of(newest)).samples == clip.samples
    except NoSoundError:
        return None
    return newest if same else None
