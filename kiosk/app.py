"""Builds the kiosk from its parts: the only file that knows every one of them."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.content.settings_file import read_settings
from kiosk.content.settings_store import SettingsStore
from kiosk.content.wording import sentence
from kiosk.domain.lesson import Lesson
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import find_languages
from kiosk.rooms import furnish
from kiosk.rooms.house import House
from kiosk.staff.pin import PinFile
from kiosk.ui.call_bell import CallBell
from kiosk.ui.clock import Clock, MonotonicClock
from kiosk.ui.current_visit import CurrentVisit
from kiosk.ui.doorstep import Snapshot
from kiosk.ui.jobs import Jobs, ThreadJobs
from kiosk.ui.kiosk_window import KioskWindow, Look
from kiosk.ui.language_shelf import LanguageShelf
from kiosk.ui.opener import Opener
from kiosk.ui.settings_desk import SettingsDesk
from kiosk.ui.shelf import Shelf
from kiosk.ui.spare_memory import give_memory_back
from kiosk.ui.speaker import Narrator, Speaker
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.visit_view_model import VisitViewModel

if TYPE_CHECKING:
    from kiosk.ui.counting import Counting
    from kiosk.ui.microphone import Microphone

log = logging.getLogger(__name__)

MakeNarrator = Callable[[Settings, Folders, QObject], Narrator]
MakeMicrophone = Callable[[QObject], "Microphone"]


@dataclass(frozen=True, slots=True)
class Outside:
    """The world outside: the voice, the clock, other threads."""

    narrator: MakeNarrator
    clock: Clock = field(default_factory=MonotonicClock)
    jobs: Jobs = field(default_factory=ThreadJobs)
    microphone: MakeMicrophone | None = None
    """None for the one that hears."""


class Kiosk(QObject):
    """A kiosk whose window exists and shows the attract page."""

    settingsChanged = Signal()

    def __init__(self, folders: Folders, settings: Settings, look: Look, outside: Outside) -> None:
        super().__init__()
        self.folders = folders
        self.settings = settings
        self.outside = outside
        self._broken: tuple[str, ...] = ()
        self._desk: SettingsDesk | None = None
        self.counting: Counting | None = None
        self._unreviewed = settings.languages.show_unreviewed
        self._translator = Translator(self._catalogue, self)
        QGuiApplication.installTranslator(self._translator)
        self.narrator = outside.narrator(settings, folders, self)
        self.speaker = Speaker(self.narrator, self._translator, self)
        self.staff = StaffViewModel(PinFile(folders.pin), outside.clock, outside.jobs, self)
        self._current = CurrentVisit(
            settings=settings,
            languages=find_languages(folders.translations),
            clock=outside.clock,
            speaker=self.speaker,
            translator=self._translator,
            parent=self,
        )
        self.visit = VisitViewModel(
            self._current, outside.clock, self.speaker, self._translator, self.staff
        )
        self.bell = CallBell(self.speaker, outside.clock, self)
        self.shelf = Shelf(folders, outside.jobs, self)
        self.languages = LanguageShelf(
            folders,
            self.narrator,
            lambda: self.shelf.library,
            outside.jobs,
            self,
            unreviewed=self._unreviewed,
        )
        self.opener = Opener(self.shelf, self.visit, self.staff)
        self._connect()
        self._open_window(look)

    def _connect(self) -> None:
        visit = self.visit
        visit.became.connect(lambda _, now: self.bell.show_calling(calling=now.calling_staff))
        visit.lessonWished.connect(self.open_lesson)
        visit.counter.numberGiven.connect(self.opener.by_number)
        visit.ended.connect(give_memory_back)
        self.bell.problemChanged.connect(self._tell_troubles)
        self.speaker.voice.problemChanged.connect(self._tell_troubles)
        self.shelf.changed.connect(self._show_lessons)
        self.languages.changed.connect(self._show_languages)
        self.staff.letIn.connect(self._furnish)

    def _open_window(self, look: Look) -> None:
        display, folders = self.settings.display, self.folders
        self._view = KioskWindow(self.visit, display, folders, self._lesson_folder, look)
        self.window: QQuickWindow | None = self._view.window
        self.gate = self._view.gate
        self.gate.set_clock(self.outside.clock)
        self.printing = self._view.printing
        self.printing.serve(self.visit, folders, self.speaker, self._translator)
        self.printing.use_settings(self.settings)
        self.visit.languageChanged.connect(self._view.engine.retranslate)
        self.visit.stepChanged.connect(self.gate.screen_changed)

    def _catalogue(self, language: str) -> object:
        return read_catalogue(self.folders.translations / language, unreviewed=self._unreviewed)

    def _lesson_folder(self) -> str:
        run = self.visit.visit.run
        return run.lesson.folder if run else ""

    def snapshot(self, stamp: str) -> Snapshot:
        """What the attract page shows, for the next start."""
        settings, window = self.settings, self.window
        return Snapshot(
            stamp=stamp,
            renderer=settings.display.renderer.value,
            centreName=settings.centre.name,
            languages=tuple(self.visit.property("languages")),
            contrast=settings.display.contrast.value,
            textSize=settings.display.text_size.value,
            diagonalIn=settings.display.diagonal_in,
            distanceFactor=window.property("distanceFactor"),
            family=window.property("family"),
            capRatio=window.property("capRatio"),
        )

    def load_lessons(self, then: Callable[[], None] = lambda: None) -> None:
        """Finish what a plug interrupted, read the lessons, all elsewhere, and offer them."""
        folders = self.folders

        def mend() -> None:
            if folders.replaced.is_dir():
                from kiosk.content.takeover.replaced import recover  # noqa: PLC0415 - seldom

                recover(folders)

        self.outside.jobs.run(mend, lambda _: self.shelf.refresh(then))

    def open_lesson(self, name_or_number: str) -> None:
        """Show a lesson as soon as it is read, unless the person has gone elsewhere meanwhile."""
        page = self.visit.visit.page

        def show(lesson: Lesson) -> None:
            if self.visit.visit.page is page:
                self.visit.open_lesson(lesson)

        self.shelf.open(name_or_number, show)

    def begin_to_count(self) -> None:
        """From now on, count what happens; not needed for the first frame."""
        from kiosk.ui.counting import Counting  # noqa: PLC0415 - as said

        self.counting = counting = Counting(self.folders.stats, self)
        self.visit.became.connect(counting.take)
        self.visit.ended.connect(counting.forget_order)
        counting.problemChanged.connect(self._tell_troubles)

    def _show_lessons(self) -> None:
        library = self.shelf.library
        known = self._broken
        self._broken = tuple(sentence(broken.worst) for broken in library.broken)
        for broken in sorted(set(self._broken) - set(known)):
            log.warning("lesson left out: %s", broken)
        self._current.show_lessons(library.heads)
        self.languages.refresh()
        self._tell_troubles()

    def _show_languages(self) -> None:
        found = self.languages.found
        others = self._translator.take(found.catalogues)
        shown = self.visit.visit.language
        self._current.use_languages(found.known, found.coverage)
        if shown in others and self.visit.visit.language == shown:
            self.visit.languageChanged.emit(shown)
        self._tell_troubles()

    def use_settings(self, settings: Settings) -> None:
        """Go on with other settings."""
        self.settings = settings
        self._current.use_settings(settings)
        self.printing.use_settings(settings)
        self.settingsChanged.emit()

    def _furnish(self) -> None:
        """Before staff come in for the first time."""
        from kiosk.ui import keyboard_view_model  # noqa: F401, PLC0415 - QML makes it, staff write
        from kiosk.ui.microphone import real_microphone  # noqa: PLC0415 - for staff

        self.staff.letIn.disconnect(self._furnish)
        store = SettingsStore(self.folders.config, self.folders.local_configs)
        desk = self._desk = SettingsDesk(store, self.settings, self.outside.jobs, self)
        desk.applied.connect(self.use_settings)
        furnish(
            House(
                folders=self.folders,
                settings=lambda: self.settings,
                desk=desk,
                shelf=self.shelf,
                visit=self.visit,
                staff=self.staff,
                speaker=self.speaker,
                translator=self._translator,
                clock=self.outside.clock,
                jobs=self.outside.jobs,
                make_microphone=self.outside.microphone or real_microphone,
            )
        )

    def _tell_troubles(self) -> None:
        problems = [
            self.speaker.voice.property("problem"),
            self.counting.problem if self.counting else "",
            self.bell.problem,
        ]
        found = self.languages.troubles
        self.staff.show_troubles([*filter(None, problems), *self._broken, *found])

    def close(self) -> None:
        """Take everything down, the window first, so that nothing refers to what is gone."""
        self.bell.close()
        self.printing.close()
        self.speaker.stop()
        self.staff.close_door()
        if self._desk:
            self._desk.applied.disconnect(self.use_settings)
        self.shelf.close()
        self.languages.close()
        self.narrator.close()
        if self.counting:
            self.counting.close()
        QGuiApplication.removeTranslator(self._translator)
        self.window = None
        self._view.close()
        if isinstance(self.outside.jobs, ThreadJobs):
            self.outside.jobs.wait()


def settings_of(folders: Folders) -> Settings:
    """The centre's settings; what is wrong with them goes to the log."""
    settings, problems = read_settings(folders.config, folders.local_configs)
    for problem in problems:
        log.warning("settings: %s", sentence(problem))
    return settings
