"""The machine's Vietnamese voice, chosen by ear for this kiosk; neural voices put in and out."""

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

MOST_LICENCE = 240
"""So many letters of a licence find room; all of it is put in beside the voice."""
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
    """A touch lets a voice be heard; another button takes it."""

    title = gettext_noop("Giọng máy")
    icon = "sound"
    order = 63
    sections = ("voice",)

    changed = Signal()

    rows = ShownList(VoiceRow)
    """The voices."""

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
        """While a voice is written."""
        return self._keeping

    def enter(self) -> None:
        super().enter()
        self._forget()
        self._watch.start()
        self._look()

    def leave(self) -> None:
        """Nothing is waited for any more."""
        self._watch.stop()
        self.context.speaker.stop()
        self._forget()

    @property
    def _voices(self) -> tuple[MachineVoice, ...]:
        return (*self._here, *self._brought)

    @property
    def _voice(self) -> MachineVoice | None:
        """The one that was touched last."""
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
        """Do this away from the window; why it could not be done is told."""

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
        """Whether it is what speaks Vietnamese as long as nobody has recorded a sentence."""
        if voice.brought or voice.flaw:
            return False
        ours = self.settings.voice
        able = {each.engine for each in self._here}
        engine = next((each for each in ours.engines if each in able), ESPEAK)
        spoken = [each for each in self._here if each.engine == engine]
        configured = ours.voices.get(SOURCE, "").partition("+")[0]
        named = [each for each in spoken if each.voice.partition("+")[0] == configured]
        return voice in (named or spoken)[:1]

    # What QML asks for.

    @Slot(str)
    def hear(self, name: str) -> None:
        """A voice was touched: it says a sentence."""
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
        """The chosen voice is to speak from now on; one on a stick is put in first."""
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
        """The chosen voice is taken out; another one speaks."""
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

    # What QML shows.

    working = _shows(bool, lambda self: self._work.is_busy)
    """Whether something is read, tried or written."""

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why a voice is not heard, or not kept; empty for nothing."""
        worded = self.context.translator.shown(NOT_HEARD)
        return worded.replace("%1", self._problem) if self._problem else ""

    @Property(bool, notify=changed)
    def mayTake(self) -> bool:
        """Whether the chosen voice can be taken."""
        voice = self._voice
        return voice is not None and not voice.flaw and not self._in_use(voice)

    @Property(bool, notify=changed)
    def isBrought(self) -> bool:
        """Whether the chosen voice lies on a stick."""
        voice = self._voice
        return voice is not None and voice.brought is not None and not voice.flaw

    mayDrop = _shows(bool, lambda self: self._voice is not None and bool(self._voice.own))
    """Whether the chosen voice can be taken out."""

    @Property(str, notify=changed)
    def licence(self) -> str:
        """How the licence of the chosen voice on a stick begins; empty for none."""
        brought = self._voice.brought if self._voice else None
        return shorten(brought.licence, MOST_LICENCE, placeholder=" …") if brought else ""


PAGE = VoicesPageModel
