"""The services that the pages of the staff area may use."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.ui.background.clock import Clock
from kiosk.ui.background.jobs import Jobs
from kiosk.ui.content.lesson_store import LessonStore
from kiosk.ui.sound.microphone import Microphone
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.staff.settings_service import SettingsService
from kiosk.ui.staff.staff_view_model import StaffViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.visit.visit_view_model import VisitViewModel


@dataclass(frozen=True, slots=True)
class StaffContext:
    """The services of the kiosk, passed to each staff page."""

    folders: Folders
    settings: Callable[[], Settings]
    """Returns the current settings."""
    settings_service: SettingsService
    """Changes the settings."""
    lesson_store: LessonStore
    visit: VisitViewModel
    staff: StaffViewModel
    speaker: VoiceOutput
    translator: Translator
    clock: Clock
    jobs: Jobs
    show_pictures_of: Callable[[str], None]
    """Sets the folder of the pictures of a lesson that is being edited, not played."""
    make_microphone: Callable[[QObject], Microphone]
