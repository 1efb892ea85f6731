"""Changes to the settings of the running kiosk, requested by staff."""

from collections import deque
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from kiosk.content.problems import Problem
from kiosk.content.wording import message_of
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.settings import Settings
from kiosk.settings.change import Changes
from kiosk.settings.store import SettingsOutcome, SettingsStore
from kiosk.ui.background.jobs import NOT_DONE, Err, Jobs, Lane, Ok, Result

#: Message to staff: a setting could not be saved.
NOT_WRITTEN = gettext_noop("Máy không ghi được. Có thể đĩa đã đầy. Chưa đổi gì.")
#: Message to staff: a settings file was broken; a copy of it is kept.
SET_ASIDE = gettext_noop("Tệp cài đặt riêng của máy bị hỏng. Đã cất tệp cũ, và ghi tệp mới.")


class SettingsService(QObject):
    """Executes changes one after the other and reports the result of each.

    Files are read and written in jobs.
    """

    changed = Signal()
    """`message` or `may_undo` has changed."""
    applied = Signal(object)
    """The settings now in force."""

    def __init__(
        self, store: SettingsStore, settings: Settings, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._settings = settings
        self._jobs = jobs
        self._waiting: deque[tuple[Callable[[], SettingsOutcome], bool]] = deque()
        self._working = False
        self.message = ""
        """The message about the last action, in Vietnamese; empty when it succeeded."""
        self.may_undo = False

    def look(self, sections: Collection[str]) -> None:
        """Checks whether the last change of these sections can be undone; clears the message."""
        self.message = ""
        self._enqueue(lambda: self._store.now(sections), apply=False)

    def change(self, changes: Changes) -> None:
        """Sets the values of some fields."""
        self._enqueue(lambda: self._store.change(changes))

    def undo(self, sections: Collection[str]) -> None:
        """Restores the values of these sections before their last change."""
        self._enqueue(lambda: self._store.undo(sections))

    def _enqueue(self, work: Callable[[], SettingsOutcome], *, apply: bool = True) -> None:
        self._waiting.append((work, apply))
        self._go_on()

    def _go_on(self) -> None:
        """Runs one action at a time, as each depends on the file written by the one before."""
        if self._working or not self._waiting:
            return
        self._working = True
        work, apply = self._waiting.popleft()
        self._jobs.run(
            work,
            lambda result: self._take(result, apply=apply),
            what=gettext_noop("ghi cài đặt"),
            lane=Lane.WAITED_FOR,
        )

    def _take(self, result: Result[SettingsOutcome], *, apply: bool) -> None:
        self._working = False
        match result:
            case Ok(outcome):
                self.message = _message_of(outcome)
                self.may_undo = outcome.may_undo
                if apply and outcome.settings != self._settings:
                    self._settings = outcome.settings
                    self.applied.emit(outcome.settings)
            case Err(error):
                self.message = NOT_WRITTEN if isinstance(error, OSError) else NOT_DONE
        self.changed.emit()
        self._go_on()


def _message_of(outcome: SettingsOutcome) -> str:
    if outcome.refused:
        return _reason(outcome.refused[0])
    return SET_ASIDE if outcome.set_aside else ""


def _reason(problem: Problem) -> str:
    """Returns the message of a problem, as a sentence."""
    message = message_of(problem)
    return f"{message[:1].upper()}{message[1:]}."
