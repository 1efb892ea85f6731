"""What the pages of the staff area may use."""

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
    """The kiosk as its pages know it."""

    folders: Folders
    settings: Callable[[], Settings]
    """The settings that are in force now."""
    settings_service: SettingsService
    """Where staff change them."""
    lesson_store: LessonStore
    visit: VisitViewModel
    staff: StaffViewModel
    speaker: VoiceOutput
    translator: Translator
    clock: Clock
    jobs: Jobs
    show_pictures_of: Callable[[str], None]
    """Says in which folder the pictures beside a lesson lie that is not being played."""
    make_microphone: Callable[[QObject], Microphone]
