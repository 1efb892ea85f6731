"""Composition root: builds the kiosk from all its parts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.settings import Settings, VoiceSettings
from kiosk.durable import PRIVATE_FOLDER
from kiosk.folders import Folders
from kiosk.i18n.catalogue import Catalogue, read_catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.last_start import languages_of, settings_of_last_start
from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile
from kiosk.ui.background.clock import Clock, MonotonicClock
from kiosk.ui.background.gc_tuning import release_memory
from kiosk.ui.background.jobs import FAILS, Jobs, Ok, Result, ThreadJobs
from kiosk.ui.content.language_store import LanguageStore
from kiosk.ui.content.lesson_store import LessonStore
from kiosk.ui.sound.call_bell import CallBell
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.staff.staff_view_model import StaffViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.visit.lesson_launcher import LessonLauncher
from kiosk.ui.visit.visit_view_model import VisitViewModel
from kiosk.ui.window.kiosk_window import KioskWindow, WindowConfig

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson
    from kiosk.staff_pages.context import StaffContext
    from kiosk.ui.sound.microphone import Microphone
    from kiosk.ui.sound.narrator import Narrator
    from kiosk.ui.staff.settings_service import SettingsService
    from kiosk.ui.visit.counting import Counting
    from kiosk.ui.window.heartbeat import HeartbeatWriter

log = logging.getLogger(__name__)

MakeNarrator = Callable[[Settings, Folders, QObject], "Narrator"]
MakeMicrophone = Callable[[QObject], "Microphone"]


@dataclass(frozen=True, slots=True)
class Platform:
    """External dependencies: speech, clock, background jobs, microphone."""

    narrator: MakeNarrator
    clock: Clock = field(default_factory=MonotonicClock)
    jobs: Jobs = field(default_factory=ThreadJobs)
    microphone: MakeMicrophone | None = None
    """None for the real microphone."""


class Kiosk(QObject):
    """The kiosk with its window, which starts on the attract page."""

    settingsChanged = Signal()

    def __init__(
        self, folders: Folders, settings: Settings, look: WindowConfig, platform: Platform
    ) -> None:
        super().__init__()
        self.folders = folders
        self.settings = settings
        self.platform = platform
        self.start_note = ""
        """A message for staff about this start; empty when nothing was left out."""
        self._broken: tuple[str, ...] = ()
        self._edited_folder = ""
        self._still = False
        """Whether the operating system is set to reduce motion."""
        self._settings_service: SettingsService | None = None
        self.counting: Counting | None = None
        self.heartbeat: HeartbeatWriter | None = None
        self._unreviewed = settings.languages.show_unreviewed
        self._translator = Translator(self._catalogue, self)
        QGuiApplication.installTranslator(self._translator)
        self.narrator = platform.narrator(settings, folders, self)
        self.speaker = VoiceOutput(self.narrator, self._translator, self)
        self.staff = StaffViewModel(PinFile(folders.pin), platform.clock, platform.jobs, self)
        languages = languages_of(folders)
        self.visit = VisitViewModel(
            settings=settings,
            languages=languages,
            clock=platform.clock,
            speaker=self.speaker,
            translator=self._translator,
            staff=self.staff,
        )
        self.bell = CallBell(self.speaker, platform.clock, self)
        self.lesson_store = LessonStore(folders, platform.jobs, self)
        self.lesson_store.leave_out(settings.lessons.unused)
        self.languages = LanguageStore(
            folders,
            self.narrator,
            lambda: self.lesson_store.library,
            platform.jobs,
            self,
            known=languages,
            unreviewed=self._unreviewed,
        )
        self.launcher = LessonLauncher(self.lesson_store, self.visit, self.staff)
        self._connect()
        self._open_window(look)

    def _connect(self) -> None:
        visit = self.visit
        visit.visitChanged.connect(lambda _, now: self.bell.show_calling(calling=now.calling_staff))
        visit.lessonRequested.connect(self.open_lesson)
        visit.assist.numberGiven.connect(self.launcher.by_number)
        visit.ended.connect(release_memory)
        self.bell.problemChanged.connect(self._tell_troubles)
        self.speaker.voice.problemChanged.connect(self._tell_troubles)
        self.platform.jobs.failuresChanged.connect(self._tell_troubles)
        self.lesson_store.changed.connect(self._show_lessons)
        self.languages.changed.connect(self._show_languages)
        self.staff.loginOpened.connect(self._load_pages)
        self.staff.loggedIn.connect(self._register_pages)

    def _open_window(self, look: WindowConfig) -> None:
        display, folders = self.settings.display, self.folders
        self._view = KioskWindow(self.visit, display, folders, self._lesson_folder, look)
        self.window = self._view.window
        if not look.motion:
            self.visit.lesson.hold_ms = 0
        self.gate = self._view.gate
        self.gate.set_clock(self.platform.clock)
        self.printing = self._view.printing
        self.printing.serve(self.visit, folders, self.speaker, self._translator)
        self.printing.use_settings(self.settings)
        self.visit.may_print = lambda: bool(self.printing.property("available"))
        self.visit.languageChanged.connect(self._view.engine.retranslate)
        self.visit.stepChanged.connect(self.gate.screen_changed)
        self.gate.accepted.connect(self.visit.visit_voice.touched)

    def _catalogue(self, language: str) -> Catalogue:
        folders = self.folders.language_folders(language)
        return read_catalogue(*folders, unreviewed=self._unreviewed)

    def set_lesson_folder(self, folder: str) -> None:
        """Sets the folder for pictures beside a lesson while none is played; used by the editor."""
        self._edited_folder = folder

    def _lesson_folder(self) -> str:
        run = self.visit.visit.run
        return run.lesson.folder if run else self._edited_folder

    def load_lessons(self, then: Callable[[], None] = lambda: None) -> None:
        """Completes an interrupted import, then reads the lessons, all on other threads."""
        folders = self.folders

        def mend() -> None:
            repair_link(folders)
            if folders.replaced.is_dir():
                from kiosk.usb_import.history import recover  # noqa: PLC0415 - rarely needed

                recover(folders)

        self.platform.jobs.run(
            mend,
            lambda _: self.lesson_store.refresh(then),
            what=gettext_noop("hoàn tất việc lấy bài từ USB"),
        )
        self._read_texts()

    def _read_texts(self) -> None:
        """Loads the texts of the offered languages before one is chosen."""
        codes = [code for code in self.visit.languageChoice.codes if code != SOURCE]

        def take(result: Result[dict[str, Catalogue]]) -> None:
            if isinstance(result, Ok) and self.languages.found is None:
                self._translator.take(result.value)
                self.visit.languageChoice.changed.emit()

        self.platform.jobs.run(
            lambda: {code: self._catalogue(code) for code in codes},
            take,
            what=gettext_noop("xem các thứ tiếng"),
        )

    def open_lesson(self, name_or_number: str) -> None:
        """Opens a lesson once it is loaded, unless the learner has changed the page meanwhile."""
        page = self.visit.visit.page

        def show(lesson: Lesson) -> None:
            if self.visit.visit.page is page:
                self.visit.open_lesson(lesson)

        self.lesson_store.open(name_or_number, show)

    def start_counting(self) -> None:
        """Starts the usage statistics, which the first frame does not need."""
        from kiosk.ui.visit.counting import Counting  # noqa: PLC0415 - not for the first frame

        self.counting = counting = Counting(self.folders.stats, self)
        self.visit.visitChanged.connect(counting.take)
        self.visit.ended.connect(counting.forget_order)
        counting.problemChanged.connect(self._tell_troubles)

    def begin_heartbeat(self) -> None:
        """Starts recording when the kiosk drew, spoke and printed; not for the first frame."""
        from kiosk.ui.window.heartbeat import HeartbeatWriter  # noqa: PLC0415 - not for the first frame

        self.heartbeat = heartbeat = HeartbeatWriter(
            self.folders.heartbeat,
            self.window,
            self.platform.jobs,
            lambda: self.staff.troubles,
            self,
        )
        self.speaker.finished.connect(heartbeat.note_voice)
        self.printing.printed.connect(heartbeat.note_print)

    def begin_first_start(self) -> None:
        """Opens the first-start page, after the PIN if one is set.

        Does nothing if a learner has started meanwhile.
        """
        self._load_pages(self._ask_first)

    def _ask_first(self) -> None:
        if self.visit.visit.page is not Page.ATTRACT:
            return
        self.staff.want_page("first_start")
        if not self.staff.let_in_without_pin():
            self.visit.askPin()

    def _show_lessons(self) -> None:
        from kiosk.content.wording import sentence  # noqa: PLC0415 - not for the first frame

        library = self.lesson_store.library
        known = self._broken
        self._broken = tuple(sentence(broken.worst) for broken in library.broken)
        for broken in sorted(set(self._broken) - set(known)):
            log.warning("lesson left out: %s", broken)
        self._show_tiles()
        self.languages.refresh()
        self._tell_troubles()

    def _show_tiles(self) -> None:
        """Shows the tiles of all lessons that staff have not hidden."""
        hidden = self.settings.lessons.hidden
        heads = self.lesson_store.library.heads
        self.visit.show_lessons({n: head for n, head in heads.items() if n not in hidden})

    def _show_languages(self) -> None:
        found = self.languages.found
        if found is None:
            return
        others = self._translator.take(found.catalogues)
        shown = self.visit.visit.language
        self.visit.use_languages(found.known, found.coverage)
        if shown in others and self.visit.visit.language == shown:
            self.visit.languageChanged.emit(shown)
        self._tell_troubles()
        if self.visit.visit.page is Page.ATTRACT:
            release_memory()  # the data used for reading is no longer referenced

    def use_settings(self, settings: Settings) -> None:
        """Applies new settings."""
        if _voices_in(settings) != _voices_in(self.settings):
            from kiosk.ui.sound.centre_voice import voice_settings  # noqa: PLC0415 - rarely needed

            self.narrator.use_settings(voice_settings(settings, self.folders))
        if settings.display != self.settings.display:
            self._view.use_display(settings.display)
        self.settings = settings
        self.lesson_store.leave_out(settings.lessons.unused)
        self._show_tiles()
        self.visit.use_settings(_without_motion(settings) if self._still else settings)
        self.printing.use_settings(settings)
        self.settingsChanged.emit()

    def reduce_motion(self) -> None:
        """Turns animation off by default, as the operating system requests reduced motion."""
        self._still = True
        self.use_settings(self.settings)

    def _load_pages(self, then: Callable[[], None] = lambda: None) -> None:
        """Loads the code of the staff pages on a thread, which takes almost 1 s on a small PC."""

        def load() -> None:
            from kiosk.staff_pages import page_kinds  # noqa: PLC0415 - staff only

            page_kinds()

        self.platform.jobs.run(load, lambda _: then(), what=gettext_noop("mở các trang của cán bộ"))

    def _register_pages(self) -> None:
        """Registers the staff pages before the first login."""
        from kiosk.staff_pages import register_pages  # noqa: PLC0415 - staff only
        from kiosk.ui.visit import keyboard_view_model  # noqa: F401, PLC0415 - registers a QML type

        self.staff.loggedIn.disconnect(self._register_pages)
        register_pages(self.context())

    def context(self) -> StaffContext:
        """The parts of the kiosk that staff pages may use."""
        from kiosk.settings.store import SettingsStore  # noqa: PLC0415 - staff only
        from kiosk.staff_pages.context import StaffContext  # noqa: PLC0415
        from kiosk.ui.sound.microphone import real_microphone  # noqa: PLC0415
        from kiosk.ui.staff.settings_service import SettingsService  # noqa: PLC0415

        store = SettingsStore(self.folders.config, self.folders.local_configs)
        service = self._settings_service = SettingsService(
            store, self.settings, self.platform.jobs, self
        )
        service.applied.connect(self.use_settings)
        return StaffContext(
            folders=self.folders,
            settings=lambda: self.settings,
            settings_service=service,
            lesson_store=self.lesson_store,
            visit=self.visit,
            staff=self.staff,
            speaker=self.speaker,
            translator=self._translator,
            clock=self.platform.clock,
            jobs=self.platform.jobs,
            show_pictures_of=self.set_lesson_folder,
            make_microphone=self.platform.microphone or real_microphone,
        )

    def _worded_for_staff(self, text: str) -> str:
        """Translates a Vietnamese sentence into the staff's language."""
        return self._translator.text_in(self.settings.staff.language, text) or text

    def _tell_troubles(self) -> None:
        problems = [
            self.start_note,
            self.speaker.voice.problem,
            self.counting.problem if self.counting else "",
            self.bell.problem,
        ]
        shown = self._worded_for_staff
        failures = [
            shown(FAILS).replace("%1", shown(each.what)).replace("%2", each.reason)
            for each in self.platform.jobs.failures
        ]
        found = self.languages.troubles
        texts = [shown(problem) for problem in problems if problem]
        self.staff.show_troubles([*texts, *failures, *self._broken, *found])

    def close(self) -> None:
        """Closes everything, the window first, so that no part refers to a destroyed one."""
        self.bell.close()
        self.visit.lesson.stop()
        self.printing.close()
        self.speaker.stop()
        self.staff.close_login()
        if self._settings_service:
            self._settings_service.applied.disconnect(self.use_settings)
        self.lesson_store.close()
        self.languages.close()
        self.narrator.close()
        if self.counting:
            self.counting.close()
        if self.heartbeat:
            self.heartbeat.close()
        QGuiApplication.removeTranslator(self._translator)
        del self.window
        self._view.close()
        if isinstance(self.platform.jobs, ThreadJobs):
            self.platform.jobs.wait()


def repair_link(folders: Folders) -> None:
    """Repairs the link to the pack in use, and creates its folder so that it can be watched."""
    from kiosk.packs.store import PackStore  # noqa: PLC0415 - not for the first frame

    try:
        folders.packs.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        PackStore(folders.packs).repair_link()
    except OSError:
        log.exception("the pack in use cannot be read")


def _voices_in(settings: Settings) -> VoiceSettings:
    """The voice settings without volume and speed, which belong to each visit."""
    return settings.voice.model_copy(update={"slow": False, "volume": 1})


def _without_motion(settings: Settings) -> Settings:
    display = settings.display.model_copy(update={"motion": False})
    return settings.model_copy(update={"display": display})


def settings_of(folders: Folders) -> Settings:
    """The centre's settings; problems in them are logged."""
    if (kept := settings_of_last_start(folders)) is not None:
        return kept
    from kiosk.settings.file import read_settings  # noqa: PLC0415 - rarely needed

    overlays = folders.local_configs if folders.with_local_settings else ()
    settings, problems = read_settings(folders.config, overlays)
    if problems:
        from kiosk.content.wording import sentence  # noqa: PLC0415 - rarely needed

        for problem in problems:
            log.warning("settings: %s", sentence(problem))
    return settings
