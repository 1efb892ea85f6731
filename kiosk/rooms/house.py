"""What the rooms of the staff area may use."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.ui.clock import Clock
from kiosk.ui.jobs import Jobs
from kiosk.ui.microphone import Microphone
from kiosk.ui.settings_desk import SettingsDesk
from kiosk.ui.shelf import Shelf
from kiosk.ui.speaker import Speaker
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.visit_view_model import VisitViewModel


@dataclass(frozen=True, slots=True)
class House:
    """The kiosk as its rooms know it."""

    folders: Folders
    settings: Callable[[], Settings]
    """The settings that are in force now."""
    desk: SettingsDesk
    """Where staff change them."""
    shelf: Shelf
    visit: VisitViewModel
    staff: StaffViewModel
    speaker: Speaker
    translator: Translator
    clock: Clock
    jobs: Jobs
    make_microphone: Callable[[QObject], Microphone]
