"""The touch screen test at the first start."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff.first_start import TASKS
from kiosk.staff.touch_check import TouchCheck
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel

NAMES = {
    "top-left": gettext_noop("góc trên bên trái"),
    "top-right": gettext_noop("góc trên bên phải"),
    "middle": gettext_noop("giữa màn hình"),
    "bottom-left": gettext_noop("góc dưới bên trái"),
    "bottom-right": gettext_noop("góc dưới bên phải"),
}
#: First start, trial of the touch screen: %1 is the corner where the machine detected the touch.
ELSEWHERE = gettext_noop("Máy thấy ngón tay ở %1, không phải ô đang sáng. Chạm lại ô đang sáng.")
#: First start, after the trial of the touch screen.
ALL_WELL = gettext_noop("Bốn góc và giữa màn hình đều nhận chạm, đúng chỗ.")
#: First start, after the trial of the touch screen: %1 is one or more corners.
SILENT = gettext_noop("Không nhận chạm: %1. Lau sạch chỗ ấy, gỡ vật che mép, rồi thử lại.")
#: First start, after the trial of the touch screen.
TURNED = gettext_noop(
    "Chạm một nơi mà máy thấy ở nơi khác: cảm ứng bị xoay so với hình, hoặc bị lệch."
)
#: First start, after the trial of the touch screen has failed.
CALL = gettext_noop("Vẫn không được thì báo người lắp màn hình.")


@qml_type
class TouchTaskModel(PageModel):
    """Staff touch the four corners and the middle one after the other."""

    changed = Signal()
    leftForLater = Signal()

    _has: Properties["TouchTaskModel"] = Properties()
    _shows: Properties["TouchTaskModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._check = TouchCheck()

    def enter(self) -> None:
        self.again()

    @property
    def is_well(self) -> bool:
        """Whether every spot was touched and reported in the right place."""
        return self._check.is_well

    @Slot()
    def again(self) -> None:
        """Restarts the test from the first spot."""
        self._set_check(TouchCheck())

    @Slot()
    def back(self) -> None:
        self.context.visit.goBack()

    @Slot()
    def later(self) -> None:
        """Postpones the test."""
        self.leftForLater.emit()

    @Slot(str)
    def touchSpot(self, spot: str) -> None:
        self._set_check(self._check.touched(spot))

    @Slot()
    def noAnswer(self) -> None:
        """Marks the highlighted spot as not responding."""
        self._set_check(self._check.no_answer())

    def _set_check(self, check: TouchCheck) -> None:
        self._check = check
        self.changed.emit()

    number = _has(str, lambda self: f"{TASKS.index('touch') + 1}/{len(TASKS)}")
    """The number of this task and the total, such as `3/8`."""
    wanted = _shows(str, lambda self: self._check.wanted)
    """The spot to touch now; empty at the end of the test."""
    answered = _shows(list[str], lambda self: list(self._check.answered))
    silent = _shows(list[str], lambda self: list(self._check.silent))
    """The spots that did not respond."""
    well = _shows(bool, lambda self: self._check.is_well)
    """Whether every spot was touched and reported in the right place."""

    @Property(str, notify=changed)
    def message(self) -> str:
        """A message naming the wrong spot where the last touch was registered; else empty."""
        elsewhere = self._check.elsewhere
        shown = self.context.translator.shown
        return shown(ELSEWHERE).replace("%1", shown(NAMES[elsewhere])) if elsewhere else ""

    @Property(str, notify=changed)
    def result(self) -> str:
        """The result at the end of the test."""
        shown = self.context.translator.shown
        if self._check.is_well:
            return shown(ALL_WELL)
        silent = ", ".join(shown(NAMES[spot]) for spot in self._check.silent)
        sentences = [shown(SILENT).replace("%1", silent)] if silent else []
        return " ".join([*sentences, *([shown(TURNED)] if self._check.turned else []), shown(CALL)])
