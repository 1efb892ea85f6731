"""The simulated phone as QML sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.screen import Element, Screen
from kiosk.phone import view_of

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PhoneScene:
    """What is true of the phone while a screen is shown."""

    screen: Screen | None = None
    filled: Mapping[str, str] = field(default_factory=dict)
    """What stands in the fields, by their names."""
    glowing: str = ""
    pointed: str = ""


@QmlElement
@QmlUncreatable("made for each element of a screen")
class PhoneElementViewModel(QObject):
    """One element of the phone's screen."""

    changed = Signal()
    touched = Signal(str)

    def __init__(self, element: Element, scene: PhoneScene, parent: QObject) -> None:
        super().__init__(parent)
        self._element = element
        self._scene = scene

    def show_scene(self, scene: PhoneScene) -> None:
        """Take what is true from now on."""
        self._scene = scene
        self.changed.emit()

    @Property(QUrl, constant=True)
    def view(self) -> QUrl:
        """The QML file that draws it."""
        return QUrl.fromLocalFile(str(view_of(self._element)))

    @Property(str, constant=True)
    def area(self) -> str:
        """Where it is laid: grid, column, fill, status or over."""
        return self._element.area.value

    @Property(str, constant=True)
    def target(self) -> str:
        """The name to touch it by; empty when it cannot be touched as a whole."""
        return self._element.target

    @Property("QVariantMap", constant=True)
    def fields(self) -> dict[str, object]:
        """What the lesson file says of it, by the fields of its kind."""
        return self._element.model_dump(mode="json")

    @Property(str, notify=changed)
    def filled(self) -> str:
        """What was written into it."""
        return self._scene.filled.get(self._element.target, "")

    @Property(str, notify=changed)
    def glowing(self) -> str:
        """The target of the whole screen that glows."""
        return self._scene.glowing

    @Property(str, notify=changed)
    def pointed(self) -> str:
        """The target of the whole screen that the finger points at."""
        return self._scene.pointed

    @Property(bool, notify=changed)
    def holdsFinger(self) -> bool:
        """Whether the finger points at something in this element."""
        return self._scene.pointed in self._element.targets

    @Slot(str)
    def touch(self, target: str) -> None:
        """Say that a target in this element was touched."""
        self.touched.emit(target)


@QmlElement
@QmlUncreatable("made by the lesson")
class PhoneViewModel(QObject):
    """The screen that the phone shows."""

    screenChanged = Signal()
    touched = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = PhoneScene()
        self._elements: list[PhoneElementViewModel] = []

    def show_scene(self, scene: PhoneScene) -> None:
        """Show this; the elements stay as they are while the screen is the same."""
        if scene == self._scene:
            return
        same_screen = scene.screen is self._scene.screen
        self._scene = scene
        if same_screen:
            for element in self._elements:
                element.show_scene(scene)
            return
        old = self._elements
        self._elements = [
            self._made(each) for each in (scene.screen.elements if scene.screen else ())
        ]
        self.screenChanged.emit()
        for element in old:
            element.deleteLater()

    def _made(self, element: Element) -> PhoneElementViewModel:
        made = PhoneElementViewModel(element, self._scene, self)
        made.touched.connect(self.touched)
        return made

    @Property(str, notify=screenChanged)
    def screenName(self) -> str:
        """The name of the screen; empty when the phone is not seen."""
        return self._scene.screen.name if self._scene.screen else ""

    @Property(list, notify=screenChanged)
    def elements(self) -> list[QObject]:
        """Its elements, from top to bottom."""
        return list(self._elements)

    @Slot()
    def touchNothing(self) -> None:
        """Say that the phone was touched where there is nothing."""
        self.touched.emit("nothing")
