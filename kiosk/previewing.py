"""Shows a lesson while it is written: every save, at the step where the writer is."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.app import Kiosk, Platform
from kiosk.authors_window import without_idling
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.player.visit import Page
from kiosk.ui.authoring.preview_view_model import PreviewViewModel
from kiosk.ui.window.kiosk_window import WindowConfig

WINDOW = "Desktop/Preview.qml"
WIDTH, HEIGHT = 1500, 760


class Preview(QObject):
    """A kiosk in an ordinary window, with one lesson: the file that is being written."""

    def __init__(
        self, path: Path, folders: Folders, settings: Settings, platform: Platform
    ) -> None:
        super().__init__()
        self.model = PreviewViewModel(path, folders, platform.jobs, self)

        look = WindowConfig(WIDTH, HEIGHT, window=WINDOW, extra={"preview": self.model})
        self.kiosk = Kiosk(folders, without_idling(settings), look, platform)
        self.model.muted.connect(lambda muted: self.kiosk.narrator.mute(muted=muted))
        self.model.written.connect(self.kiosk.visit.show_revision)
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
            self.kiosk.visit.show_revision(self.model.lesson)

    def _speak_up(self) -> None:
        if self.model.voiceOn:
            self.kiosk.visit.hearAgain()

    def close(self) -> None:
        """Take everything down."""
        self.kiosk.close()
