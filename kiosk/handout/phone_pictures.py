"""Pictures of the simulated phone for paper: drawn by the same QML as on the screen."""

from collections.abc import Mapping
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

import kiosk
from kiosk.folders import Folders
from kiosk.ui import drawings, touch_gate, voice_view_model  # noqa: F401 - QML names their types
from kiosk.ui.fonts import Letters
from kiosk.ui.phone_view_model import PhoneScene, PhoneViewModel

WIDTH_MM, HEIGHT_MM = 88, 124
"""The smallest phone: what stands on it is largest beside its frame."""
PX_PER_MM = 8
QML = Path(kiosk.__path__[0]) / "ui" / "qml"
HERE = QUrl.fromLocalFile(__file__)
PHONE = b"import TutorialKiosk.Phone\nPhone { forLookingOnly: true }"


class PhonePictures:
    """Draws one screen after the other; close it when all are drawn."""

    def __init__(self, folders: Folders, letters: Letters) -> None:
        self._owner = QObject()
        self._lesson_folder = ""
        self._engine = engine = QQmlEngine()
        engine.addImportPath(str(QML))
        engine.addImageProvider("icon", drawings.icons(folders.icons))
        engine.addImageProvider(
            "picture", drawings.pictures(folders.pictures, lambda: self._lesson_folder)
        )
        engine.addImageProvider("qr", drawings.codes())
        self._dress(letters)
        self._phone = PhoneViewModel(self._owner)
        self._window = QQuickWindow()
        self._window.setColor(QColor("white"))
        self._window.resize(WIDTH_MM * PX_PER_MM, HEIGHT_MM * PX_PER_MM)
        self._component = QQmlComponent(engine)
        self._component.setData(QByteArray(PHONE), HERE)
        size = {"width": WIDTH_MM * PX_PER_MM, "height": HEIGHT_MM * PX_PER_MM}
        self._item = self._made({"phone": self._phone, **size})
        self._window.show()

    def _dress(self, letters: Letters) -> None:
        theme = self._engine.singletonInstance("TutorialKiosk.Theme", "Theme")
        if not isinstance(theme, QObject):
            raise RuntimeError("the theme could not be made")  # noqa: TRY004 - QML's fault
        looks = {
            "family": letters.family,
            "capRatio": letters.cap_ratio,
            "pxPerMm": PX_PER_MM,
            "widthPx": WIDTH_MM * PX_PER_MM,
            "heightPx": HEIGHT_MM * PX_PER_MM,
            "textSize": "largest",
            "motion": False,
        }
        for name, value in looks.items():
            theme.setProperty(name, value)

    def _made(self, properties: Mapping[str, object]) -> QQuickItem:
        item = self._component.createWithInitialProperties(dict(properties))
        if not isinstance(item, QQuickItem):
            raise RuntimeError(self._component.errorString())  # noqa: TRY004 - QML's fault
        item.setParentItem(self._window.contentItem())
        return item

    def picture(self, scene: PhoneScene, lesson_folder: str) -> QImage:
        """The phone as it is at this moment; its lesson's own pictures lie in the folder."""
        self._lesson_folder = lesson_folder
        self._phone.show_scene(scene)
        return self._window.grabWindow()

    def close(self) -> None:
        """Take everything down, QML before what it shows."""
        self._window.close()
        shiboken6.delete(self._window)
        shiboken6.delete(self._engine)
