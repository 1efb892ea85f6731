"""Shows a lesson while it is written: every save, at the step where the writer is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.app import Kiosk, Outside, settings_of
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.player.visit import Page
from kiosk.ui.application import application, use_renderer
from kiosk.ui.centre_voice import real_narrator
from kiosk.ui.hushed_narrator import HushedNarrator
from kiosk.ui.kiosk_window import Look
from kiosk.ui.preview_view_model import PreviewViewModel
from kiosk.ui.speaker import Narrator

WINDOW = "Desk/Preview.qml"
WIDTH, HEIGHT = 1500, 760
NEVER_S = 10**9


class Preview(QObject):
    """A kiosk in an ordinary window, with one lesson: the file that is being written."""

    def __init__(self, path: Path, folders: Folders, settings: Settings, outside: Outside) -> None:
        super().__init__()
        self.model = PreviewViewModel(path, folders, outside.jobs, self)

        def hushable(of: Settings, where: Folders, parent: QObject) -> Narrator:
            voice = HushedNarrator(outside.narrator(of, where, parent), parent)
            self.model.hushed.connect(lambda hushed: voice.hush(hushed=hushed))
            return voice

        look = Look(WIDTH, HEIGHT, window=WINDOW, extra={"preview": self.model})
        hushed = replace(outside, narrator=hushable)
        self.kiosk = Kiosk(folders, _without_idling(settings), look, hushed)
        self.model.written.connect(self.kiosk.visit.show_edition)
        self.model.voiceChanged.connect(self._speak_up)
        self.kiosk.visit.pageChanged.connect(self._stay)

    def show(self) -> None:
        """Show the window, and begin to follow the file."""
        self.kiosk.window.show()
        self.kiosk.narrator.warm_up()
        self.model.look()

    def _stay(self) -> None:
        """Wherever a touch has led out of the lesson: there is nothing else here."""
        if self.kiosk.visit.visit.page not in (Page.LESSON, Page.DONE):
            QTimer.singleShot(0, self, self._begin_again)

    def _begin_again(self) -> None:
        if self.model.lesson and self.kiosk.visit.visit.page not in (Page.LESSON, Page.DONE):
            self.kiosk.visit.show_edition(self.model.lesson)

    def _speak_up(self) -> None:
        if self.model.property("voiceOn"):
            self.kiosk.visit.hearAgain()

    def close(self) -> None:
        """Take everything down."""
        self.kiosk.close()


def _without_idling(settings: Settings) -> Settings:
    """The centre's settings, but nobody asks the writer whether she is still there."""
    idle = settings.idle.model_copy(
        update={"warn_after_s": NEVER_S, "own_phone_warn_after_s": NEVER_S}
    )
    return settings.model_copy(update={"idle": idle})


def run_preview(path: Path, folders: Folders) -> int:
    """Show the preview until its window is closed; the program's exit code."""
    settings = settings_of(folders)
    use_renderer(settings.display.renderer)
    app = application()
    preview = Preview(path, folders, settings, Outside(narrator=real_narrator))
    preview.show()
    preview.kiosk.window.visibleChanged.connect(lambda shown: None if shown else app.exit(0))
    code = app.exec()
    preview.close()
    return code
