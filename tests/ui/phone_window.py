"""A window with one phone or one step view, for touching and inspecting it."""

from collections.abc import Iterator
from pathlib import Path

import shiboken6
import zxingcpp
from PIL import Image, ImageChops
from PySide6.QtCore import QByteArray, QObject, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

import kiosk
import kiosk.ui.window.before_painting
from kiosk.domain.screen import Element, Screen
from kiosk.folders import Folders
from kiosk.phone import element_kinds
from kiosk.ui.sound.voice_view_model import VoiceViewModel
from kiosk.ui.visit.phone_view_model import PhoneScene, PhoneViewModel
from kiosk.ui.window import drawings
from kiosk.ui.window.touch_gate import TouchGate

PX_PER_MM = 4
NARROW_MM, TALL_MM = 108, 152
"""The smallest glass of a phone."""
WIDE_MM = 182
"""The greatest width of a keyboard."""
NEAR_TALL_MM = 168
"""The least height of a phone that is enlarged because of its keyboard."""
BEZEL_MM = 2.75
PHONES_OWN = ("phone:back", "phone:home", "phone:scroll-up", "phone:scroll-down")
"""The keys at the foot of every screen."""
ROLES = (
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.PageTab,
)
"""The accessible roles of touchable items."""
CLEAR = 25
"""Least change of a pixel, on a scale to 255, that counts as visible."""

UNBROKEN = {0x2011: "-", 0xA0: " ", 0x200B: ""}
"""Characters that control line breaks, and their equivalents in a lesson file."""

HERE = QUrl.fromLocalFile(__file__)
Looks = dict[str, str]

PHONE = b"""
import QtQuick
import TutorialKiosk.Phone
Phone { width: 10; height: 10 }
"""


class StillClock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.time_s = 100.0

    def now_s(self) -> float:
        return self.time_s


class PhoneWindow:
    """The window; it must be closed before the test ends."""

    def __init__(self, looks: Looks | None = None) -> None:
        self.owner = QObject()
        self.clock = StillClock()
        self.engine = QQmlEngine()
        self.engine.addImportPath(str(Path(kiosk.__path__[0]) / "ui" / "qml"))
        folders = Folders()
        self.engine.addImageProvider("icon", drawings.icons(*folders.icon_folders))
        self.engine.addImageProvider("picture", drawings.pictures(folders, lambda: ""))
        self.engine.addImageProvider("qr", drawings.codes())
        self._dress({"textSize": "normal", "contrast": "warm", **(looks or {})})
        self.gate = self.engine.singletonInstance("TutorialKiosk.Backend", "TouchGate")
        assert isinstance(self.gate, TouchGate)
        self.gate.set_clock(self.clock)
        self.window = QQuickWindow()
        self.window.resize(1200, 800)
        self.window.setColor(QColor("white"))
        self.item: QQuickItem | None = None

    def _dress(self, looks: Looks) -> None:
        theme = self.engine.singletonInstance("TutorialKiosk.Theme", "Theme")
        sizes = {"pxPerMm": PX_PER_MM, "widthPx": 345 * PX_PER_MM, "heightPx": 194 * PX_PER_MM}
        for name, value in {**sizes, "motion": False, **looks}.items():
            assert theme.setProperty(name, value), name

    def show_phone(
        self, scene: PhoneScene, glass_mm: tuple[float, float] = (NARROW_MM, TALL_MM)
    ) -> PhoneViewModel:
        """Shows a phone whose glass has this width and height, by default the smallest."""
        wide_mm, high_mm = (side + 2 * BEZEL_MM for side in glass_mm)
        phone = PhoneViewModel(self.owner)
        phone.show_scene(scene)
        component = QQmlComponent(self.engine)
        component.setData(QByteArray(PHONE), HERE)
        self._show(component, {"phone": phone}, wide_mm, high_mm)
        return phone

    def show_phone_with_keyboard(self, scene: PhoneScene, view: Path, step: QObject) -> None:
        """Shows a wide phone with the view of a typing step at its foot."""
        phone = PhoneViewModel(self.owner)
        phone.show_scene(scene)
        code = (
            "import QtQuick\nimport TutorialKiosk.Phone\n"
            "Phone { id: root; property var step; property var voice; near: true\n"
            "keyboard: Loader { parent: root.foot; anchors.fill: parent; "
            f"Component.onCompleted: setSource('{QUrl.fromLocalFile(str(view)).toString()}',"
            "{step: root.step, voice: root.voice}) } }"
        )
        component = QQmlComponent(self.engine)
        component.setData(QByteArray(code.encode()), HERE)
        given = {"phone": phone, "step": step, "voice": VoiceViewModel(self.owner)}
        self._show(component, given, WIDE_MM + 2 * BEZEL_MM, NEAR_TALL_MM)

    def show_view(self, view: Path, step: QObject, width_mm: float, height_mm: float) -> None:
        """Shows the view of a step without a phone."""
        component = QQmlComponent(self.engine, QUrl.fromLocalFile(str(view)))
        given = {"step": step, "voice": VoiceViewModel(self.owner)}
        self._show(component, given, width_mm, height_mm)

    def _show(
        self, component: QQmlComponent, given: dict[str, object], width_mm: float, height_mm: float
    ) -> None:
        item = component.createWithInitialProperties(given)
        assert not component.isError(), component.errorString()
        assert isinstance(item, QQuickItem)
        self.item = item
        item.setParent(self.window)
        item.setParentItem(self.window.contentItem())
        item.setX(20)
        item.setY(20)
        item.setWidth(round(width_mm * PX_PER_MM))
        item.setHeight(round(height_mm * PX_PER_MM))
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.seen()

    def seen(self) -> QImage:
        """A screenshot of the window."""
        image = self.window.grabWindow()
        assert not image.isNull()
        return image

    def seen_at(self, name: str, margin_px: int = 12) -> QImage:
        """A screenshot of a target and its surroundings."""
        around = self.place_of(name).adjusted(-margin_px, -margin_px, margin_px, margin_px)
        return self.seen().copy(around.toAlignedRect())

    def named(self, name: str) -> QQuickItem:
        """The only visible item with this name."""
        (item,) = (each for each in self.items() if each.objectName() == name and each.isVisible())
        return item

    def items(self) -> Iterator[QQuickItem]:
        """Every item, parents first."""
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop(0)
            yield item
            waiting.extend(item.childItems())

    def targets(self) -> dict[str, QQuickItem]:
        """All visible, enabled buttons by name, except the phone's own keys."""
        buttons = (each for each in self.items() if each.inherits("QQuickAbstractButton"))
        seen = (each for each in buttons if each.isVisible() and each.isEnabled())
        return {each.objectName(): each for each in seen if each.objectName() not in PHONES_OWN}

    def can_turn_down(self) -> bool:
        """Whether the screen can be scrolled down with the phone's key."""
        keys = (each for each in self.items() if each.objectName() == "phone:scroll-down")
        return any(each.isVisible() and each.isEnabled() for each in keys)

    def is_on_screen(self, item: QQuickItem) -> bool:
        """Whether the item is part of a screen, not of the phone's frame and bars."""
        return self.named("phoneScreen").isAncestorOf(item)

    def place_of(self, name: str) -> QRectF:
        """The rectangle of the named item in the window, in pixels."""
        item = self.named(name)
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def size_mm(self, name: str) -> tuple[float, float]:
        """Width and height of the named item in millimetres."""
        place = self.place_of(name)
        return place.width() / PX_PER_MM, place.height() / PX_PER_MM

    def touch(self, name: str) -> None:
        """Touches the middle of the named item, long after the touch before."""
        self.touch_at(self.place_of(name).center().toPoint())

    def touch_soon(self, name: str) -> None:
        """Touches the named item a tenth of a second after the touch before."""
        self.clock.time_s += 0.1
        self._click(self.place_of(name).center().toPoint())

    def touch_at(self, point: QPoint) -> None:
        """Touches a point of the window."""
        self.clock.time_s += 10
        self._click(point)

    def _click(self, point: QPoint) -> None:
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, pos=point)

    def reached_by_keys(self) -> list[str]:
        """The names of the items in Tab order, until the first is reached again."""
        names: list[str] = []
        while True:
            QTest.keyClick(self.window, Qt.Key.Key_Tab)
            focused = self.window.activeFocusItem()
            name = focused.objectName()
            if name in names or len(names) > len(self.targets()) + len(PHONES_OWN):
                return [each for each in names if each not in PHONES_OWN]
            names.append(name)

    def heard_name(self, name: str) -> str:
        """The accessible name of the item."""
        QAccessible.setActive(True)
        interface = QAccessible.queryAccessibleInterface(self.named(name))
        assert interface.role() in ROLES
        return interface.text(QAccessible.Text.Name)

    def heard_note(self, name: str) -> str:
        """The accessible description of the item."""
        QAccessible.setActive(True)
        interface = QAccessible.queryAccessibleInterface(self.named(name))
        return interface.text(QAccessible.Text.Description)

    def role(self, name: str) -> QAccessible.Role:
        """The accessible role of the item."""
        QAccessible.setActive(True)
        return QAccessible.queryAccessibleInterface(self.named(name)).role()

    def value(self, name: str) -> str:
        """The accessible text or value of the item."""
        QAccessible.setActive(True)
        interface = QAccessible.queryAccessibleInterface(self.named(name))
        text = interface.textInterface()
        return (
            text.text(0, text.characterCount()) if text else interface.text(QAccessible.Text.Value)
        )

    def state(self, name: str) -> QAccessible.State:
        """The accessible state of the item."""
        QAccessible.setActive(True)
        return QAccessible.queryAccessibleInterface(self.named(name)).state()

    def texts(self) -> list[QQuickItem]:
        """All visible text items."""
        texts = (each for each in self.items() if each.inherits("QQuickText") and each.isVisible())
        return [each for each in texts if each.property("text")]

    def words(self) -> list[str]:
        """All visible texts."""
        return [words_on(each) for each in self.texts()]

    def smallest_cap_mm(self) -> float:
        """The height of the smallest capitals."""
        fonts = (QFontMetricsF(each.property("font")) for each in self.texts())
        return min(font.capHeight() for font in fonts) / PX_PER_MM

    def words_outside_their_button(self) -> list[str]:
        """Texts that extend beyond their button."""
        return [
            words_on(text)
            for button in self.targets().values()
            for text in self.texts()
            if button.isAncestorOf(text) and not _frame(button).contains(_ink(text))
        ]

    def code(self) -> str:
        """The text of the only code in the window."""
        (found,) = zxingcpp.read_barcodes(_picture(self.seen()))
        return str(found.text)

    def close(self) -> None:
        """Destroys the window and the engine, QML before the objects that it shows."""
        self.window.close()
        shiboken6.delete(self.window)
        shiboken6.delete(self.engine)


def words_on(text: QQuickItem) -> str:
    """The text as in a lesson file, without characters that control line breaks."""
    return str(text.property("text")).translate(UNBROKEN)


def _frame(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _ink(text: QQuickItem) -> QRectF:
    size = float(text.property("contentWidth")), float(text.property("contentHeight"))
    return text.mapRectToScene(QRectF(0, 0, *size))


def element(**fields: object) -> Element:
    """An element with the fields of a lesson file; the first field is its kind."""
    return element_kinds()[next(iter(fields))](**fields)


def screen(*elements: Element) -> Screen:
    """A screen with these elements."""
    return Screen("thu", elements)


def differs(before: QImage, after: QImage, *, least_px: int) -> bool:
    """Whether at least so many pixels of two pictures of equal size differ visibly."""
    change = ImageChops.difference(_picture(before), _picture(after)).convert("L")
    return sum(change.histogram()[CLEAR:]) >= least_px


def _picture(image: QImage) -> Image.Image:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    data = bytes(plain.constBits())
    return Image.frombytes("RGB", size, data, "raw", "RGB", plain.bytesPerLine())
