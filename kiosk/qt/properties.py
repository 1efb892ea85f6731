"""Qt's `Property` and `QmlUncreatable` as a type checker should see them.

PySide6's stubs type a `@Property` as the decorator object itself, so mypy cannot see the type of
`view_model.title`. At run time these names are PySide6's own objects.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Generic, Self, TypeVar, overload

    T = TypeVar("T")
    C = TypeVar("C", bound=type)

    class _Read(Generic[T]):
        """A property whose values have type T."""

        @overload
        def __get__(self, owner: None, kind: type) -> Self: ...
        @overload
        def __get__(self, owner: object, kind: type) -> T: ...
        def __get__(self, owner: object, kind: type) -> Any: ...
        def __set__(self, owner: object, value: T) -> None: ...
        def setter(self, write: Callable[[Any, T], None]) -> "_Read[T]": ...

    @overload
    def Property(
        kind: type | str, *, notify: object = None, constant: bool = False
    ) -> Callable[[Callable[[Any], T]], _Read[T]]: ...
    @overload
    def Property(
        kind: type | str,
        fget: Callable[[Any], T],
        fset: Callable[[Any, T], None],
        *,
        notify: object = None,
    ) -> _Read[T]: ...
    def Property(*args: object, **kwargs: object) -> Any:
        """Declare a property that QML can read."""

    def QmlUncreatable(why: str) -> Callable[[C], C]:
        """Declare a type that QML can name but not create."""

else:
    from PySide6.QtCore import Property
    from PySide6.QtQml import QmlUncreatable

__all__ = ["Property", "QmlUncreatable"]
