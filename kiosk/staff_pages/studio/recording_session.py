"""Records one sentence at a time and plays it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.line import Line
from kiosk.narration.utterance import Clip
from kiosk.player.visit import Visit
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.studio.button import StudioButton
from kiosk.staff_pages.studio.microphone import StudioMicrophone
from kiosk.staff_pages.studio.recording_state import ON_AIR, RecordingState
from kiosk.staff_pages.studio.refusals import process_recording
from kiosk.ui.background.jobs import LatestWork, Ok, Result

MUTE_MS = 250
"""How long the loudspeaker may still sound after playback is stopped."""
WAKE_MS = 300
"""Sound in this time after the start may be the touch; recording starts after it."""
TAIL_MS = 150
"""How long recording continues after the release, for sound in transit."""


@qml_type
class RecordingSession(QObject):
    """Records and plays in turn: never records the kiosk's own voice."""

    changed = Signal()
    taken = Signal()
    """A recording passed the checks."""

    _has: Properties[RecordingSession] = Properties()
    _shows: Properties[RecordingSession] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._microphone = StudioMicrophone(context, self)
        self._button = StudioButton(context.clock, lambda: self._state, self)
        self.clip: Clip | None = None
        self._words = 1
        self._processing = LatestWork(context.jobs)
        self._message: tuple[Line, ...] = ()
        self._praising = False
        self._speaking = False
        self._state = RecordingState.CLOSED
        self._after = QTimer(self, singleShot=True)
        self._after.timeout.connect(self._go_on)
        self._connect()

    def _connect(self) -> None:
        self._microphone.opened.connect(self._opened)
        self._microphone.recorded.connect(self._recorded)
        self._microphone.lost.connect(self._lose)
        self._button.begun.connect(self._begin)
        self._button.ended.connect(self._end)
        self._context.speaker.finished.connect(self._spoken)
        self._context.visit.visitChanged.connect(self._on_visit_changed)

    def _on_visit_changed(self, _before: Visit, visit: Visit) -> None:
        """Abandons the recording when staff are called."""
        if visit.calling_staff:
            self.abandon()

    # Called by the page.

    @property
    def state(self) -> RecordingState:
        return self._state

    @property
    def is_busy(self) -> bool:
        """True while recording or while the last take is being processed."""
        return self._state in (*ON_AIR, RecordingState.WORKING)

    @property
    def device_name(self) -> str:
        return self._microphone.name

    def open(self) -> None:
        """Searches for microphones and opens the chosen one."""
        if self._state is RecordingState.CLOSED:
            self._set_state(RecordingState.OPENING)
            self._microphone.open()

    def expect(self, words: int) -> None:
        """Prepares for a sentence with this number of words."""
        self.abandon()
        self._words, self.clip = words, None
        if self._state is not RecordingState.MISSING:
            self._message = ()
        if self._state is RecordingState.TAKEN:
            self._state = RecordingState.READY
        self._button.start_guard_time()
        self._context.visit.stepChanged.emit()
        self.changed.emit()

    def close(self) -> None:
        """Closes the microphone, stops speech and discards the recording."""
        self._processing.cancel()
        self._after.stop()
        self._button.reset()
        self._speaking = False
        self.clip, self._message = None, ()
        self._microphone.close()
        self._context.speaker.stop()
        self._set_state(RecordingState.CLOSED)

    def abandon(self) -> None:
        """Discards the running recording."""
        if self.is_busy:
            self._processing.cancel()
            self._after.stop()
            self._button.reset()
            self._microphone.drop()
            self._set_state(RecordingState.READY)

    def say(self, *lines: Line) -> None:
        """Speaks lines, except during a recording."""
        self._speak(lambda: self._context.speaker.say(lines))

    def say_source(self, *lines: Line) -> None:
        """Speaks lines in Vietnamese, except during a recording."""
        self._speak(lambda: self._context.speaker.say_source(lines))

    def hear(self, clip: Clip, *, before: Sequence[Line] = (), then: Sequence[Line] = ()) -> None:
        """Plays a recording with lines spoken before and after it."""
        self._speak(lambda: self._context.speaker.hear(clip, before=before, then=then))

    def show_message(self, line: Line) -> None:
        """Shows a line and speaks it."""
        self._message, self._praising = (line,), False
        self.changed.emit()
        self.say(line)

    def praise(self, lines: tuple[Line, ...], *, then: Sequence[Line]) -> None:
        """Shows the progress made and speaks it in Vietnamese, then other lines."""
        self._message, self._praising = lines, True
        self.changed.emit()
        self.say_source(*lines, *then)

    def _speak(self, speak: Callable[[], None]) -> None:
        if self._state not in ON_AIR:
            self._speaking = True
            speak()
            self.changed.emit()

    def _spoken(self) -> None:
        self._speaking = False
        self.changed.emit()

    def _set_state(self, state: RecordingState) -> None:
        self._state = state
        self.changed.emit()

    # Handlers of the microphone's signals.

    def _opened(self) -> None:
        if self._state in (RecordingState.OPENING, RecordingState.MISSING):
            self._message = ()
            self._set_state(RecordingState.READY if self.clip is None else RecordingState.TAKEN)

    def _lose(self) -> None:
        self._processing.cancel()
        self._after.stop()
        self._button.reset()
        self._set_state(RecordingState.MISSING)
        if self._message != (prompts.STUDIO_NO_MICROPHONE,):
            self.show_message(prompts.STUDIO_NO_MICROPHONE)

    def _recorded(self, clip: Clip) -> None:
        """Processes the clip; also called when the microphone ended at its maximum length."""
        if self._state not in (*ON_AIR, RecordingState.WORKING):
            return
        self._after.stop()
        self._button.reset()
        self._set_state(RecordingState.WORKING)
        words = self._words
        self._processing.run(
            lambda: process_recording(clip, words),
            self._take,
            what=gettext_noop("xử lý tiếng vừa thu"),
        )

    def _take(self, result: Result[Clip | Line]) -> None:
        polished = result.value if isinstance(result, Ok) else prompts.STUDIO_NOT_SAVED
        if isinstance(polished, Line):
            self._set_state(RecordingState.READY)
            self.show_message(polished)
            return
        self.clip = polished
        self._context.visit.stepChanged.emit()
        self._set_state(RecordingState.TAKEN)
        self.taken.emit()

    # The button.

    def _begin(self) -> None:
        self._context.speaker.stop()
        was_speaking, self._speaking = self._speaking, False
        self._message = ()
        self._set_state(RecordingState.MUTING)
        self._after.start(MUTE_MS if was_speaking else 0)

    def _go_on(self) -> None:
        """Enters the next state when `MUTE_MS`, `WAKE_MS` or `TAIL_MS` has passed."""
        if self._state is RecordingState.MUTING:
            self.clip = None
            self._microphone.begin()
            self._set_state(RecordingState.WAKING)
            self._after.start(WAKE_MS)
        elif self._state is RecordingState.WAKING:
            self._set_state(RecordingState.RECORDING)
        elif self._state is RecordingState.WORKING:
            self._microphone.end()

    def _end(self) -> None:
        self._after.stop()
        if self._state is RecordingState.MUTING:
            self._set_state(RecordingState.READY)
            self.show_message(prompts.STUDIO_TOO_SHORT)
        else:
            self._set_state(RecordingState.WORKING)
            self._after.start(TAIL_MS)

    @Slot()
    def hearBack(self) -> None:
        """Plays the recording again."""
        if self.clip is not None:
            self.hear(self.clip)

    @Slot(str)
    def chooseDevice(self, device: str) -> None:
        if self.is_busy:
            return
        self.clip = None
        self._set_state(RecordingState.OPENING)
        self._microphone.choose(device)

    # Properties read by QML.

    microphone = _has(StudioMicrophone, lambda self: self._microphone)
    button = _has(StudioButton, lambda self: self._button)
    """The record button."""
    recordingState = _shows(str, lambda self: self._state.value)
    """The state; the names are in `RecordingState`."""
    onAir = _shows(bool, lambda self: self._state in ON_AIR)
    mayRecord = _shows(bool, lambda self: self._button.may_begin or self._state in ON_AIR)
    """Whether the button starts or ends a recording."""
    message = _shows(
        str,
        lambda self: " ".join(self._context.translator.shown(line.text) for line in self._message),
    )
    """The lines shown, such as why a recording was rejected; empty for none."""
    praising = _shows(bool, lambda self: bool(self._message) and self._praising)
    """Whether `message` is praise, not a warning."""
    holds = _shows(bool, lambda self: self.clip is not None)
    """Whether there is a recording that is not saved yet."""
