"""Registers Python classes with QML, and declares their properties with types for mypy.

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
"""`QmlElement` reads these two from the module that calls it: this one, for all classes."""

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
        """Declares a property that QML can read."""

    def QmlUncreatable(why: str) -> Callable[[C], C]:
        """Declares a type that QML can name but not create."""

else:
    from PySide6.QtCore import Property
    from PySide6.QtQml import QmlUncreatable

__all__ = ["Properties", "Property", "qml_creatable", "qml_singleton", "qml_type"]


class Properties(Generic[Owner_co]):
    """Declares properties that consist of one expression each.

    With `_shows: Properties["SomeViewModel"] = Properties(changed)` in a class, a line of it
    declares a property: `title = _shows(str, lambda self: self._title)`.
    """

    def __init__(self, notify: object = None) -> None:
        """`notify`: the signal of each change; None for a constant."""
        self._notification = {"constant": True} if notify is None else {"notify": notify}

    def __call__(self, kind: type[T], read: Callable[[Owner_co], T]) -> ShownProperty[T]:
        """Declares a property of this type, which `read` computes from its owner."""
        plain = get_origin(kind) or kind
        qt_kind = QObject if issubclass(plain, QObject) else plain
        made: ShownProperty[T] = Property(qt_kind, read, **self._notification)
        return made


def qml_type(kind: C) -> C:
    """Registers a class with QML; its objects are created in Python only."""
    return QmlElement(QmlUncreatable("made in Python")(kind))


def qml_creatable(kind: C) -> C:
    """Registers a class with QML, which creates its objects."""
    return QmlElement(kind)


def qml_singleton(kind: C) -> C:
    """Registers a class with QML as a singleton, under the name of the class."""
    return QmlElement(QmlSingleton(kind))
