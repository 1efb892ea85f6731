"""Where staff change the settings of the running kiosk."""

import logging
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.content.problems import Problem
from kiosk.content.settings_change import Changes
from kiosk.content.settings_store import Outcome, SettingsStore
from kiosk.content.wording import message_of
from kiosk.domain.marked import marked
from kiosk.domain.settings import Settings
from kiosk.ui.jobs import Jobs

log = logging.getLogger(__name__)

#: Told to staff where a setting could not be kept.
NOT_WRITTEN = marked("Máy không ghi được. Có thể đĩa đã đầy. Chưa đổi gì.")
#: Told to staff: a settings file was broken; a copy of it is kept.
SET_ASIDE = marked("Tệp cài đặt riêng của máy bị hỏng. Đã cất tệp cũ, và ghi tệp mới.")


class SettingsDesk(QObject):
    """Takes wishes one after the other, and tells what came of each.

    Files are read and written away from the window.
    """

    changed = Signal()
    """What is told, or whether there is a way back, is another."""
    applied = Signal(object)
    """The settings that are in force from now on."""

    def __init__(
        self, store: SettingsStore, settings: Settings, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._settings = settings
        self._jobs = jobs
        self._waiting: deque[tuple[Callable[[], Outcome], bool]] = deque()
        self._working = False
        self.told = ""
        """What staff should know of the last wish, in Vietnamese; empty when it was granted."""
        self.may_undo = False

    def look(self) -> None:
        """Find out whether there is a way back, and forget what was told."""
        self.told = ""
        self._wish(self._store.now, apply=False)

    def change(self, changes: Changes) -> None:
        """Set some fields."""
        self._wish(lambda: self._store.change(changes))

    def undo(self) -> None:
        """Go back to what was set before."""
        self._wish(self._store.undo)

    def _wish(self, work: Callable[[], Outcome], *, apply: bool = True) -> None:
        self._waiting.append((work, apply))
        self._go_on()

    def _go_on(self) -> None:
        """One wish at a time: each builds on what the one before has written."""
        if self._working or not self._waiting:
            return
        self._working = True
        work, apply = self._waiting.popleft()

        def attempt() -> Outcome | None:
            try:
                return work()
            except OSError:
                log.exception("the settings could not be written")
                return None

        self._jobs.run(attempt, lambda outcome: self._take(outcome, apply=apply))

    def _take(self, outcome: Outcome | None, *, apply: bool) -> None:
        self._working = False
        if outcome is None:
            self.told = NOT_WRITTEN
        else:
            self.told = _told(outcome)
            self.may_undo = outcome.may_undo
            if apply and outcome.settings != self._settings:
                self._settings = outcome.settings
                self.applied.emit(outcome.settings)
        self.changed.emit()
        self._go_on()


def _told(outcome: Outcome) -> str:
    if outcome.refused:
        return _reason(outcome.refused[0])
    return SET_ASIDE if outcome.set_aside else ""


def _reason(problem: Problem) -> str:
    """Why something was refused, as a sentence of its own."""
    message = message_of(problem)
    return f"{message[:1].upper()}{message[1:]}."
