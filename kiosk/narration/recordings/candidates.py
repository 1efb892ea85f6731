"""What somebody brings, ready to be heard before any of it is kept: clips and their sentences."""

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
from kiosk.narration.recordings.sound import UnfitError, polished
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip

LONGEST_TAKE_S = 900
_FASTEST_HZ = 48_000
"""So many samples a second are read at most; of a slower take, more seconds."""
_LIMIT_S = 90.0
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the script, and what was brought for it."""

    row: ScriptRow
    label: str = ""
    """The file's name; empty for a piece of the long take."""
    clip: Clip | None = None
    """As it would be kept."""
    flaw: str = ""
    """Why it cannot be kept, as the codes of `RecordingNote`."""
    by_order: bool = False
    """Whether only its place among the others says that it belongs to this sentence."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everything that was brought, sentence by sentence."""

    ready: tuple[Candidate, ...] = ()
    """For each sentence with a file of its own."""
    cuts: Cuts | None = None
    """One long take for the sentences that have none."""
    rows: tuple[ScriptRow, ...] = ()
    """Those sentences, in their order."""
    extra: tuple[str, ...] = ()
    """Sound files that belong to no sentence."""
    consent: SpokenConsent | None = None
    """What the speaker says may be done with her voice."""

    @property
    def is_cut_short(self) -> bool:
        """Whether the long take was longer than what is read of it."""
        return (
            self.cuts is not None
            and len(self.cuts.take.samples) // 2 >= LONGEST_TAKE_S * _FASTEST_HZ
        )

    @property
    def all(self) -> tuple[Candidate, ...]:
        """Those that are ready, then the pieces of the long take, each with its sentence."""
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
    """What lies in a folder or zip file: a script, and files for its sentences.

    Files are matched by their names; where as many files as sentences are left, by their order;
    a single file for several sentences is a long take and is cut.

    Raises:
        NoScriptError, ScriptError, BundleError: nothing can be made of it.
        CancelledError: `stop` said so.
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
            take = decoder.decode(bundle.read(left[0]), LONGEST_TAKE_S)
            return Candidates(tuple(ready), cut(take, len(rest)), rest, consent=consent)
        if len(left) == len(rest):
            return Candidates(tuple(ready), consent=consent)
        missing = tuple(Candidate(row, flaw="no_file") for row in rest)
        return Candidates((*ready, *missing), extra=tuple(left), consent=consent)


def _consent(bundle: Bundle, decoder: SoundDecoder) -> SpokenConsent | None:
    """None also for one that cannot be heard: without it, her voice stays at this kiosk."""
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
    """The sound made fit to be heard; where it cannot be, as it is, so that people may hear why."""
    try:
        return Candidate(row, label, polished(sound, words=len(sentence_words(row.text))))
    except UnfitError as problem:
        return Candidate(row, label, sound, problem.flaw.value)


def keep_candidates(
    candidates: Sequence[Candidate], recordings: Recordings, origin: Take
) -> tuple[Take, ...]:
    """Keep all that are good.

    Raises:
        OSError: the disk refuses; what was kept before stays.
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
    """Take back what was kept last, as long as it is these; returns how many."""
    gone = 0
    for take in reversed(takes):
        newest = recordings.find(take.key)
        if newest != take or recordings.undo() != take:
            break
        gone += 1
    return gone
