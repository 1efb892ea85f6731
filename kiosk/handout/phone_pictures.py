"""Renders pictures of the simulated phone for paper, with the QML of the screen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QRectF, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

import kiosk
from kiosk.folders import Folders
from kiosk.handout.content import PhoneMoment
from kiosk.handout.finger_place import Box, Finger, place_finger
from kiosk.pictures.store import Pictures
from kiosk.ui.sound import voice_view_model  # noqa: F401 - registers QML types
from kiosk.ui.visit.phone_view_model import PhoneScene, PhoneViewModel
from kiosk.ui.window import before_painting, drawings, spoken_target  # noqa: F401 - registers QML types
from kiosk.ui.window.fonts import Letters
from kiosk.ui.window.loading import wait_for_pictures

WIDTH_MM, HEIGHT_MM = 88, 134
"""The smallest phone on which all lesson screens fit without scrolling."""
PX_PER_MM = 8
AT_RIGHT, CENTRED, AT_BOTTOM, MIDDLE = 0x02, 0x04, 0x40, 0x80
EDGES = Box(0, 0, WIDTH_MM, HEIGHT_MM)
QML = Path(kiosk.__path__[0]) / "ui" / "qml"
HERE = QUrl.fromLocalFile(__file__)
PHONE = b"import TutorialKiosk.Phone\nPhone { forLookingOnly: true }"


@dataclass(frozen=True, slots=True)
class PhonePicture:
    """A picture of the phone, with the position of a finger on the target."""

    image: QImage
    words: Sequence[Box] = ()
    """The areas covered by text."""
    finger: Finger | None = None


class PhonePictures:
    """Renders phone screens one after another; call `close` at the end."""

    def __init__(self, folders: Folders, letters: Letters, judge: Pictures) -> None:
        self._owner = QObject()
        self._lesson_folder = ""
        self._engine = engine = QQmlEngine()
        engine.addImportPath(str(QML))
        engine.addImageProvider("icon", drawings.icons(*folders.icon_folders))
        shown = drawings.pictures(folders, lambda: self._lesson_folder, judge)
        engine.addImageProvider("picture", shown)
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
            "textSize": "normal",
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

    def picture(self, moment: PhoneMoment, lesson_folder: str) -> PhonePicture:
        """The phone at this moment; `lesson_folder` contains the lesson's own pictures.

        The target glows. The finger is not in the image; the template draws it on top.
        """
        self._lesson_folder = lesson_folder
        # The finger is set so that a long screen scrolls to the target; its item is then hidden.
        scene = PhoneScene(moment.screen, moment.field_contents, moment.target, moment.target)
        self._phone.show_scene(scene)
        for item in _below(self._item):
            if item.objectName() == "finger":
                item.setVisible(False)
        wait_for_pictures(self._window)
        image = self._window.grabWindow()
        items = list(_below(self._item))
        words = [_box(each, self._written(each)) for each in items if _is_words(each)]
        touched = next(
            (each for each in items if each.objectName() == f"phone:{moment.target}"), None
        )
        if not moment.target or touched is None:
            return PhonePicture(image, words)
        drawings = [_box(each, each.boundingRect()) for each in items if _is_drawing(each)]
        target = _box(touched, touched.boundingRect())
        return PhonePicture(image, words, place_finger(target, words, drawings, EDGES))

    def _written(self, words: QQuickItem) -> QRectF:
        """The rectangle covered by the letters of a text item."""
        place, alignment = words.boundingRect(), self._alignment(words)
        wide, high = float(words.property("contentWidth")), float(words.property("contentHeight"))
        left = place.left() + (words.width() - wide) * _share(alignment, CENTRED, AT_RIGHT)
        top = place.top() + (words.height() - high) * _share(alignment, MIDDLE, AT_BOTTOM)
        return QRectF(left, top, wide, high)

    def _alignment(self, words: QQuickItem) -> int:
        """The alignment of a text item, as flags of Qt.AlignmentFlag."""
        # Python cannot read the private enums of Text; a QML expression returns them as numbers.
        flags = "effectiveHorizontalAlignment + verticalAlignment"
        value = QQmlExpression(self._engine.rootContext(), words, flags).evaluate()
        return int(value[0] if isinstance(value, tuple) else value)

    def close(self) -> None:
        """Destroys the window and the engine, in this order."""
        self._window.close()
        shiboken6.delete(self._window)
        shiboken6.delete(self._engine)


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and its descendants that are visible."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from _below(child)


def _is_words(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and bool(str(item.property("text")).strip())


def _is_drawing(item: QQuickItem) -> bool:
    return item.inherits("QQuickImage")


def _share(alignment: int, half: int, whole: int) -> float:
    """The share of the free space that is before the text."""
    return 0.5 if alignment & half else 1.0 if alignment & whole else 0.0


def _box(item: QQuickItem, place: QRectF) -> Box:
    """Converts a rectangle in an item to millimetres on the phone."""
    seen = item.mapRectToScene(place)
    return Box(
        *(each / PX_PER_MM for each in (seen.left(), seen.top(), seen.right(), seen.bottom()))
    )
