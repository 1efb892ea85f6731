"""Describes what is shown and said in a state, in the format of the pages.

Short keys keep the files small. In a look, empty and false values are left out:

    a step (absent on the opening card)    l line        b feedback       g goal
    h help    t target shown    n Next leads on    q hint available
    s screen  f field contents  w field written to  c shows secrets  p progress
    m messages received   d notification shade open  e call has ended  o over
    r just demonstrated   x option waiting for a second touch  u letters copied
    k rows of keys   v step number   y words on the phone to look at
"""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.placement import NEXT
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.player import visit as visits
from kiosk.player.lesson_run import OPENING, LessonRun
from kiosk.player.speech import is_new_speech
from kiosk.player.spoken_page import PageContent, said_at_first, said_between
from kiosk.player.visit import Page, Visit
from kiosk.web.lines import NONE, Lines

NOBODY_OFFERS = PageContent()


class StateDescriber:
    """Describes the runs of one lesson."""

    def __init__(self, settings: Settings, lines: Lines) -> None:
        self._visit = visits.new_visit(settings, ())
        self._lines = lines
        self._before: tuple[LessonRun | None, Visit] = (None, self._visit)
        """The run compared last and its visit; cached because it is compared with many runs."""
        self.key_rows: list[object] = []
        """All distinct keyboards; a look refers to them by index."""

    def describe(self, run: LessonRun) -> Mapping[str, object]:
        """What is shown in a state."""
        step = run.step
        content = {
            "a": run.at if run.at != OPENING else None,
            "l": self._lines.number(run.line),
            "b": self._lines.number(run.feedback),
            "g": self._lines.number(run.goal) if self._shows_goal(run) else NONE,
            "h": int(run.help),
            "t": run.shown_target if run.shown_target != NEXT else "",
            "n": run.next_leads_on,
            "q": run.may_ask_help,
            "s": run.screen.name if run.screen else "",
            "f": dict(run.field_contents),
            "w": run.writes_into,
            "c": run.shows_secrets,
            "p": list(run.progress) if step and run.progress != step.begin() else [],
            "m": [[each.sender, each.text] for each in run.messages],
            "d": run.shade_open,
            "e": run.hung_up,
            "o": run.over,
            "r": run.shown_done,
            "x": run.pending_option.target if run.pending_option else "",
            "u": step.copied_count(run.progress) if step and step.copied else None,
            "k": self._keys(run),
            "v": run.number,
            "y": list(run.looked_at),
        }
        return {name: value for name, value in content.items() if not _is_nothing(value)}

    @staticmethod
    def _shows_goal(run: LessonRun) -> bool:
        if run.line == run.goal or run.way not in (Way.WATCH, Way.ALONE):
            return False
        return run.way is Way.ALONE or run.at == OPENING

    def _keys(self, run: LessonRun) -> int | None:
        rows = run.step.key_rows(run.progress) if run.step else ()
        if not rows or run.way is Way.OWN_PHONE:
            return None
        key_rows = [[[key.target, key.text, key.icon, key.columns] for key in row] for row in rows]
        if key_rows not in self.key_rows:
            self.key_rows.append(key_rows)
        return self.key_rows.index(key_rows)

    def said_between(self, before: LessonRun, after: LessonRun) -> tuple[int, ...]:
        """The lines said when a touch leads from one state to another, by number."""
        if before is not self._before[0]:
            self._before = (before, self._at(before))
        old, new = self._before[1], self._at(after)
        if after.over or not is_new_speech(old, new):
            return ()
        return tuple(map(self._lines.number, said_between(old, new, NOBODY_OFFERS)))

    def said_first(self, run: LessonRun) -> tuple[int, ...]:
        """The lines said when a way begins, by number."""
        return tuple(map(self._lines.number, said_at_first(self._at(run), NOBODY_OFFERS)))

    def _at(self, run: LessonRun) -> Visit:
        return replace(self._visit, page=Page.LESSON, run=run)


def _is_nothing(value: object) -> bool:
    return value is None or value is False or value in ("", [], {}) or value == NONE
