"""The view model of the simulated phone."""

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
    """The state of the phone on one screen."""

    screen: Screen | None = None
    field_contents: Mapping[str, str] = field(default_factory=dict)
    """The contents of the fields, by field name."""
    glowing: str = ""
    pointed: str = ""
    pressed: str = ""
    """The target that looks pressed during a demonstration."""
    active: str = ""
    """The name of the field with the cursor."""
    shows_secrets: bool = False
    """True when the content of password fields is readable."""
    looked_at: tuple[str, ...] = ()
    """The words to look at when nothing is to be touched, in order."""
    arrival: Arrival | None = None
    """The message that arrives now."""
    messages: tuple[Arrival, ...] = ()
    """All messages that have arrived, newest first."""
    shade_open: bool = False
    """True when the notification shade is open."""
    hung_up: bool = False
    """True when the call on the screen has ended."""
    ticked: bool = False
    """True when a green tick confirms a right touch."""
    has_back: bool = True
    """True when the phone has a back key and a home key; an iPhone has a bar instead."""
    home_is_target: bool = True
    """True when the home key or bar can be touched."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    sender: str
    text: str


@qml_type
class PhoneViewModel(QObject):
    """Exposes the screen of the phone and the touches on it."""

    changed = Signal()
    screenChanged = Signal()
    moved = Signal()
    """A different screen has replaced the one before, not only a changed state of it."""
    touched = Signal(str)

    messages = ShownList(MessageRow)
    """The messages that have arrived, newest first."""

    _shows_screen: Properties[PhoneViewModel] = Properties(screenChanged)
    _shows: Properties[PhoneViewModel] = Properties(changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene = PhoneScene()
        self._elements: list[PhoneElementViewModel] = []

    def show_scene(self, scene: PhoneScene) -> None:
        """Updates the phone; the element view models are kept while the screen is the same."""
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
    """The name of the screen; empty when no phone is shown."""
    elements = _shows_screen(list[QObject], lambda self: list(self._elements))
    """The elements of the screen, from top to bottom."""

    def _in(self, *areas: Area) -> list[QObject]:
        return [each for each in self._elements if each.area in areas]

    fixed = _shows_screen(list[QObject], lambda self: self._in(Area.STATUS))
    """The elements in the status bar."""
    laid = _shows_screen(
        list[QObject], lambda self: self._in(Area.GRID, Area.COLUMN, Area.FILL, Area.WHOLE)
    )
    """The elements in the flow of the screen."""
    over = _shows_screen(list[QObject], lambda self: self._in(Area.OVER))
    """The elements in front of all others."""

    @Property(bool, notify=screenChanged)
    def fillsGlass(self) -> bool:
        """True when an element covers the whole screen, as a call does: no back, no home."""
        screen = self.scene.screen
        return screen is not None and any(each.area is Area.WHOLE for each in screen.elements)

    written = _shows(str, lambda self: self.scene.field_contents.get(self.scene.active, ""))
    """The content of the field with the cursor."""
    hasBack = _shows(bool, lambda self: self.scene.has_back)
    """True when the phone has a back key and a home key; an iPhone has a bar instead."""
    homeIsTarget = _shows(bool, lambda self: self.scene.home_is_target)
    """True when the home key or bar can be touched."""

    @Property(str, notify=changed)
    def arrivedFrom(self) -> str:
        """The sender of the arriving message; empty when no banner is shown for it."""
        screen, arrival = self.scene.screen, self.scene.arrival
        shown_there = screen is not None and any(each.shows_messages for each in screen.elements)
        return arrival.sender if arrival and not shown_there else ""

    arrivedText = _shows(str, lambda self: self.scene.arrival.text if self.scene.arrival else "")
    showsSecrets = _shows(bool, lambda self: self.scene.shows_secrets)
    """True when the content of password fields is readable."""
    lookedAt = _shows(list[str], lambda self: list(self.scene.looked_at))
    """The words to look at when nothing is to be touched, in order."""
    shadeOpen = _shows(bool, lambda self: self.scene.shade_open)
    """True when the notification shade is open."""
    hungUp = _shows(bool, lambda self: self.scene.hung_up)
    """True when the call on the screen has ended."""
    ticked = _shows(bool, lambda self: self.scene.ticked)
    """True when a green tick confirms a right touch."""
    glowing = _shows(str, lambda self: self.scene.glowing)
    pointed = _shows(str, lambda self: self.scene.pointed)
    """The target at which the finger points."""
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
    """One element of the phone's screen; the state of the whole screen is in `phone`."""

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
    """The QML file that draws the element."""
    kind = _has(str, lambda self: self._element.key)
    area = _has(str, lambda self: self._element.area.value)
    """The layout area: grid, column, fill, status, over or whole."""
    target = _has(str, lambda self: self._element.target)
    """The name of the element's target; empty when it cannot be touched as a whole."""

    words = _has(list[str], lambda self: list(self._element.words))
    """The visible words of the element."""

    @Property("QVariantMap", constant=True)
    def fields(self) -> dict[str, object]:
        """The fields of the element in the lesson file, by name."""
        return self._field_values

    @cached_property
    def _field_values(self) -> dict[str, object]:
        return self._element.model_dump(mode="json")

    @Property("QVariantMap", constant=True)
    def before(self) -> dict[str, object]:
        """The fields of the same element on the previous screen; empty when it is new."""
        return self._before.model_dump(mode="json") if self._before else {}

    fieldContent = _shows(
        str, lambda self: self._phone.scene.field_contents.get(self._element.target, "")
    )
    """The text typed into the element."""

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """True when the element has the cursor."""
        active = self._phone.scene.active
        return active != "" and active == self._element.target

    @cached_property
    def _targets(self) -> tuple[str, ...]:
        return self._element.targets

    holdsFinger = _shows(bool, lambda self: self._phone.scene.pointed in self._targets)
    """True when the finger points at a target in this element."""
    wanted = _shows(bool, lambda self: self._phone.scene.glowing in self._targets)
