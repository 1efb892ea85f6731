"""The screens of the edited lesson, each on a small simulated phone."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Slot

from kiosk.domain.screen import Element, Screen
from kiosk.qt.properties import qml_type
from kiosk.ui.visit.phone_view_model import PhoneScene, PhoneViewModel

Shown = tuple[Element, ...]


@qml_type
class EditorScreens(QObject):
    """One simulated phone per screen; only changed screens are updated."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._phones: dict[str, PhoneViewModel] = {}
        self._shown: dict[str, Shown] = {}

    def show(self, screens: Mapping[str, Sequence[Element | None]]) -> None:
        """Updates the phones, by screen name; elements that are None are omitted."""
        for name, elements in screens.items():
            drawn = tuple(each for each in elements if each)
            if self._shown.get(name) != drawn:
                self._shown[name] = drawn
                self._phone(name).show_scene(PhoneScene(screen=Screen(name, drawn)))

    def _phone(self, name: str) -> PhoneViewModel:
        if name not in self._phones:
            self._phones[name] = PhoneViewModel(self)
        return self._phones[name]

    @Slot(str, result=PhoneViewModel)
    def phoneOf(self, name: str) -> PhoneViewModel:
        return self._phone(name)
