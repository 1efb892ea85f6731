"""Calibration of the screen size with a bank card at the first start."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.qt.properties import Properties, qml_type
from kiosk.staff.card_size import (
    CARD_HEIGHT_MM,
    CARD_WIDTH_MM,
    COARSE_IN,
    FINE_IN,
    outline_grown,
)
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel


@qml_type
class CardTaskModel(SettingsPageModel):
    """Staff fit an outline to a card; the resulting screen size is saved on confirmation."""

    sections = ("display",)

    changed = Signal()
    done = Signal()
    """The size was saved, or did not change."""

    _shows: Properties["CardTaskModel"] = Properties(changed)
    _has: Properties["CardTaskModel"] = Properties()

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._diagonal_in = self.settings.display.diagonal_in
        self._saving = False
        context.settings_service.changed.connect(self._saved)

    def enter(self) -> None:
        super().enter()
        self._diagonal_in = self.settings.display.diagonal_in
        self._saving = False
        self.changed.emit()

    def leave(self) -> None:
        self._saving = False

    def keep(self) -> None:
        """Saves the screen size at which the outline fits."""
        if self._diagonal_in == self.settings.display.diagonal_in:
            self.done.emit()
            return
        self._saving = True
        self.set("display", diagonal_in=self._diagonal_in)

    def _saved(self) -> None:
        """Emits `done` after saving; after a refusal the page stays and shows why."""
        if self._saving and not self.context.settings_service.message:
            self._saving = False
            self.done.emit()
        self._saving = False

    @Slot(int)
    def grow(self, steps: int) -> None:
        """Enlarges the outline by fine steps; shrinks it if `steps` is negative."""
        self._change(steps * FINE_IN)

    @Slot(int)
    def growMuch(self, steps: int) -> None:
        """Enlarges the outline by coarse steps; shrinks it if `steps` is negative."""
        self._change(steps * COARSE_IN)

    def _change(self, inches: float) -> None:
        self._diagonal_in = outline_grown(self._diagonal_in, inches)
        self.changed.emit()

    diagonalIn = _shows(float, lambda self: self._diagonal_in)
    """The screen diagonal in inches that corresponds to the current outline."""
    diagonalText = _shows(str, lambda self: f"{self._diagonal_in:.1f}".replace(".", ","))
    """The diagonal with a decimal comma, as written in Viet Nam."""
    cardWidthMm = _has(float, lambda self: CARD_WIDTH_MM)
    cardHeightMm = _has(float, lambda self: CARD_HEIGHT_MM)
