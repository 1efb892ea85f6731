"""The base class of all pages of the staff area."""

from typing import ClassVar

from PySide6.QtCore import QObject

from kiosk.qt.properties import qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.ui.staff.openable_page import OpenablePage


@qml_type
class PageModel(OpenablePage):
    """A page of the staff area with access to the kiosk's services.

    A page's own properties need a `notify` signal of the page's own: PySide loses the signal of a
    base class there.
    """

    order: ClassVar[int] = 50
    """Sort key of the page's tile."""

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context

    @classmethod
    def name(cls) -> str:
        return cls.__module__.split(".")[-2]
