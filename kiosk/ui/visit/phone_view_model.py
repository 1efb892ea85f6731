"""The simulated phone as QML sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.arrival import Arrival
from kiosk.domain.screen import Area, Element, Screen
from kiosk.phone import view_of
from kiosk.qt.properties import Property, QmlUncreatable

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
    pressed: str = ""
    """The target that looks pressed while the kiosk shows how it is done."""
    active: str = ""
    """The field that is being written into."""
    legible: bool = False
    """Whether what is written into a secret field can be read."""
    arrival: Arrival | None = None
    """The message that arrives now."""
    messages: tuple[Arrival, ...] = ()
    """All that have arrived, the newest first."""
    shade: bool = False
    """Whether they are pulled down over the screen."""
    ticked: bool = False
    """Whether a green tick says that it was right."""
    has_back: bool = True
    """Whether the phone has a key that goes back."""


@QmlElement
@QmlUncreatable("made for each element of a screen")
class PhoneElementViewModel(QObject):
    """One element of the phone's screen."""

    changed = Signal()
    touched = Signal(str)

    def __init__(
        self, element: Element, scene: PhoneScene, before: Element | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._element = element
        self._scene = scene
        self._before = before

    def show_scene(self, scene: PhoneScene) -> None:
        """Take what is true from now on."""
        self._scene = scene
        self.changed.emit()

    @Property(QUrl, constant=True)
    def view(self) -> QUrl:
        """The QML file that draws it."""
        return QUrl.fromLocalFile(str(view_of(self._element)))

    @Property(str, constant=True)
    def kind(self) -> str:
        """The key of its kind."""
        return self._element.key

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

    @Property("QVariantMap", constant=True)
    def before(self) -> dict[str, object]:
        """The same for the element of that name on the screen before; empty where it is new."""
        return self._before.model_dump(mode="json") if self._before else {}

    @Property(str, notify=changed)
    def filled(self) -> str:
        """What was written into it."""
        return self._scene.filled.get(self._element.target, "")

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether it is being written into."""
        return self._scene.active != "" and self._scene.active == self._element.target

    @Property(bool, notify=changed)
    def legible(self) -> bool:
        """Whether what is written in secret can be read."""
        return self._scene.legible

    @Property(list, notify=changed)
    def messages(self) -> list[dict[str, str]]:
        """What has arrived: `sender`, `text`."""
        return _shown(self._scene.messages)

    @Property(str, notify=changed)
    def glowing(self) -> str:
        """The target of the whole screen that glows."""
        return self._scene.glowing

    @Property(str, notify=changed)
    def pointed(self) -> str:
        """The target of the whole screen that the finger points at."""
        return self._scene.pointed

    @Property(str, notify=changed)
    def pressed(self) -> str:
        """The target of the whole screen that looks pressed."""
        return self._scene.pressed

    @Property(bool, notify=changed)
    def holdsFinger(self) -> bool:
        """Whether the finger points at something in this element."""
        return self._scene.pointed in self._element.targets

    @Property(bool, notify=changed)
    def wanted(self) -> bool:
        """Whether what glows is in this element."""
        return self._scene.glowing in self._element.targets

    @Slot(str)
    def touch(self, target: str) -> None:
        """Say that a target in this element was touched."""
        self.touched.emit(target)


@QmlElement
@QmlUncreatable("made by the lesson")
class PhoneViewModel(QObject):
    """The screen that the phone shows."""

    changed = Signal()
    screenChanged = Signal()
    moved = Signal()
    """Another screen took the place of one that was seen."""
    touched = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = PhoneScene()
        self._elements: list[PhoneElementViewModel] = []

    def show_scene(self, scene: PhoneScene) -> None:
        """Show this; the elements stay as they are while the screen is the same."""
        if scene == self._scene:
            return
        before, self._scene = self._scene.screen, scene
        if scene.screen is before:
            for element in self._elements:
                element.show_scene(scene)
            self.changed.emit()
            return
        old, self._elements = self._elements, self._made(before)
        self.screenChanged.emit()
        self.changed.emit()
        if before and scene.screen and not before.resembles(scene.screen):
            self.moved.emit()
        for element in old:
            element.deleteLater()

    def _made(self, before: Screen | None) -> list[PhoneElementViewModel]:
        known = {each.target: each for each in before.elements if each.target} if before else {}
        return [
            self._view_model(each, known.get(each.target))
            for each in (self._scene.screen.elements if self._scene.screen else ())
        ]

    def _view_model(self, element: Element, before: Element | None) -> PhoneElementViewModel:
        same_kind = before if type(before) is type(element) else None
        made = PhoneElementViewModel(element, self._scene, same_kind, self)
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

    @Property(bool, notify=screenChanged)
    def fillsGlass(self) -> bool:
        """Whether something takes all of the glass, as a call does: no back, no home."""
        screen = self._scene.screen
        return screen is not None and any(each.area is Area.WHOLE for each in screen.elements)

    @Property(str, notify=changed)
    def written(self) -> str:
        """What stands in the field that is being written into."""
        return self._scene.filled.get(self._scene.active, "")

    @Property(bool, notify=changed)
    def hasBack(self) -> bool:
        """Whether the phone has a key that goes back."""
        return self._scene.has_back

    @Property(str, notify=changed)
    def arrivedFrom(self) -> str:
        """Who sent the message that arrives now; empty where none drops in over the screen."""
        screen, arrival = self._scene.screen, self._scene.arrival
        shown_there = screen is not None and any(each.shows_messages for each in screen.elements)
        return arrival.sender if arrival and not shown_there else ""

    @Property(str, notify=changed)
    def arrivedText(self) -> str:
        """What it says."""
        return self._scene.arrival.text if self._scene.arrival else ""

    @Property(list, notify=changed)
    def messages(self) -> list[dict[str, str]]:
        """What has arrived, the newest first: `sender`, `text`."""
        return _shown(self._scene.messages)

    @Property(bool, notify=changed)
    def shade(self) -> bool:
        """Whether what has arrived is pulled down over the screen."""
        return self._scene.shade

    @Property(bool, notify=changed)
    def ticked(self) -> bool:
        """Whether a green tick says that it was right."""
        return self._scene.ticked

    @Property(str, notify=changed)
    def glowing(self) -> str:
        """The target that glows."""
        return self._scene.glowing

    @Property(str, notify=changed)
    def pointed(self) -> str:
        """The target that the finger points at."""
        return self._scene.pointed

    @Property(str, notify=changed)
    def pressed(self) -> str:
        """The target that looks pressed."""
        return self._scene.pressed

    @Slot(str)
    def touch(self, target: str) -> None:
        """Say that a target beside the elements was touched."""
        self.touched.emit(target)

    @Slot()
    def touchNothing(self) -> None:
        """Say that the phone was touched where there is nothing."""
        self.touched.emit("nothing")


def _shown(messages: tuple[Arrival, ...]) -> list[dict[str, str]]:
    return [{"sender": each.sender, "text": each.text} for each in messages]
