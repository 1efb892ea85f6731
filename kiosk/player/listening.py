"""A model of a learner who only hears: the next touch that follows from what was spoken.

The learner hears, and sees what is highlighted while it is spoken. Targets that were never spoken
are not touched, so a step that requires reading cannot be completed.
"""

import re
from dataclasses import dataclass

from kiosk.domain import prompts
from kiosk.domain.placement import NEXT
from kiosk.domain.way import Way
from kiosk.player.lesson_run import Help, LessonRun
from kiosk.player.sender import is_heard

HINT = "hint"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was spoken so far; sentences of a lesson in the language in which they were spoken."""

    here: frozenset[str] = frozenset()
    """The sentences spoken at this step."""
    lines_here: frozenset[str] = frozenset()
    """The sentences spoken at this step, in Vietnamese."""
    ever: frozenset[str] = frozenset()
    """All sentences spoken in the visit."""
    named_here: frozenset[str] = frozenset()
    """The targets of the options spoken at this step."""
    named_ever: frozenset[str] = frozenset()
    """The targets of the options spoken in the visit."""
    taken: frozenset[str] = frozenset()
    """The options already taken at this step."""


def touch_by_ear(run: LessonRun, heard: Heard) -> str | None:
    """Returns the next touch; None when it does not follow from what was spoken."""
    if not _is_told_all(run, heard):
        return None
    expected = NEXT if run.way is Way.WATCH else run.expected
    if expected == NEXT:
        return NEXT if NEXT in heard.named_ever else None
    if run.pending_option:
        return run.pending_option.target
    if run.spoken_options:
        return _untried(run, heard)
    if _is_told(run, expected, heard):
        return expected
    hint_is_known = prompts.OPENINGS[Way.ALONE].text in heard.ever
    return HINT if run.may_ask_help and hint_is_known else None


def _is_told_all(run: LessonRun, heard: Heard) -> bool:
    """True when the step's sentence, its caller or sender, and all its options were spoken."""
    choices = {line.target for line in run.spoken_options}
    return (
        run.line.text in heard.lines_here
        and is_heard(run, heard.here)
        and choices <= heard.named_here
    )


def _untried(run: LessonRun, heard: Heard) -> str | None:
    """Returns the first spoken option not yet taken, as the learner cannot know the right one."""
    known = [line.target for line in run.spoken_options if line.target in heard.named_here]
    tried = heard.taken | frozenset(run.progress)
    return next((target for target in known if target not in tried), None)


def _is_told(run: LessonRun, target: str, heard: Heard) -> bool:
    """True when something that was spoken identifies this target."""
    if prompts.FOLLOW_THE_FINGER.text in heard.here and run.help is Help.FINGER:
        return True
    if prompts.OPENINGS[Way.TOGETHER].text in heard.ever and run.help >= Help.GLOW:
        return True
    words = _words_of(run, target)
    return any(word in _plain(said) for word in words for said in heard.here)


def _words_of(run: LessonRun, target: str) -> tuple[str, ...]:
    """Returns the words on the phone's element that has the target."""
    elements = run.screen.elements if run.screen else ()
    found = (each.words for each in elements if target in each.targets)
    return tuple(_plain(word) for words in found for word in words)


def _plain(text: str) -> str:
    """Returns the words in lower case between spaces, so that only whole words match."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "
