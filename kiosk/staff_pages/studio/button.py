"""The button that is held, or touched twice, to speak."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.qt.properties import qml_type
from kiosk.staff_pages.studio.doing import ON_AIR, Doing
from kiosk.staff_pages.studio.push_to_talk import ButtonAction, PushToTalk
from kiosk.ui.background.clock import Clock

SETTLE_S = 0.5
"""A touch so soon after the sentence came was a trembling finger's, meant for what was there."""


@qml_type
class StudioButton(QObject):
    """Makes of touches a beginning and an end."""

    begun = Signal()
    ended = Signal()

    def __init__(self, clock: Clock, doing: Callable[[], Doing], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._doing = doing
        self._came_s = clock.now_s()
        self._push_to_talk = PushToTalk()

    @property
    def may_begin(self) -> bool:
        """Whether a touch would begin a recording."""
        return self._doing() in (Doing.READY, Doing.TAKEN)

    def settle(self) -> None:
        """Another sentence lies there from now on."""
        self._came_s = self._clock.now_s()

    def let_go(self) -> None:
        """It is off, whatever the finger does."""
        self._push_to_talk = PushToTalk()

    def _do(self, action: ButtonAction) -> None:
        if action is ButtonAction.BEGIN:
            self.begun.emit()
        elif action is ButtonAction.END:
            self.ended.emit()

    @Slot()
    def press(self) -> None:
        """A finger went down on the button."""
        now_s = self._clock.now_s()
        is_settled = now_s - self._came_s >= SETTLE_S
        if (self.may_begin and is_settled) or self._doing() in ON_AIR:
            self._push_to_talk, action = self._push_to_talk.pressed(now_s)
            self._do(action)

    @Slot()
    def release(self) -> None:
        """The finger was lifted, or slid off."""
        self._push_to_talk, action = self._push_to_talk.released(self._clock.now_s())
        self._do(action)

    @Slot()
    def toggle(self) -> None:
        """The button was touched with a key: on, or off."""
        self.press()
        self.release()
