"""The lines that say why a recording is rejected, without blaming the speaker."""

import errno
from array import array

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.narration.utterance import Clip

OF_FLAWS = {
    "too_short": prompts.STUDIO_TOO_SHORT,
    "too_long": prompts.STUDIO_TOO_LONG,
    "too_quiet": prompts.STUDIO_TOO_QUIET,
    "clipped": prompts.STUDIO_CLIPPED,
}
"""The line for each flaw of a recording, by the flaw's name."""
DEAD_PEAK = 8
"""Out of 32768; a live microphone in an empty room has a higher peak."""


def process_recording(clip: Clip, words: int) -> Clip | Line:
    """The trimmed and normalized recording, or the line that says why it is rejected."""
    from kiosk.narration.recordings import sound  # noqa: PLC0415 - loads NumPy, on another thread

    if _is_dead(clip):
        return prompts.STUDIO_NOTHING
    try:
        return sound.normalised(clip, words=words, dropped_ms=sound.STUDIO_START_MS)
    except sound.UnfitError as unfit:
        return OF_FLAWS[unfit.flaw]


def of_disk(problem: BaseException) -> Line:
    """The line that says why saving failed."""
    if isinstance(problem, OSError) and problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return prompts.STUDIO_NO_SPACE
    return prompts.STUDIO_NOT_SAVED


def _is_dead(clip: Clip) -> bool:
    """Whether the clip contains not even background noise."""
    samples = array("h", clip.samples)
    return bool(samples) and max(samples) < DEAD_PEAK and min(samples) > -DEAD_PEAK
