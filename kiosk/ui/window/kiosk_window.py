"""The kiosk's window, loaded from QML."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

import kiosk.ui.window.before_painting
import kiosk.ui.window.paragraph  # noqa: F401 - both used in QML
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
    """Additional initial properties of other windows, by name."""


class KioskWindow:
    """The window with its QML engine and the engine's singletons."""

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
        """Read only when needed: the first access makes Qt for Python search all its classes."""
        theme = self.engine.singletonInstance("TutorialKiosk.Theme", "Theme")
        assert isinstance(theme, QObject)
        return float(theme.property("pxPerMm"))

    def use_display(self, display: Display) -> None:
        """Applies another screen size or viewing distance."""
        for name, value in _measures(display).items():
            self.window.setProperty(name, value)

    def _singleton(self, kind: type[Single]) -> Single:
        """Returns the QML singleton of a class."""
        made = self.engine.singletonInstance("TutorialKiosk.Backend", kind.__name__)
        assert isinstance(made, kind)
        return made

    def close(self) -> None:
        """Destroys the window and its engine, and stops the rendering of pictures."""
        del self.window
        del self.engine
        self._judge.close()


def _properties(visit: VisitViewModel, display: Display, look: WindowConfig) -> dict[str, object]:
    """Returns the initial properties of the window."""
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
    """Returns the window properties that describe the screen."""
    return {
        "diagonalIn": display.diagonal_in,
        "distanceFactor": max(1.0, display.viewing_distance_mm / ARMS_LENGTH_MM),
    }
