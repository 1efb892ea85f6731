"""Imported clips with their sentences, for listening before any of them is kept."""

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kiosk.narration.recordings import script
from kiosk.narration.recordings.audio_file import NoSoundError
from kiosk.narration.recordings.bundle import Bundle, BundleError, opened
from kiosk.narration.recordings.consent import SpokenConsent
from kiosk.narration.recordings.cutting import Cuts, cut
from kiosk.narration.recordings.decoder import SoundDecoder
from kiosk.narration.recordings.importer import consent_in, script_of
from kiosk.narration.recordings.matching import is_sound, matched
from kiosk.narration.recordings.script import ScriptRow
from kiosk.narration.recordings.sentence import sentence_words
from kiosk.narration.recordings.sound import UnfitError, normalised
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip

MAX_TAKE_S = 900
_FASTEST_HZ = 48_000
"""Assumed highest sample rate; of a take with a lower rate, more seconds are read."""
_LIMIT_S = 90.0
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the script, with the clip brought for it."""

    row: ScriptRow
    label: str = ""
    """The file's name; empty for a piece of the long take."""
    clip: Clip | None = None
    """The clip as it would be kept."""
    flaw: str = ""
    """Why the clip cannot be kept (a code of `RecordingNote`); empty when it can."""
    by_order: bool = False
    """Whether the clip was matched to the sentence only by order."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """All imported clips, by sentence."""

    ready: tuple[Candidate, ...] = ()
    """The candidates of sentences that have a file of their own."""
    cuts: Cuts | None = None
    """The long take with the remaining sentences; None when there is none."""
    rows: tuple[ScriptRow, ...] = ()
    """The sentences in the long take, in order."""
    extra: tuple[str, ...] = ()
    """Sound files that belong to no sentence."""
    consent: SpokenConsent | None = None
    """The speaker's spoken consent."""

    @property
    def is_cut_short(self) -> bool:
        """Whether the long take was longer than the part that is read."""
        return (
            self.cuts is not None and len(self.cuts.take.samples) // 2 >= MAX_TAKE_S * _FASTEST_HZ
        )

    @property
    def all(self) -> tuple[Candidate, ...]:
        """`ready`, followed by the pieces of the long take with their sentences."""
        if self.cuts is None:
            return self.ready
        pieces = len(self.cuts.pieces)
        return (
            *self.ready,
            *(
                _piece(row, self.cuts, at) if at < pieces else Candidate(row, flaw="no_file")
                for at, row in enumerate(self.rows)
            ),
        )


def read_candidates(path: Path, stop: Callable[[], bool] = lambda: False) -> Candidates:
    """Reads a folder or zip file with a script and the files for its sentences.

    Files are matched by name; if as many files as sentences remain, by order. A single file for
    several sentences is a long take, which is cut into pieces.

    Raises:
        NoScriptError, ScriptError, BundleError: the folder or zip file is not usable.
        CancelledError: `stop` returned True.
    """
    with opened(path) as bundle, SoundDecoder(_LIMIT_S) as decoder:
        rows = [row for row in script.rows(bundle.read(script_of(bundle))) if row.text]
        sounds = [name for name in bundle.names() if is_sound(name)]
        by_name = matched(rows, sounds)
        left = [name for name in sounds if name not in by_name.files.values()]
        rest = tuple(row for row in rows if row.number not in by_name.files)
        matching = matched(rows, sounds, by_order=True) if len(left) == len(rest) else by_name
        consent = _consent(bundle, decoder)
        ready = []
        for row in rows:
            if stop():
                raise CancelledError
            if name := matching.files.get(row.number):
                order = row.number in matching.by_order
                ready.append(replace(_read(bundle, decoder, row, name), by_order=order))
        if len(left) == 1 and len(rest) >= _SEVERAL:
            take = decoder.decode(bundle.read(left[0]), MAX_TAKE_S)
            return Candidates(tuple(ready), cut(take, len(rest)), rest, consent=consent)
        if len(left) == len(rest):
            return Candidates(tuple(ready), consent=consent)
        missing = tuple(Candidate(row, flaw="no_file") for row in rest)
        return Candidates((*ready, *missing), extra=tuple(left), consent=consent)


def _consent(bundle: Bundle, decoder: SoundDecoder) -> SpokenConsent | None:
    """None also for an unusable consent; the recordings then stay on this kiosk."""
    try:
        return consent_in(bundle, decoder)
    except (NoSoundError, UnfitError, BundleError):
        return None


def _read(bundle: Bundle, decoder: SoundDecoder, row: ScriptRow, name: str) -> Candidate:
    label = PurePosixPath(name).name
    try:
        return _judged(row, decoder.decode(bundle.read(name)), label)
    except (NoSoundError, BundleError) as problem:
        return Candidate(row, label, flaw=problem.code)


def _piece(row: ScriptRow, cuts: Cuts, at: int) -> Candidate:
    return replace(_judged(row, cuts.clip(at), ""), by_order=True)


def _judged(row: ScriptRow, sound: Clip, label: str) -> Candidate:
    """The normalised clip; an unfit one is kept unchanged, so that staff can hear its flaw."""
    try:
        return Candidate(row, label, normalised(sound, words=len(sentence_words(row.text))))
    except UnfitError as problem:
        return Candidate(row, label, sound, problem.flaw.value)


def keep_candidates(
    candidates: Sequence[Candidate], recordings: Recordings, origin: Take
) -> tuple[Take, ...]:
    """Keeps all candidates without a flaw.

    Raises:
        OSError: writing failed; clips kept before that remain.
    """
    return tuple(
        recordings.keep(
            replace(
                origin,
                text=each.row.text,
                speaker=each.row.speaker or origin.speaker,
                spoken=each.row.spoken,
            ),
            each.clip,
        )
        for each in candidates
        if each.clip and not each.flaw
    )


def take_back(recordings: Recordings, takes: Sequence[Take]) -> int:
    """Undoes these takes, newest first, until another take is the newest; returns their number."""
    gone = 0
    for take in reversed(takes):
        newest = recordings.find(take.key)
        if newest != take or recordings.undo() != take:
            break
        gone += 1
    return gone
