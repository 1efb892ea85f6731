"""What the pages have in common in which staff set something."""

from typing import ClassVar

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.settings import Settings
from kiosk.qt.properties import Properties, qml_type
from kiosk.settings.change import Value
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel


@qml_type
class SettingsPageModel(PageModel):
    """A page where what is touched is set at once, and can be taken back."""

    sections: ClassVar[tuple[str, ...]] = ()
    """The sections of the settings that are set here; only their changes are taken back here."""

    settingsChanged = Signal()

    _shows_settings: Properties["SettingsPageModel"] = Properties(settingsChanged)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        context.settings_service.changed.connect(self.settingsChanged)

    @property
    def settings(self) -> Settings:
        return self.context.settings()

    def set(self, section: str, **fields: Value) -> None:
        """Set some fields of a section, unless they are so already."""
        now = getattr(self.settings, section)
        if any(getattr(now, name, None) != value for name, value in fields.items()):
            self.context.settings_service.change({section: fields})

    def enter(self) -> None:
        """Nothing is told yet."""
        self.context.settings_service.look(self.sections)

    @Slot()
    def undo(self) -> None:
        """Take the last change back that was made here."""
        self.context.settings_service.undo(self.sections)

    mayUndo = _shows_settings(bool, lambda self: self.context.settings_service.may_undo)
    """Whether there is a change to take back."""
    told = _shows_settings(
        str, lambda self: self.context.translator.shown(self.context.settings_service.told)
    )
    """What staff should know of the last change; empty when all went well."""
