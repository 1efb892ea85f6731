"""The record button, which is held or toggled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.qt.properties import qml_type
from kiosk.staff_pages.studio.push_to_talk import ButtonAction, PushToTalk
from kiosk.staff_pages.studio.recording_state import ON_AIR, RecordingState
from kiosk.ui.background.clock import Clock

SETTLE_S = 0.5
"""Presses within this time after a new sentence appears are ignored as accidental."""


@qml_type
class StudioButton(QObject):
    """Turns presses and releases into the start and end of a recording."""

    begun = Signal()
    ended = Signal()

    def __init__(
        self, clock: Clock, recording_state: Callable[[], RecordingState], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._recording_state = recording_state
        self._came_s = clock.now_s()
        self._push_to_talk = PushToTalk()

    @property
    def may_begin(self) -> bool:
        """Whether a press would start a recording."""
        return self._recording_state() in (RecordingState.READY, RecordingState.TAKEN)

    def start_guard_time(self) -> None:
        """Starts the `SETTLE_S` period, after another sentence is shown."""
        self._came_s = self._clock.now_s()

    def reset(self) -> None:
        """Resets the button to off, even if it is held."""
        self._push_to_talk = PushToTalk()

    def _do(self, action: ButtonAction) -> None:
        if action is ButtonAction.BEGIN:
            self.begun.emit()
        elif action is ButtonAction.END:
            self.ended.emit()

    @Slot()
    def press(self) -> None:
        """Handles a press."""
        now_s = self._clock.now_s()
        is_settled = now_s - self._came_s >= SETTLE_S
        if (self.may_begin and is_settled) or self._recording_state() in ON_AIR:
            self._push_to_talk, action = self._push_to_talk.pressed(now_s)
            self._do(action)

    @Slot()
    def release(self) -> None:
        """Handles a release, or a finger sliding off."""
        self._push_to_talk, action = self._push_to_talk.released(self._clock.now_s())
        self._do(action)

    @Slot()
    def toggle(self) -> None:
        """Handles a key press: turns the recording on or off."""
        self.press()
        self.release()
