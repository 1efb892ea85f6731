"""Cuts one long take into sentences at its silences; staff correct the cuts by ear.

Importing this module loads NumPy.
"""

import itertools
from dataclasses import dataclass, replace

from kiosk.narration.recordings.sound import voiced_runs
from kiosk.narration.utterance import Clip

Run = tuple[int, int]
"""Index of the first sample of a voiced stretch, and of the first sample after it."""

_MIN_REST_MS = 250
"""Shorter silences occur within a sentence."""
_MARGIN_MS = 200


@dataclass(frozen=True, slots=True)
class Cuts:
    """A long take, and the voiced stretches that form each piece."""

    take: Clip
    pieces: tuple[tuple[Run, ...], ...]

    def clip(self, at: int) -> Clip:
        """The sound of a piece, with up to 200 ms of the silence around it."""
        rate_hz = self.take.sample_rate_hz
        margin = rate_hz * _MARGIN_MS // 1000
        first, end = self.pieces[at][0][0], self.pieces[at][-1][1]
        before = self.pieces[at - 1][-1][1] if at else 0
        size = len(self.take.samples) // 2
        after = self.pieces[at + 1][0][0] if at + 1 < len(self.pieces) else size
        begin = max(first - margin, (before + first) // 2, 0)
        stop = min(end + margin, (end + after + 1) // 2, size)
        return Clip(self.take.samples[2 * begin : 2 * stop], rate_hz, ())

    def joined(self, at: int) -> "Cuts":
        """Joins a piece with the next one, for a pause in the middle of a sentence."""
        if at + 1 >= len(self.pieces):
            return self
        both = self.pieces[at] + self.pieces[at + 1]
        return replace(self, pieces=(*self.pieces[:at], both, *self.pieces[at + 2 :]))

    def parted(self, at: int) -> "Cuts":
        """Splits a piece at its longest silence: two sentences with a short pause between."""
        runs = self.pieces[at]
        if len(runs) < 2:
            return self
        rests = [after[0] - before[1] for before, after in itertools.pairwise(runs)]
        cut = rests.index(max(rests)) + 1
        return replace(
            self, pieces=(*self.pieces[:at], runs[:cut], runs[cut:], *self.pieces[at + 1 :])
        )

    def dropped(self, at: int) -> "Cuts":
        """Removes a piece, such as a cough or a repeated sentence."""
        return replace(self, pieces=(*self.pieces[:at], *self.pieces[at + 1 :]))


def cut(take: Clip, sentences: int) -> Cuts:
    """Cuts the take at its longest silences into as many pieces as there are sentences.

    There are fewer pieces when there are too few silences.
    """
    least = take.sample_rate_hz * _MIN_REST_MS // 1000
    runs = voiced_runs(take)
    rests = [after[0] - before[1] for before, after in itertools.pairwise(runs)]
    longest = sorted(range(len(rests)), key=lambda at: -rests[at])[: max(0, sentences - 1)]
    cuts = sorted(at + 1 for at in longest if rests[at] >= least)
    bounds = [0, *cuts, len(runs)]
    pieces = (tuple(runs[first:end]) for first, end in itertools.pairwise(bounds))
    return Cuts(take, tuple(piece for piece in pieces if piece))
