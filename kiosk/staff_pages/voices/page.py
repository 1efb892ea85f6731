"""Choice of the kiosk's Vietnamese synthesized voice; installation and removal of neural voices."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.i18n.languages import SOURCE
from kiosk.narration.engine import EngineError
from kiosk.narration.neural import VoiceFileError
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel
from kiosk.staff_pages.stick.watch import StickWatch
from kiosk.staff_pages.voices.worklist import (
    ESPEAK,
    TIMBRE,
    MachineVoice,
    drop,
    heard,
    keep,
    voices_here,
    voices_on,
)
from kiosk.ui.background.jobs import LatestWork, Ok, Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.usb_import.usb_drives import Stick

MAX_LICENCE_LENGTH = 240
"""The number of characters of a licence shown; the full text is installed with the voice."""
REFUSALS = (EngineError, VoiceFileError, OSError)
NOT_HEARD = gettext_noop("Giọng này không đọc được: %1")


@dataclass(frozen=True, slots=True)
class VoiceRow:
    name: str
    title: str
    sign: str
    in_use: bool
    chosen: bool


@qml_type
class VoicesPageModel(SettingsPageModel):
    """Plays a sample of a touched voice; a separate button selects the voice."""

    title = gettext_noop("Giọng máy")
    icon = "sound"
    order = 63
    sections = ("voice",)

    changed = Signal()

    rows = ShownList(VoiceRow)
    """The installed voices, then those on USB sticks."""

    _shows: Properties[VoicesPageModel] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._work = LatestWork(context.jobs)
        self._watch = StickWatch(context, self)
        self._watch.found.connect(self._take_sticks)
        context.visit.settingsChanged.connect(self._fill)
        self._forget()

    def _forget(self) -> None:
        self._sticks: tuple[Stick, ...] = ()
        self._here: tuple[MachineVoice, ...] = ()
        self._brought: tuple[MachineVoice, ...] = ()
        self._chosen = self._problem = ""
        self._keeping = False
        self._work.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether a voice is being installed or removed."""
        return self._keeping

    def enter(self) -> None:
        super().enter()
        self._forget()
        self._watch.start()
        self._look()

    def leave(self) -> None:
        """Stops the watch and the sound, and ignores the results of running jobs."""
        self._watch.stop()
        self.context.speaker.stop()
        self._forget()

    @property
    def _voices(self) -> tuple[MachineVoice, ...]:
        return (*self._here, *self._brought)

    @property
    def _voice(self) -> MachineVoice | None:
        """The voice that was touched last."""
        return next((each for each in self._voices if each.name == self._chosen), None)

    def _look(self) -> None:
        folders = self.context.folders
        configured = self.settings.voice.voices.get(SOURCE, "")
        timbre = configured.partition("+")[2]
        self._do(
            lambda: voices_here(folders, f"+{timbre}" if timbre else TIMBRE),
            self._take_here,
            what=gettext_noop("tìm giọng máy"),
        )

    def _take_here(self, found: tuple[MachineVoice, ...]) -> None:
        self._here = found
        self._fill()

    def _take_sticks(self, found: tuple[Stick, ...]) -> None:
        if found != self._sticks and not self._work.is_busy:
            self._sticks = found
            self._do(
                lambda: voices_on(found),
                self._take_brought,
                what=gettext_noop("tìm giọng trên USB"),
            )

    def _take_brought(self, found: tuple[MachineVoice, ...]) -> None:
        self._brought = found
        self._fill()

    def _do(self, do: Callable[[], object], then: Callable[..., None], *, what: str) -> None:
        """Runs `do` off the main thread; a failure is shown as `problem`."""

        def take(result: Result[object]) -> None:
            self._keeping = False
            if isinstance(result, Ok):
                then(result.value)
            else:
                self._problem = str(result.error)
            self.changed.emit()

        self._problem = ""
        self._work.run(do, take, what=what, expected=REFUSALS)
        self.changed.emit()

    def _fill(self) -> None:
        shown = self.context.translator.shown
        self.rows.show(
            [
                VoiceRow(
                    name=each.name,
                    title=shown(each.title),
                    sign=self._sign(each),
                    in_use=self._in_use(each),
                    chosen=each.name == self._chosen,
                )
                for each in self._voices
            ]
        )
        self.changed.emit()

    def _sign(self, voice: MachineVoice) -> str:
        if voice.flaw:
            return "warning"
        return "stick" if voice.brought else "check" if self._in_use(voice) else "hear"

    def _in_use(self, voice: MachineVoice) -> bool:
        """Whether this voice speaks the Vietnamese sentences that have no recording."""
        if voice.brought or voice.flaw:
            return False
        ours = self.settings.voice
        able = {each.engine for each in self._here}
        engine = next((each for each in ours.engines if each in able), ESPEAK)
        spoken = [each for each in self._here if each.engine == engine]
        configured = ours.voices.get(SOURCE, "").partition("+")[0]
        named = [each for each in spoken if each.voice.partition("+")[0] == configured]
        return voice in (named or spoken)[:1]

    # Slots called by QML.

    @Slot(str)
    def hear(self, name: str) -> None:
        """Plays a sample sentence of the touched voice, or shows its flaw."""
        if self._work.is_busy:
            return
        self._chosen = name
        voice, settings, folders = self._voice, self.settings, self.context.folders
        self.context.speaker.stop()
        self._problem = ""
        if voice and voice.flaw:
            self._problem = self.context.translator.shown(voice.flaw)
        elif voice:
            self._do(
                lambda: heard(settings, folders, voice),
                self.context.speaker.hear,
                what=gettext_noop("đọc thử giọng máy"),
            )
        self._fill()

    @Slot()
    def take(self) -> None:
        """Selects the chosen voice; installs it first if it is on a stick."""
        voice, folders = self._voice, self.context.folders
        if voice is None or self._work.is_busy:
            return
        if voice.brought is None:
            self._use(voice)
            return
        brought = voice.brought

        def put() -> tuple[MachineVoice, ...]:
            keep(folders, brought)
            return voices_here(folders, TIMBRE)

        def then(found: tuple[MachineVoice, ...]) -> None:
            self._take_here(found)
            name = f"{brought.engine}:{brought.voice}"
            self._chosen = name
            for each in found:
                if each.name == name:
                    self._use(each)
            self._fill()

        self._keeping = True
        self._do(put, then, what=gettext_noop("cài giọng máy"))

    def _use(self, voice: MachineVoice) -> None:
        ours = self.settings.voice
        machines = [each for each in ours.engines if each not in ("recordings", voice.engine)]
        people = [each for each in ours.engines if each == "recordings"]
        voices = {**ours.voices, SOURCE: voice.voice}
        self.set("voice", voices=voices, engines=(*people, voice.engine, *machines))

    @Slot()
    def drop(self) -> None:
        """Removes the chosen voice and selects the first of the others."""
        voice, folders = self._voice, self.context.folders
        if voice is None or not voice.own or self._work.is_busy:
            return

        def take_away() -> tuple[MachineVoice, ...]:
            drop(folders, voice.own)
            return voices_here(folders, TIMBRE)

        def then(found: tuple[MachineVoice, ...]) -> None:
            self._chosen = ""
            self._take_here(found)
            self._use(found[0])

        self._keeping = True
        self._do(take_away, then, what=gettext_noop("gỡ giọng máy"))

    # Properties read by QML.

    working = _shows(bool, lambda self: self._work.is_busy)
    """Whether a job of this page is running."""

    @Property(str, notify=changed)
    def problem(self) -> str:
        """The error of the last job, as a sentence; empty for none."""
        worded = self.context.translator.shown(NOT_HEARD)
        return worded.replace("%1", self._problem) if self._problem else ""

    @Property(bool, notify=changed)
    def mayTake(self) -> bool:
        """Whether the chosen voice can be selected."""
        voice = self._voice
        return voice is not None and not voice.flaw and not self._in_use(voice)

    @Property(bool, notify=changed)
    def isBrought(self) -> bool:
        """Whether the chosen voice is on a stick and can be installed."""
        voice = self._voice
        return voice is not None and voice.brought is not None and not voice.flaw

    mayDrop = _shows(bool, lambda self: self._voice is not None and bool(self._voice.own))
    """Whether the chosen voice can be removed."""

    @Property(str, notify=changed)
    def licence(self) -> str:
        """The beginning of the licence of the chosen voice; empty if it is not on a stick."""
        brought = self._voice.brought if self._voice else None
        return shorten(brought.licence, MAX_LICENCE_LENGTH, placeholder=" …") if brought else ""


PAGE = VoicesPageModel
