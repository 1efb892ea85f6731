"""The microphone and the ear: records one sentence at a time and lets it be heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE, Line
from kiosk.narration.utterance import Clip
from kiosk.rooms.house import House
from kiosk.rooms.studio.doing import ON_AIR, Doing, level_of
from kiosk.rooms.studio.holding import Holding, Wish
from kiosk.rooms.studio.refusals import polish
from kiosk.ui.microphone import Device

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

HUSH_MS = 250
"""So long the loudspeaker may still be heard after the kiosk has fallen silent."""
WAKE_MS = 300
"""What is said before is dropped: the touch is heard then."""
TAIL_MS = 150
"""The last sound is still on its way when the finger is lifted."""
RETRY_MS = 2000
SETTLE_S = 0.5
"""A touch so soon after the sentence came was a trembling finger's, meant for what was there."""


@QmlElement
@QmlUncreatable("made by the studio")
class StudioBooth(QObject):
    """Never hears the kiosk's own voice, and never speaks while it records."""

    changed = Signal()
    levelChanged = Signal()
    taken = Signal()
    """A recording was found fit."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self.microphone = house.make_microphone(self)
        self.clip: Clip | None = None
        self._devices: tuple[Device, ...] = ()
        self._device = ""
        self._words = 1
        self._came_s = house.clock.now_s()
        self._round = 0
        self._told = SILENCE
        self._rest()
        self._state = Doing.CLOSED
        self._after = QTimer(self, singleShot=True)
        self._after.timeout.connect(self._go_on)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.microphone.look)
        self._connect()

    def _connect(self) -> None:
        self.microphone.devicesChanged.connect(self._take_devices)
        self.microphone.opened.connect(self._opened)
        self.microphone.levelChanged.connect(self._take_level)
        self.microphone.recorded.connect(self._recorded)
        self.microphone.lost.connect(self._lose)
        self._house.speaker.finished.connect(self._spoken)
        self._house.visit.became.connect(lambda _, visit: visit.calling_staff and self.abandon())

    def _rest(self) -> None:
        self._holding = Holding()
        self._speaking = False
        self._level = 0

    # What the room asks for.

    @property
    def state(self) -> Doing:
        """What it does now."""
        return self._state

    @property
    def is_busy(self) -> bool:
        """Whether somebody speaks, or what she said is being worked on."""
        return self._state in (*ON_AIR, Doing.WORKING)

    @property
    def device_name(self) -> str:
        """The name of the microphone in use."""
        return next((each.name for each in self._devices if each.id == self._device), "")

    def open(self) -> None:
        """Look for the microphones, and listen to the one that was chosen."""
        if self._state is Doing.CLOSED:
            self._become(Doing.OPENING)
            self.microphone.look()

    def expect(self, words: int) -> None:
        """The next recording is of a sentence of so many words."""
        self.abandon()
        self._words, self.clip = words, None
        if self._state is not Doing.MISSING:
            self._told = SILENCE
        if self._state is Doing.TAKEN:
            self._state = Doing.READY
        self._came_s = self._house.clock.now_s()
        self._house.visit.stepChanged.emit()
        self.changed.emit()

    def close(self) -> None:
        """Listen no more, say no more, and forget what was heard."""
        self._round += 1
        self._after.stop()
        self._retry.stop()
        self._rest()
        self.clip, self._told = None, SILENCE
        self.microphone.close()
        self._house.speaker.stop()
        self._become(Doing.CLOSED)

    def abandon(self) -> None:
        """What is being said is not taken."""
        if self.is_busy:
            self._round += 1
            self._after.stop()
            self._holding = Holding()
            self.microphone.drop()
            self._become(Doing.READY)

    def say(self, *lines: Line) -> None:
        """Say lines, unless somebody speaks."""
        self._speak(lambda: self._house.speaker.say(lines))

    def say_source(self, *lines: Line) -> None:
        """The same in Vietnamese."""
        self._speak(lambda: self._house.speaker.say_source(lines))

    def hear(self, clip: Clip, *, before: Sequence[Line] = (), then: Sequence[Line] = ()) -> None:
        """Let a recording be heard, and lines before and after it."""
        self._speak(lambda: self._house.speaker.hear(clip, before=before, then=then))

    def tell(self, line: Line) -> None:
        """Show a line, and say it."""
        self._told = line
        self.changed.emit()
        self.say(line)

    def _speak(self, speak: Callable[[], None]) -> None:
        if self._state not in ON_AIR:
            self._speaking = True
            speak()
            self.changed.emit()

    def _spoken(self) -> None:
        self._speaking = False
        self.changed.emit()

    def _become(self, state: Doing) -> None:
        self._state = state
        self.changed.emit()
        self.levelChanged.emit()

    # What the microphone tells.

    def _take_devices(self, devices: tuple[Device, ...]) -> None:
        self._devices = devices
        if self._state is Doing.CLOSED:
            return
        if not devices:
            self._lose()
        elif self._state in (Doing.OPENING, Doing.MISSING):
            if not self.device_name:
                self._device = devices[0].id
            self.changed.emit()
            self.microphone.open(self._device)
        else:
            self.changed.emit()

    def _opened(self) -> None:
        if self._state in (Doing.OPENING, Doing.MISSING):
            self._told = SILENCE
            self._become(Doing.READY if self.clip is None else Doing.TAKEN)

    def _lose(self) -> None:
        """There is no microphone, or not any more; perhaps it comes back."""
        if self._state is Doing.CLOSED:
            return
        self._round += 1
        self._after.stop()
        self._holding, self._level = Holding(), 0
        self._become(Doing.MISSING)
        if self._told != prompts.STUDIO_NO_MICROPHONE:
            self.tell(prompts.STUDIO_NO_MICROPHONE)
        self._retry.start()

    def _take_level(self, rms: float) -> None:
        level = level_of(rms)
        if level != self._level:
            self._level = level
            self.levelChanged.emit()

    def _recorded(self, clip: Clip) -> None:
        """Also when it lasted so long that the microphone made an end of it."""
        if self._state not in (*ON_AIR, Doing.WORKING):
            return
        self._after.stop()
        self._holding = Holding()
        self._become(Doing.WORKING)
        this_round, words = self._round, self._words

        def take(result: Clip | Line) -> None:
            if this_round == self._round and self._state is Doing.WORKING:
                self._take(result)

        self._house.jobs.run(lambda: polish(clip, words), take)

    def _take(self, result: Clip | Line) -> None:
        if isinstance(result, Line):
            self._become(Doing.READY)
            self.tell(result)
            return
        self.clip = result
        self._house.visit.stepChanged.emit()
        self._become(Doing.TAKEN)
        self.taken.emit()

    # The button.

    def _do(self, wish: Wish) -> None:
        if wish is Wish.BEGIN:
            self._begin()
        elif wish is Wish.END:
            self._end()

    def _begin(self) -> None:
        self._house.speaker.stop()
        was_speaking, self._speaking = self._speaking, False
        self._told = SILENCE
        self._become(Doing.HUSHING)
        self._after.start(HUSH_MS if was_speaking else 0)

    def _go_on(self) -> None:
        """The kiosk is silent; the touch is not heard any more; all that was said has come."""
        if self._state is Doing.HUSHING:
            self.clip = None
            self.microphone.begin()
            self._become(Doing.WAKING)
            self._after.start(WAKE_MS)
        elif self._state is Doing.WAKING:
            self._become(Doing.RECORDING)
        elif self._state is Doing.WORKING:
            self.microphone.end()

    def _end(self) -> None:
        self._after.stop()
        if self._state is Doing.HUSHING:
            self._become(Doing.READY)
            self.tell(prompts.STUDIO_TOO_SHORT)
        else:
            self._become(Doing.WORKING)
            self._after.start(TAIL_MS)

    @property
    def _may_begin(self) -> bool:
        return self._state in (Doing.READY, Doing.TAKEN)

    @Slot()
    def press(self) -> None:
        """A finger went down on the button."""
        now_s = self._house.clock.now_s()
        is_settled = now_s - self._came_s >= SETTLE_S
        if (self._may_begin and is_settled) or self._state in ON_AIR:
            self._holding, wish = self._holding.pressed(now_s)
            self._do(wish)

    @Slot()
    def release(self) -> None:
        """The finger was lifted, or slid off."""
        self._holding, wish = self._holding.released(self._house.clock.now_s())
        self._do(wish)

    @Slot()
    def toggle(self) -> None:
        """The button was touched with a key: on, or off."""
        self.press()
        self.release()

    @Slot()
    def hearBack(self) -> None:
        """What was recorded is to be heard again."""
        if self.clip is not None:
            self.hear(self.clip)

    @Slot(str)
    def chooseDevice(self, device: str) -> None:
        """A microphone was touched."""
        if self.is_busy:
            return
        self._device, self.clip = device, None
        self._become(Doing.OPENING)
        self.microphone.open(device)

    # What QML shows.

    @Property(str, notify=changed)
    def doing(self) -> str:
        """What it does: the names are in `doing`."""
        return self._state.value

    @Property(bool, notify=changed)
    def onAir(self) -> bool:
        """Whether the button is on."""
        return self._state in ON_AIR

    @Property(bool, notify=changed)
    def mayRecord(self) -> bool:
        """Whether touching the button does anything."""
        return self._may_begin or self._state in ON_AIR

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        """Whether the kiosk is being heard."""
        return self._speaking

    @Property(str, notify=changed)
    def told(self) -> str:
        """Why a recording was not taken, or the like; empty for nothing to tell."""
        return self._house.translator.shown(self._told.text) if self._told else ""

    @Property(bool, notify=changed)
    def holds(self) -> bool:
        """Whether there is a recording that was not kept yet."""
        return self.clip is not None

    @Property(int, notify=levelChanged)
    def level(self) -> int:
        """How loud it is, from 0 to 12."""
        return self._level if self._state is not Doing.CLOSED else 0

    @Property(list, notify=changed)
    def devices(self) -> list[dict[str, object]]:
        """The microphones: `id`, `name`, `chosen`."""
        return [
            {"id": each.id, "name": each.name, "chosen": each.id == self._device}
            for each in self._devices
        ]
