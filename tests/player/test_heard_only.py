"""Every shipped lesson, for each make and way, can be solved from its speech alone.

Runs without a window, so that all lessons can be tested; `kiosk play --ears` does the same with the
real window and voice.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line
from kiosk.domain.settings import Settings
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.library.library import load_library
from kiosk.player import lesson_run
from kiosk.player import visit as visits
from kiosk.player.listening import HINT, Heard, touch_by_ear
from kiosk.player.next_step import next_step
from kiosk.player.speech import is_new_speech
from kiosk.player.spoken_page import PageContent, said_at_first, said_between
from kiosk.player.visit import Page, Visit

FOLDERS = Folders(home=CHECKOUT)
LESSONS = load_library(FOLDERS).lessons
NOTHING = PageContent()
MAX_TOUCHES = 900
OWN_WORDS = {line.text for line in prompts.lines()}


def lessons_of_makes() -> list[tuple[str, Lesson]]:
    return [
        (f"{name}-{each.make.value}", each)
        for name, lesson in sorted(LESSONS.items())
        for each in (lesson, *lesson.phones.values())
    ]


ALL = lessons_of_makes()


class Listener:
    """Remembers what was said, in the spoken wording."""

    def __init__(self, worded: Callable[[str], str]) -> None:
        self._worded = worded
        self.heard = Heard()

    def take_in(self, lines: Sequence[Line], *, anew: bool) -> None:
        """Adds the lines; `anew` means that another step is shown."""
        before = self.heard
        here = frozenset() if anew else before.here
        lines_here = frozenset() if anew else before.lines_here
        named = frozenset() if anew else before.named_here
        said = frozenset(self._as_said(line.text) for line in lines)
        targets = frozenset(line.target for line in lines if line.target)
        self.heard = Heard(
            here=here | said,
            lines_here=lines_here | {line.text for line in lines},
            ever=before.ever | said,
            named_here=named | targets,
            named_ever=before.named_ever | targets,
            taken=frozenset() if anew else before.taken,
        )

    def _as_said(self, text: str) -> str:
        return text if text in OWN_WORDS else self._worded(text)


def go_through(lesson: Lesson, way: Way, worded: Callable[[str], str]) -> None:
    """From the opening card to the end of a way, touching only what was named in speech."""
    visit = visits.choose_way(visits.open_lesson(visits.new_visit(Settings()), lesson), way)
    listener = Listener(worded)
    listener.take_in(said_at_first(visit, NOTHING), anew=True)
    for _ in range(MAX_TOUCHES):
        target = touch_by_ear(visit.run, listener.heard)
        assert target is not None, f"{way} {visit.run.number}: {worded(visit.run.line.text)}"
        after = touched(visit, target, listener)
        if after.page is not Page.LESSON or after.run.way is not way:
            return
        anew = (after.run.at, len(after.run.history)) != (visit.run.at, len(visit.run.history))
        lines = said_between(visit, after, NOTHING) if is_new_speech(visit, after) else ()
        forgotten = after.run.progress != visit.run.progress
        if forgotten and not anew:
            listener.heard = replace(listener.heard, taken=frozenset())
        listener.take_in(lines, anew=anew)
        visit = after
    raise AssertionError(f"{way} {visit.run.number}: never left")


def touched(visit: Visit, target: str, listener: Listener) -> Visit:
    run = visit.run
    if target == NEXT:
        return next_step(visit, len(LESSONS))
    if target == HINT:
        return visits.with_run(visit, lesson_run.ask_help(run))
    if run.pending_option and target == run.pending_option.target:
        taken = listener.heard.taken | {target}
        listener.heard = replace(listener.heard, taken=taken)
    return visits.with_run(visit, lesson_run.touch(run, target))


@pytest.mark.parametrize("lesson", [each for _, each in ALL], ids=[name for name, _ in ALL])
def test_who_only_listens_comes_to_the_end_of_every_way(lesson):
    for way in lesson.ways:
        go_through(lesson, way, lambda text: text)


@pytest.mark.parametrize("lesson", [each for _, each in ALL], ids=[name for name, _ in ALL])
def test_who_only_listens_to_english_comes_to_the_end_of_every_way(lesson):
    english = read_catalogue(FOLDERS.translations / "en", unreviewed=False)
    for way in lesson.ways:
        go_through(lesson, way, lambda text: english.text(text) or text)
