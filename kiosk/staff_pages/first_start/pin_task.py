"""Setting the staff PIN at the first start."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel
from kiosk.ui.visit.visit_view_model import VisitViewModel


@qml_type
class PinTaskModel(PageModel):
    """Sets a PIN by typing it twice, if there is none or staff want to change it."""

    changed = Signal()
    done = Signal()
    """A PIN was set."""

    _has: Properties["PinTaskModel"] = Properties()

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._open = False
        context.staff.changed.connect(self.changed)
        context.staff.loggedIn.connect(self._take)

    def enter(self) -> None:
        self._open = True
        if not self.context.staff.hasPin:
            self.context.staff.begin_pin_change()

    def leave(self) -> None:
        """Discards the typed digits."""
        self._open = False
        self.context.staff.end_pin_change()

    def _take(self) -> None:
        if self._open:
            self.done.emit()

    @Slot()
    def chooseAnother(self) -> None:
        """Starts changing the existing PIN."""
        self.context.staff.begin_pin_change()

    @Property(bool, notify=changed)
    def choosing(self) -> bool:
        """Whether a PIN is being typed or checked."""
        return self.context.staff.is_changing_pin or self.context.staff.checking

    visit = _has(VisitViewModel, lambda self: self.context.visit)
    """The visit view model used by the keypad."""
