"""Why a recording is not taken, as it is said to the speaker: never her fault."""

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
"""What is said of each flaw of a recording, by its name."""
DEAD_PEAK = 8
"""Of 32768: a microphone that is switched on in an empty room is louder."""


def polish(clip: Clip, words: int) -> Clip | Line:
    """The voice alone, as it will be kept; or why it cannot be."""
    from kiosk.narration.recordings import sound  # noqa: PLC0415 - loads NumPy, on another thread

    if _is_dead(clip):
        return prompts.STUDIO_NOTHING
    try:
        return sound.polished(clip, words=words, dropped_ms=sound.STUDIO_START_MS)
    except sound.UnfitError as unfit:
        return OF_FLAWS[unfit.flaw]


def of_disk(problem: BaseException) -> Line:
    """Why nothing was written."""
    if isinstance(problem, OSError) and problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return prompts.STUDIO_NO_SPACE
    return prompts.STUDIO_NOT_SAVED


def _is_dead(clip: Clip) -> bool:
    """Whether not even noise came."""
    samples = array("h", clip.samples)
    return bool(samples) and max(samples) < DEAD_PEAK and min(samples) > -DEAD_PEAK
