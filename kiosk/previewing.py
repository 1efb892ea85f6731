"""Shows a lesson while it is being written: each saved version, at the author's step."""

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
    """A kiosk in a desktop window that plays only the file being written."""

    def __init__(
        self, path: Path, folders: Folders, settings: Settings, platform: Platform
    ) -> None:
        super().__init__()
        self.model = PreviewViewModel(path, folders, platform.jobs, self)

        look = WindowConfig(WIDTH, HEIGHT, window=WINDOW, extra={"preview": self.model})
        self.kiosk = Kiosk(folders, without_idling(settings), look, platform)
        self.model.muted.connect(lambda muted: self.kiosk.narrator.mute(muted=muted))
        self.model.written.connect(self.kiosk.visit.show_revision)
        self.model.voiceChanged.connect(self._hear_again)
        self.kiosk.visit.pageChanged.connect(self._stay)

    def show(self) -> None:
        """Shows the window and starts watching the file."""
        self.kiosk.window.show()
        self.kiosk.narrator.warm_up()
        self.model.look()

    def _stay(self) -> None:
        """Returns to the lesson after a touch has left it, as no other page exists here."""
        if self.kiosk.visit.visit.page not in (Page.LESSON, Page.DONE):
            QTimer.singleShot(0, self, self._begin_again)

    def _begin_again(self) -> None:
        if self.model.lesson and self.kiosk.visit.visit.page not in (Page.LESSON, Page.DONE):
            self.kiosk.visit.show_revision(self.model.lesson)

    def _hear_again(self) -> None:
        if self.model.voiceOn:
            self.kiosk.visit.hearAgain()

    def close(self) -> None:
        """Closes everything."""
        self.kiosk.close()
