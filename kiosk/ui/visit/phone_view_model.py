"""The simulated phone as QML sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from kiosk.domain.arrival import Arrival
from kiosk.domain.screen import Area, Element, Screen
from kiosk.phone import view_of
from kiosk.qt.list_model import ListProperty
from kiosk.qt.properties import Property, qml_type


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


@dataclass(frozen=True, slots=True)
class MessageRow:
    sender: str
    text: str


@qml_type
class PhoneViewModel(QObject):
    """The screen that the phone shows."""

    changed = Signal()
    screenChanged = Signal()
    moved = Signal()
    """Another screen took the place of one that was seen."""
    touched = Signal(str)

    messages = ListProperty(MessageRow)
    """What has arrived, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene = PhoneScene()
        self._elements: list[PhoneElementViewModel] = []

    def show_scene(self, scene: PhoneScene) -> None:
        """Show this; the elements stay as they are while the screen is the same."""
        if scene == self.scene:
            return
        before, self.scene = self.scene.screen, scene
        self.messages.show([MessageRow(each.sender, each.text) for each in scene.messages])
        if scene.screen is before:
            for element in self._elements:
                element.changed.emit()
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
            PhoneElementViewModel(
                each, old if type(old := known.get(each.target)) is type(each) else None, self
            )
            for each in (self.scene.screen.elements if self.scene.screen else ())
        ]

    @Property(str, notify=screenChanged)
    def screenName(self) -> str:
        """The name of the screen; empty when the phone is not seen."""
        return self.scene.screen.name if self.scene.screen else ""

    @Property(list, notify=screenChanged)
    def elements(self) -> list[QObject]:
        """Its elements, from top to bottom."""
        return list(self._elements)

    def _in(self, *areas: Area) -> list[QObject]:
        return [each for each in self._elements if each.area in areas]

    @Property(list, notify=screenChanged)
    def fixed(self) -> list[QObject]:
        """Those beside the clock."""
        return self._in(Area.STATUS)

    @Property(list, notify=screenChanged)
    def laid(self) -> list[QObject]:
        """Those below one another, or side by side."""
        return self._in(Area.GRID, Area.COLUMN, Area.FILL, Area.WHOLE)

    @Property(list, notify=screenChanged)
    def over(self) -> list[QObject]:
        """Those in front of everything else."""
        return self._in(Area.OVER)

    @Property(bool, notify=screenChanged)
    def fillsGlass(self) -> bool:
        """Whether something takes all of the glass, as a call does: no back, no home."""
        screen = self.scene.screen
        return screen is not None and any(each.area is Area.WHOLE for each in screen.elements)

    @Property(str, notify=changed)
    def written(self) -> str:
        """What stands in the field that is being written into."""
        return self.scene.filled.get(self.scene.active, "")

    @Property(bool, notify=changed)
    def hasBack(self) -> bool:
        """Whether the phone has a key that goes back."""
        return self.scene.has_back

    @Property(str, notify=changed)
    def arrivedFrom(self) -> str:
        """Who sent the message that arrives now; empty where none drops in over the screen."""
        screen, arrival = self.scene.screen, self.scene.arrival
        shown_there = screen is not None and any(each.shows_messages for each in screen.elements)
        return arrival.sender if arrival and not shown_there else ""

    @Property(str, notify=changed)
    def arrivedText(self) -> str:
        return self.scene.arrival.text if self.scene.arrival else ""

    @Property(bool, notify=changed)
    def legible(self) -> bool:
        """Whether what is written in secret can be read."""
        return self.scene.legible

    @Property(bool, notify=changed)
    def shade(self) -> bool:
        """Whether what has arrived is pulled down over the screen."""
        return self.scene.shade

    @Property(bool, notify=changed)
    def ticked(self) -> bool:
        """Whether a green tick says that it was right."""
        return self.scene.ticked

    @Property(str, notify=changed)
    def glowing(self) -> str:
        return self.scene.glowing

    @Property(str, notify=changed)
    def pointed(self) -> str:
        """The target that the finger points at."""
        return self.scene.pointed

    @Property(str, notify=changed)
    def pressed(self) -> str:
        """The target that looks pressed."""
        return self.scene.pressed

    @Slot(str)
    def touch(self, target: str) -> None:
        self.touched.emit(target)

    @Slot()
    def touchNothing(self) -> None:
        self.touched.emit("nothing")


@qml_type
class PhoneElementViewModel(QObject):
    """One element of the phone's screen; what is true of the whole screen is its `phone`'s."""

    changed = Signal()

    def __init__(self, element: Element, before: Element | None, phone: PhoneViewModel) -> None:
        super().__init__(phone)
        self._element = element
        self._before = before
        self._phone = phone

    @Property(QObject, constant=True)
    def phone(self) -> PhoneViewModel:
        return self._phone

    @Property(QUrl, constant=True)
    def view(self) -> QUrl:
        """The QML file that draws it."""
        return QUrl.fromLocalFile(str(view_of(self._element)))

    @Property(str, constant=True)
    def kind(self) -> str:
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
        return self._phone.scene.filled.get(self._element.target, "")

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether it is being written into."""
        return self._phone.scene.active != "" and self._phone.scene.active == self._element.target

    @Property(bool, notify=changed)
    def holdsFinger(self) -> bool:
        """Whether the finger points at something in this element."""
        return self._phone.pointed in self._element.targets

    @Property(bool, notify=changed)
    def wanted(self) -> bool:
        return self._phone.glowing in self._element.targets
