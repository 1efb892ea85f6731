"""Whether anybody is there."""

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.player.idle import IdleState, idle_state
from kiosk.ui.background.clock import Clock
from kiosk.ui.staff.staff_view_model import StaffViewModel
from kiosk.ui.visit.current_visit import CurrentVisit

LOOK_ROUND_MS = 1000
BUSY_LIMIT_S = 300


class IdleWatch(QObject):
    """Knows only when something was last touched, and looks round every second."""

    changed = Signal()
    """Somebody is to be asked, or has answered."""
    gone = Signal()
    """Nobody has answered."""
    staffGone = Signal()

    def __init__(
        self, current: CurrentVisit, clock: Clock, staff: StaffViewModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._clock = clock
        self._staff = staff
        self._touched_s = clock.now_s()
        self.touches = 0
        """How often it was touched since the kiosk started."""
        self._believed = IdleState.HERE
        timer = QTimer(self, interval=LOOK_ROUND_MS)
        timer.timeout.connect(self.look_round)
        timer.start()

    @property
    def is_asking(self) -> bool:
        """Whether the person is asked if she is still there."""
        return self._believed is IdleState.ASKED

    def touched(self) -> None:
        """Somebody is there: any touch or key says so."""
        self.touches += 1
        self._touched_s = self._clock.now_s()
        if self.is_asking:
            self._believe(IdleState.HERE)

    def look_round(self) -> None:
        """Ask whether somebody is there, once it has been quiet for long.

        While a page of the staff's area works, it is not left, but not longer than `BUSY_LIMIT_S`
        after the last touch; the work itself goes on to its end.
        """
        untouched_s = self._clock.now_s() - self._touched_s
        if self._staff.is_busy and untouched_s < BUSY_LIMIT_S:
            return
        believed = idle_state(self._current.visit, self._current.settings.idle, untouched_s)
        if believed is IdleState.GONE:
            self.gone.emit()
        elif believed is IdleState.STAFF_GONE:
            self.staffGone.emit()
        elif believed is not self._believed:
            self._believe(believed)

    def look_round_after(self, quiet_s: float) -> None:
        """Look round as if nobody had touched anything for so many seconds more."""
        self._touched_s -= quiet_s
        self.look_round()

    def _believe(self, believed: IdleState) -> None:
        self._believed = believed
        if self.is_asking:
            self._current.voice.ask_if_there()
        else:
            self._current.voice.tell(self._current.visit)
        self.changed.emit()

    def ask_no_more(self) -> None:
        """The next person is expected; nothing is told of it."""
        self._believed = IdleState.HERE
