"""The attract page as it was last seen, shown while the kiosk behind it is being built.

What it needs was written down by the last run, so that nothing has to be read or checked before
the first frame. It imports as little as it can: nothing of the lessons, nothing of the settings.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QUrl, Slot
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.ui import drawings
from kiosk.ui.touch_gate import TouchGate

QML = Path(__file__).parent / "qml"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the attract page shows, and how."""

    stamp: str
    """Another one as soon as a file has changed from which all this was made."""
    renderer: str
    centreName: str
    languages: tuple[dict[str, str], ...]
    contrast: str
    textSize: str
    diagonalIn: float
    distanceFactor: float
    family: str
    capRatio: float


def stamp_of(files: Iterable[Path]) -> str:
    """Changes with the content of the files and with the kiosk's version."""
    digest = hashlib.sha256(__version__.encode())
    for path in files:
        digest.update(path.read_bytes() if path.is_file() else b"none")
    return digest.hexdigest()


def read_snapshot(path: Path, stamp: str) -> Snapshot | None:
    """What the last run wrote down, if it is still true."""
    try:
        snapshot = Snapshot(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return snapshot if snapshot.stamp == stamp else None


def write_snapshot(path: Path, snapshot: Snapshot) -> None:
    """Write it down for the next run; without it the next start is merely slower."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(asdict(snapshot), ensure_ascii=False), encoding="utf-8")
        draft.replace(path)
    except OSError as problem:
        log.warning("the doorstep was not written: %s", problem)


class Doorstep(QObject):
    """A window of its own, until the kiosk's window takes its place."""

    def __init__(self, snapshot: Snapshot, pictures: Path, size: QSize) -> None:
        super().__init__()
        self._then: Callable[[], None] = lambda: None
        self._seen = False
        self._gate_type = TouchGate  # registers it with QML
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(QML))
        self._engine.addImageProvider("icon", drawings.icons(pictures.parent / "icons"))
        self._engine.addImageProvider("picture", drawings.pictures(pictures, lambda: ""))
        shown = {**asdict(snapshot), "width": size.width(), "height": size.height()}
        for name in ("stamp", "renderer"):
            del shown[name]
        self._engine.setInitialProperties({**shown, "languages": list(snapshot.languages)})
        self._engine.load(QUrl.fromLocalFile(str(QML / "TutorialKiosk/Shell/Doorstep.qml")))
        self._window: QQuickWindow | None = next(iter(self._engine.rootObjects()), None)

    def show(self, *, full_screen: bool, then: Callable[[], None]) -> None:
        """Show it, and once it was painted do what comes next."""
        self._then = then
        window = self._window
        if window is None:
            then()
            return
        window.frameSwapped.connect(self._painted, Qt.ConnectionType.QueuedConnection)
        if full_screen:
            front = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
            window.setFlags(Qt.WindowType.Window | front)
            window.showFullScreen()
        else:
            window.show()

    @Slot()
    def _painted(self) -> None:
        if self._window and not self._seen:
            self._seen = True
            self._window.frameSwapped.disconnect(self._painted)
            self._then()

    def leave(self) -> bool:
        """Take it away; returns whether somebody touched it meanwhile."""
        touched = bool(self._window and self._window.property("touched"))
        if self._window:
            self._window.hide()
        self._window = None
        self._engine.deleteLater()
        return touched
