"""The lesson editor in a window of its own, with a kiosk that plays the edited lesson."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.app import Kiosk, Platform
from kiosk.authors_window import without_idling
from kiosk.domain.lesson import Lesson
from kiosk.domain.settings import Settings
from kiosk.folders import Folders
from kiosk.player.visit import Page
from kiosk.staff_pages.studio.one_sentence import SentenceStudio
from kiosk.ui.authoring.editor_view_model import EditorViewModel
from kiosk.ui.window.kiosk_window import WindowConfig

WINDOW = "Desktop/Editor.qml"
WIDTH, HEIGHT = 1366, 728


class LessonEditor(QObject):
    """A kiosk whose window shows the editor for one file."""

    def __init__(
        self,
        path: Path,
        folders: Folders,
        settings: Settings,
        platform: Platform,
        look: WindowConfig | None = None,
    ) -> None:
        super().__init__()
        from kiosk.ui.visit import keyboard_view_model  # noqa: F401, PLC0415 - registers a QML type

        self.model = EditorViewModel(path, folders, platform.jobs, self)
        look = look or WindowConfig(WIDTH, HEIGHT)
        look = WindowConfig(
            look.width, look.height, look.motion, window=WINDOW, extra={"editor": self.model}
        )
        self.kiosk = Kiosk(folders, without_idling(settings), look, platform)
        self.kiosk.set_lesson_folder(str(path.absolute().parent))
        self.studio = SentenceStudio(self.kiosk.context(), self)
        self.studio.serve(self.model)
        self.model.played.connect(self.kiosk.visit.show_step)
        self.model.heard.connect(lambda line: self.kiosk.speaker.say_source([line]))
        self.kiosk.visit.pageChanged.connect(self._stay)
        self._played: tuple[Lesson, str, int] | None = None
        self.model.played.connect(self._remember)

    def show(self) -> None:
        """Shows the window and opens the file."""
        self.kiosk.window.show()
        self.kiosk.narrator.warm_up()
        self.model.open()

    def _stay(self) -> None:
        """Returns to the lesson after a touch has left it, as no other page exists here."""
        QTimer.singleShot(0, self, self._begin_again)

    def _begin_again(self) -> None:
        if self._played and self.kiosk.visit.visit.page not in (Page.LESSON, Page.DONE):
            self.kiosk.visit.show_step(*self._played)

    def _remember(self, lesson: Lesson, way: str, at: int) -> None:
        self._played = (lesson, way, at)

    def close(self) -> None:
        """Closes everything."""
        self.studio.leave()
        self.kiosk.close()
