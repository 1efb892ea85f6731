"""How Python classes are shown to QML: their names, and properties as a type checker sees them.

PySide6's stubs type a `@Property` as the decorator object itself, so mypy cannot see the type of
`view_model.title`. At run time `Property` is PySide6's own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, get_origin

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement, QmlSingleton

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1
"""`QmlElement` looks for these two where it is called: here, for every class of the kiosk."""

C = TypeVar("C", bound=type)
T = TypeVar("T")
Owner_co = TypeVar("Owner_co", covariant=True)

if TYPE_CHECKING:
    from typing import Any, Self, overload

    class ShownProperty(Generic[T]):
        """A property whose values have type T."""

        @overload
        def __get__(self, owner: None, kind: type) -> Self: ...
        @overload
        def __get__(self, owner: object, kind: type) -> T: ...
        def __get__(self, owner: object, kind: type) -> Any: ...
        def __set__(self, owner: object, value: T) -> None: ...
        def setter(self, write: Callable[[Any, T], None]) -> ShownProperty[T]: ...

    @overload
    def Property(
        kind: type | str, *, notify: object = None, constant: bool = False
    ) -> Callable[[Callable[[Any], T]], ShownProperty[T]]: ...
    @overload
    def Property(
        kind: type | str,
        fget: Callable[[Any], T],
        fset: Callable[[Any, T], None],
        *,
        notify: object = None,
    ) -> ShownProperty[T]: ...
    def Property(*args: object, **kwargs: object) -> Any:
        """Declare a property that QML can read."""

    def QmlUncreatable(why: str) -> Callable[[C], C]:
        """Declare a type that QML can name but not create."""

else:
    from PySide6.QtCore import Property
    from PySide6.QtQml import QmlUncreatable

__all__ = ["Properties", "Property", "qml_creatable", "qml_singleton", "qml_type"]


class Properties(Generic[Owner_co]):
    """Declares properties of a class that are one expression each.

    With `_shows: Properties["SomeViewModel"] = Properties(changed)` in a class, a line of it
    declares a property: `title = _shows(str, lambda self: self._title)`.
    """

    def __init__(self, notify: object = None) -> None:
        """`notify`: the signal of each change; None for what never changes."""
        self._told = {"constant": True} if notify is None else {"notify": notify}

    def __call__(self, kind: type[T], read: Callable[[Owner_co], T]) -> ShownProperty[T]:
        """A property of that kind, as it is read from its owner."""
        plain = get_origin(kind) or kind
        qt_kind = QObject if issubclass(plain, QObject) else plain
        made: ShownProperty[T] = Property(qt_kind, read, **self._told)
        return made


def qml_type(kind: C) -> C:
    """Make a class known to QML by its name; its objects are made in Python only."""
    return QmlElement(QmlUncreatable("made in Python")(kind))


def qml_creatable(kind: C) -> C:
    """Make a class known to QML, which makes the objects of it."""
    return QmlElement(kind)


def qml_singleton(kind: C) -> C:
    """Make a class known to QML, which has one object of it, under the name of the class."""
    return QmlElement(QmlSingleton(kind))
