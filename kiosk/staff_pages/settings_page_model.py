"""The base class of pages on which staff change settings."""

from typing import ClassVar

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.settings import Settings
from kiosk.qt.properties import Properties, qml_type
from kiosk.settings.change import Value
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel


@qml_type
class SettingsPageModel(PageModel):
    """A page whose choices take effect at once and can be undone."""

    sections: ClassVar[tuple[str, ...]] = ()
    """The settings sections that this page changes; `undo` is limited to them."""

    settingsChanged = Signal()

    _shows_settings: Properties["SettingsPageModel"] = Properties(settingsChanged)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        context.settings_service.changed.connect(self.settingsChanged)

    @property
    def settings(self) -> Settings:
        return self.context.settings()

    def set(self, section: str, **fields: Value) -> None:
        """Changes fields of a section, if any of them has another value now."""
        now = getattr(self.settings, section)
        if any(getattr(now, name, None) != value for name, value in fields.items()):
            self.context.settings_service.change({section: fields})

    def enter(self) -> None:
        """Clears the message of the last change."""
        self.context.settings_service.look(self.sections)

    @Slot()
    def undo(self) -> None:
        """Undoes the last change to this page's sections."""
        self.context.settings_service.undo(self.sections)

    mayUndo = _shows_settings(bool, lambda self: self.context.settings_service.may_undo)
    """Whether there is a change to undo."""
    message = _shows_settings(
        str, lambda self: self.context.translator.shown(self.context.settings_service.message)
    )
    """The message about the last change; empty when it succeeded."""
