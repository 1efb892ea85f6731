"""The simulated phone as QML sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from kiosk.domain.placement import Area
from kiosk.phone import view_of
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type

if TYPE_CHECKING:
    from kiosk.domain.arrival import Arrival
    from kiosk.domain.screen import Element, Screen


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
    looked_at: tuple[str, ...] = ()
    """The words that are to be seen where nothing is to be touched, the first first."""
    arrival: Arrival | None = None
    """The message that arrives now."""
    messages: tuple[Arrival, ...] = ()
    """All that have arrived, the newest first."""
    shade: bool = False
    """Whether they are pulled down over the screen."""
    hung_up: bool = False
    """Whether the call that it shows has come to its end."""
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

    messages = ShownList(MessageRow)
    """What has arrived, the newest first."""

    _shows_screen: Properties[PhoneViewModel] = Properties(screenChanged)
    _shows: Properties[PhoneViewModel] = Properties(changed)

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

    screenName = _shows_screen(
        str, lambda self: self.scene.screen.name if self.scene.screen else ""
    )
    """The name of the screen; empty when the phone is not seen."""
    elements = _shows_screen(list[QObject], lambda self: list(self._elements))
    """Its elements, from top to bottom."""

    def _in(self, *areas: Area) -> list[QObject]:
        return [each for each in self._elements if each.area in areas]

    fixed = _shows_screen(list[QObject], lambda self: self._in(Area.STATUS))
    """Those beside the clock."""
    laid = _shows_screen(
        list[QObject], lambda self: self._in(Area.GRID, Area.COLUMN, Area.FILL, Area.WHOLE)
    )
    """Those below one another, or side by side."""
    over = _shows_screen(list[QObject], lambda self: self._in(Area.OVER))
    """Those in front of everything else."""

    @Property(bool, notify=screenChanged)
    def fillsGlass(self) -> bool:
        """Whether something takes all of the glass, as a call does: no back, no home."""
        screen = self.scene.screen
        return screen is not None and any(each.area is Area.WHOLE for each in screen.elements)

    written = _shows(str, lambda self: self.scene.filled.get(self.scene.active, ""))
    """What stands in the field that is being written into."""
    hasBack = _shows(bool, lambda self: self.scene.has_back)
    """Whether the phone has a key that goes back."""

    @Property(str, notify=changed)
    def arrivedFrom(self) -> str:
        """Who sent the message that arrives now; empty where none drops in over the screen."""
        screen, arrival = self.scene.screen, self.scene.arrival
        shown_there = screen is not None and any(each.shows_messages for each in screen.elements)
        return arrival.sender if arrival and not shown_there else ""

    arrivedText = _shows(str, lambda self: self.scene.arrival.text if self.scene.arrival else "")
    legible = _shows(bool, lambda self: self.scene.legible)
    """Whether what is written in secret can be read."""
    lookedAt = _shows(list[str], lambda self: list(self.scene.looked_at))
    """The words that are to be seen where nothing is to be touched, the first first."""
    shade = _shows(bool, lambda self: self.scene.shade)
    """Whether what has arrived is pulled down over the screen."""
    hungUp = _shows(bool, lambda self: self.scene.hung_up)
    """Whether the call that it shows has come to its end."""
    ticked = _shows(bool, lambda self: self.scene.ticked)
    """Whether a green tick says that it was right."""
    glowing = _shows(str, lambda self: self.scene.glowing)
    pointed = _shows(str, lambda self: self.scene.pointed)
    """The target that the finger points at."""
    pressed = _shows(str, lambda self: self.scene.pressed)
    """The target that looks pressed."""

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

    _has: Properties[PhoneElementViewModel] = Properties()
    _shows: Properties[PhoneElementViewModel] = Properties(changed)

    def __init__(self, element: Element, before: Element | None, phone: PhoneViewModel) -> None:
        super().__init__(phone)
        self._element = element
        self._before = before
        self._phone = phone

    phone = _has(PhoneViewModel, lambda self: self._phone)
    view = _has(QUrl, lambda self: QUrl.fromLocalFile(str(view_of(self._element))))
    """The QML file that draws it."""
    kind = _has(str, lambda self: self._element.key)
    area = _has(str, lambda self: self._element.area.value)
    """Where it is laid: grid, column, fill, status or over."""
    target = _has(str, lambda self: self._element.target)
    """The name to touch it by; empty when it cannot be touched as a whole."""

    words = _has(list[str], lambda self: list(self._element.words))
    """What can be read on it."""

    @Property("QVariantMap", constant=True)
    def fields(self) -> dict[str, object]:
        """What the lesson file says of it, by the fields of its kind."""
        return self._told

    @cached_property
    def _told(self) -> dict[str, object]:
        return self._element.model_dump(mode="json")

    @Property("QVariantMap", constant=True)
    def before(self) -> dict[str, object]:
        """The same for the element of that name on the screen before; empty where it is new."""
        return self._before.model_dump(mode="json") if self._before else {}

    filled = _shows(str, lambda self: self._phone.scene.filled.get(self._element.target, ""))
    """What was written into it."""

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether it is being written into."""
        active = self._phone.scene.active
        return active != "" and active == self._element.target

    @cached_property
    def _targets(self) -> tuple[str, ...]:
        return self._element.targets

    holdsFinger = _shows(bool, lambda self: self._phone.scene.pointed in self._targets)
    """Whether the finger points at something in this element."""
    wanted = _shows(bool, lambda self: self._phone.scene.glowing in self._targets)
