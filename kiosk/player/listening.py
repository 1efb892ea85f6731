"""A learner who knows only what was said: which touch she would make next.

She hears, and sees what lights up while it is said. What was never said she does not touch, so a
step that can only be done by reading brings her to a halt.
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
    """What was said so far: sentences of a lesson in the language in which they were heard."""

    here: frozenset[str] = frozenset()
    """The sentences that were said at this step."""
    lines_here: frozenset[str] = frozenset()
    """The same in Vietnamese."""
    ever: frozenset[str] = frozenset()
    """All sentences of the visit."""
    named_here: frozenset[str] = frozenset()
    """The targets whose words were said at this step."""
    named_ever: frozenset[str] = frozenset()
    """The targets whose words were said in the visit."""
    taken: frozenset[str] = frozenset()
    """The choices that she took at this step already."""


def touch_by_ear(run: LessonRun, heard: Heard) -> str | None:
    """What she touches next; None where nothing that was said tells her what to do."""
    if not _is_told_all(run, heard):
        return None
    expected = NEXT if run.way is Way.WATCH else run.expected
    if expected == NEXT:
        return NEXT if NEXT in heard.named_ever else None
    if run.option_to_take:
        return run.option_to_take.target
    if run.spoken_options:
        return _untried(run, heard)
    if _is_told(run, expected, heard):
        return expected
    hint_is_known = prompts.OPENINGS[Way.ALONE].text in heard.ever
    return HINT if run.may_ask_help and hint_is_known else None


def _is_told_all(run: LessonRun, heard: Heard) -> bool:
    """Whether she was told what the step tells: its sentence, who calls or writes, each choice."""
    choices = {line.target for line in run.spoken_options}
    return (
        run.line.text in heard.lines_here
        and is_heard(run, heard.here)
        and choices <= heard.named_here
    )


def _untried(run: LessonRun, heard: Heard) -> str | None:
    """The first choice that she heard and has not taken; which one is right she cannot know."""
    known = [line.target for line in run.spoken_options if line.target in heard.named_here]
    tried = heard.taken | frozenset(run.progress)
    return next((target for target in known if target not in tried), None)


def _is_told(run: LessonRun, target: str, heard: Heard) -> bool:
    """Whether something that was said leads to this target."""
    if prompts.FOLLOW_THE_FINGER.text in heard.here and run.help is Help.FINGER:
        return True
    if prompts.OPENINGS[Way.TOGETHER].text in heard.ever and run.help >= Help.GLOW:
        return True
    words = _words_of(run, target)
    return any(word in _plain(said) for word in words for said in heard.here)


def _words_of(run: LessonRun, target: str) -> tuple[str, ...]:
    """What stands on the phone where the target is."""
    elements = run.screen.elements if run.screen else ()
    found = (each.words for each in elements if target in each.targets)
    return tuple(_plain(word) for words in found for word in words)


def _plain(text: str) -> str:
    """The words of a text and nothing between them, so that only whole words are found in it."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "
