"""The loudspeaker test at the first start."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.line import Line
from kiosk.loudspeaker import Loudness, loudness, unmute_and_set_volume
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel
from kiosk.ui.background.jobs import Lane, LatestWork, Ok, Result

#: First start: the sentence that is heard to try the loudspeaker.
TRIAL = gettext_noop("Đây là tiếng của máy. Nghe rõ câu này thì chạm vào nút Nghe rõ.")
#: First start, trial of the loudspeaker.
MUTED = gettext_noop("Loa của máy đang tắt tiếng.")
#: First start, trial of the loudspeaker.
AT_ZERO = gettext_noop("Âm lượng của loa đang là 0.")
#: First start, trial of the loudspeaker: nothing is heard, and the machine knows of no reason.
NOT_HEARD = gettext_noop(
    "Máy đã phát câu thử. Xem loa đã bật chưa, cắm đúng lỗ chưa (HDMI hay giắc tròn 3,5 mm)."
)


@qml_type
class SoundTaskModel(SettingsPageModel):
    """Plays a test sentence, or shows why none can be heard."""

    sections = ("voice",)

    changed = Signal()
    done = Signal()
    """Staff confirmed that the sentence was heard."""

    _shows: Properties["SoundTaskModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._asking = LatestWork(context.jobs)
        self._loudness: Loudness | None = None
        self._unheard = False
        self._listening = False
        self._open = False
        context.visit.settingsChanged.connect(self._take_settings)
        context.speaker.voice.problemChanged.connect(self.changed)

    def enter(self) -> None:
        """Plays the test sentence."""
        super().enter()
        self._open, self._unheard = True, False
        self.playAgain()

    def leave(self) -> None:
        if self._open:
            self.context.speaker.stop()
        self._open = self._listening = False
        self._asking.cancel()

    def hear_again(self) -> bool:
        """Plays the test sentence again."""
        self.playAgain()
        return True

    def _take_settings(self) -> None:
        self.changed.emit()
        if self._listening:
            self._listening = False
            self.playAgain()

    @Slot()
    def playAgain(self) -> None:
        """Plays the test sentence again and reads the system volume."""
        self.context.speaker.say([Line(TRIAL)])
        self._ask(loudness)

    @Slot()
    def turnUp(self) -> None:
        """Raises the system volume and plays the test sentence."""

        def turn_up_and_look() -> Loudness | None:
            unmute_and_set_volume()
            return loudness()

        self._listening = True
        self._ask(turn_up_and_look)

    def _ask(self, work: Callable[[], Loudness | None]) -> None:
        self._asking.run(
            work, self._take_loudness, what=gettext_noop("hỏi loa của máy"), lane=Lane.WAITED_FOR
        )

    def _take_loudness(self, result: Result[Loudness | None]) -> None:
        self._loudness = result.value if isinstance(result, Ok) else None
        self.changed.emit()
        if self._listening:
            self._listening = False
            self.context.speaker.say([Line(TRIAL)])

    @Slot(int)
    def chooseVolume(self, volume: int) -> None:
        """Sets the volume, from 1 to 5, and plays the test sentence."""
        self._listening = True
        self.set("voice", volume=volume)

    @Slot()
    def heard(self) -> None:
        """Confirms that the sentence was heard."""
        self.done.emit()

    @Slot()
    def notHeard(self) -> None:
        """Reports that the sentence was not heard; plays it again."""
        self._unheard = True
        self.playAgain()
        self.changed.emit()

    volume = _shows(int, lambda self: self.settings.voice.volume)
    """The volume, from 1 to 5."""
    silenced = _shows(bool, lambda self: self._loudness is not None and not self._loudness.is_heard)
    """Whether the system's sound output is muted or at zero."""

    @Property(str, notify=changed)
    def why(self) -> str:
        """The known reason why nothing is heard, or general advice after `notHeard`; else empty."""
        shown = self.context.translator.shown
        if problem := self.context.speaker.voice.problem:
            return shown(problem)
        if self._loudness and not self._loudness.is_heard:
            return shown(MUTED if self._loudness.muted else AT_ZERO)
        return shown(NOT_HEARD) if self._unheard else ""
