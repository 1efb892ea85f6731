"""The kiosk's window, as QML makes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

import kiosk.ui.window.before_painting  # noqa: F401 - QML makes it
from kiosk.domain.settings import Display
from kiosk.folders import Folders
from kiosk.pictures.store import Pictures
from kiosk.ui.visit.visit_view_model import VisitViewModel
from kiosk.ui.window import drawings
from kiosk.ui.window.fonts import find_letters
from kiosk.ui.window.near_touch import NearTouch
from kiosk.ui.window.printing import Printing
from kiosk.ui.window.screen_reader import ScreenReader
from kiosk.ui.window.spoken_target import SpokenTarget
from kiosk.ui.window.touch_gate import TouchGate

QML = Path(__file__).parents[1] / "qml"
ARMS_LENGTH_MM = 500

Single = TypeVar("Single", bound=QObject)


@dataclass(frozen=True, slots=True)
class WindowConfig:
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
        look: WindowConfig,
    ) -> None:
        engine = self.engine = QQmlApplicationEngine()
        engine.addImportPath(str(QML))
        engine.addImageProvider("icon", drawings.icons(*folders.icon_folders))
        judge = self._judge = Pictures(folders.cache)
        shown = drawings.pictures(folders, lesson_folder, judge)
        engine.addImageProvider("picture", shown)
        engine.addImageProvider("photo", drawings.photos(judge))
        engine.addImageProvider("qr", drawings.codes())
        engine.setInitialProperties(_properties(visit, display, look))
        engine.load(QUrl.fromLocalFile(str(QML / "TutorialKiosk" / look.window)))
        made = engine.rootObjects()
        if not made or not isinstance(made[0], QQuickWindow):
            raise RuntimeError("the window could not be made; the log says why")
        self.window = made[0]
        self.gate = self._singleton(TouchGate)
        self.printing = self._singleton(Printing)
        visit.voice.targetChanged.connect(self._singleton(SpokenTarget).show)
        visit.stepChanged.connect(self._singleton(ScreenReader).look)
        NearTouch(self.window, self._px_per_mm)

    def _px_per_mm(self) -> float:
        """Asked for when it is needed: Qt for Python first looks through all its classes."""
        theme = self.engine.singletonInstance("TutorialKiosk.Theme", "Theme")
        assert isinstance(theme, QObject)
        return float(theme.property("pxPerMm"))

    def use_display(self, display: Display) -> None:
        """The screen has another size, or is seen from elsewhere."""
        for name, value in _measures(display).items():
            self.window.setProperty(name, value)

    def _singleton(self, kind: type[Single]) -> Single:
        """The one object of a class that QML makes for itself."""
        made = self.engine.singletonInstance("TutorialKiosk.Backend", kind.__name__)
        assert isinstance(made, kind)
        return made

    def close(self) -> None:
        """Take the window down with its engine, and end what made its pictures."""
        del self.window
        del self.engine
        self._judge.close()


def _properties(visit: VisitViewModel, display: Display, look: WindowConfig) -> dict[str, object]:
    """What the window is given at its making."""
    letters = find_letters()
    return {
        "visit": visit,
        "width": look.width,
        "height": look.height,
        **_measures(display),
        "family": letters.family,
        "capRatio": letters.cap_ratio,
        "motion": look.motion,
        **look.extra,
    }


def _measures(display: Display) -> dict[str, float]:
    """The screen as the window's properties tell it."""
    return {
        "diagonalIn": display.diagonal_in,
        "distanceFactor": max(1.0, display.viewing_distance_mm / ARMS_LENGTH_MM),
    }
