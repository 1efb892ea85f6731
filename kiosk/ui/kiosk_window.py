"""The kiosk's window, as QML makes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.settings import Display
from kiosk.folders import Folders
from kiosk.ui import drawings
from kiosk.ui.fonts import find_letters
from kiosk.ui.printing import Printing
from kiosk.ui.touch_gate import TouchGate
from kiosk.ui.visit_view_model import VisitViewModel

QML = Path(__file__).parent / "qml"
ARMS_LENGTH_MM = 500


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is to be shown."""

    width: int = 1280
    height: int = 720
    motion: bool = True
    window: str = "Shell/Main.qml"
    extra: Mapping[str, QObject] = field(default_factory=dict)
    """What a window of another kind wants besides, by the names of its properties."""


class KioskWindow:
    """The window, the engine that made it, and what lives in that engine."""

    def __init__(
        self,
        visit: VisitViewModel,
        display: Display,
        folders: Folders,
        lesson_folder: Callable[[], str],
        look: Look,
    ) -> None:
        engine = self.engine = QQmlApplicationEngine()
        engine.addImportPath(str(QML))
        engine.addImageProvider("icon", drawings.icons(folders.icons))
        engine.addImageProvider("picture", drawings.pictures(folders.pictures, lesson_folder))
        engine.addImageProvider("qr", drawings.codes())
        engine.setInitialProperties(_properties(visit, display, look))
        engine.load(QUrl.fromLocalFile(str(QML / "TutorialKiosk" / look.window)))
        if not engine.rootObjects():
            raise RuntimeError("the window could not be made; the log says why")
        self.window: QQuickWindow = engine.rootObjects()[0]
        self.gate: TouchGate = engine.singletonInstance("TutorialKiosk.Backend", "TouchGate")
        self.printing: Printing = engine.singletonInstance("TutorialKiosk.Backend", "Printing")

    def close(self) -> None:
        """Take the window down with its engine."""
        del self.window
        del self.engine


def _properties(visit: VisitViewModel, display: Display, look: Look) -> dict[str, object]:
    """What the window is given at its making."""
    letters = find_letters()
    return {
        "visit": visit,
        "width": look.width,
        "height": look.height,
        "diagonalIn": display.diagonal_in,
        "distanceFactor": max(1.0, display.viewing_distance_mm / ARMS_LENGTH_MM),
        "family": letters.family,
        "capRatio": letters.cap_ratio,
        "motion": look.motion,
        **look.extra,
    }
