"""List models for QML whose rows are frozen dataclasses, so that every role has a name and type."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
    SignalInstance,
    Slot,
)

from kiosk.qt.properties import Property, qml_type

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from kiosk.qt.properties import ShownProperty

Row = TypeVar("Row", bound="DataclassInstance")
Key: TypeAlias = tuple[Hashable, int]
Index: TypeAlias = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
DISPLAY_ROLE, USER_ROLE = 0, 0x100
"""Values of Qt.ItemDataRole: the first access to `Qt` takes as long as a hundred imports."""
FIRST_ROLE = USER_ROLE + 1


def camel_case(name: str) -> str:
    """Returns a field's name in QML: `may_rise` becomes `mayRise`."""
    first, *others = name.split("_")
    return first + "".join(each.title() for each in others)


@qml_type
class TypedListModel(QAbstractListModel, Generic[Row]):
    """A list model whose rows are instances of one dataclass; each field is a role.

    The first field is the key of a row. When the rows change, rows with the same key are moved or
    updated in place, so that a delegate keeps its focus, touch state and animation.

    With a `pageSize`, QML sees one page at a time; 0 shows all rows.
    """

    countChanged = Signal()
    pageChanged = Signal()

    def __init__(self, kind: type[Row], parent: QObject) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(kind)]
        self._all: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._page_size = 0
        self._page = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, including those on other pages."""
        return self._all

    @property
    def rows_on_page(self) -> tuple[Row, ...]:
        """The rows on the current page."""
        return tuple(self._shown)

    def show(self, rows: Sequence[Row]) -> None:
        """Replaces the rows; equal rows are left as they are."""
        if tuple(rows) == self._all:
            return
        counted = len(self._all)
        self._all = tuple(rows)
        self._turn_to(self._page)
        if len(self._all) != counted:
            self.countChanged.emit()
            self.pageChanged.emit()

    def follow(self, rows: Callable[[], Sequence[Row]], changed: SignalInstance) -> None:
        """Shows these rows now and again after each `changed` signal."""
        self.show(rows())
        changed.connect(lambda: self.show(rows()))

    def turn_back(self) -> None:
        """Returns to the first page."""
        self._turn_to(0)
        self.pageChanged.emit()

    # Read by QML besides the roles.

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """The number of rows on all pages."""
        return len(self._all)

    def _get_page_size(self) -> int:
        return self._page_size

    def _set_page_size(self, size: int) -> None:
        if size != self._page_size:
            self._page_size = max(0, size)
            self._turn_to(self._page)
            self.pageChanged.emit()

    pageSize = Property(int, _get_page_size, _set_page_size, notify=pageChanged)
    """The number of rows per page; 0 for a single page."""

    @Property(int, notify=pageChanged)
    def pages(self) -> int:
        """The number of pages; 1 when there are no rows."""
        return max(1, -(-len(self._all) // self._page_size)) if self._page_size else 1

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        """The index of the current page, from 0."""
        return self._page

    @Slot(int)
    def turn(self, pages: int) -> None:
        """Turns forward by this many pages, or back; the pages are cyclic."""
        self._turn_to((self._page + pages) % self.pages)
        self.pageChanged.emit()

    def _turn_to(self, page: int) -> None:
        self._page = min(page, self.pages - 1)
        if self._page_size:
            first = self._page * self._page_size
            self._set_shown(self._all[first : first + self._page_size])
        else:
            self._set_shown(self._all)

    # Called by Qt.

    def roleNames(self) -> dict[int, QByteArray]:
        """Returns the field names in camel case, by role."""
        names = enumerate(self._names, start=FIRST_ROLE)
        return {role: QByteArray(camel_case(name).encode()) for role, name in names}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = DISPLAY_ROLE) -> object:
        """Returns a field of a row, converted for QML; None for an invalid index or role."""
        at = role - FIRST_ROLE
        if not index.isValid() or not 0 <= at < len(self._names):
            return None
        return _for_qml(getattr(self._shown[index.row()], self._names[at]))

    # Changes the shown rows in place.

    def _set_shown(self, rows: Sequence[Row]) -> None:
        wanted = self._keys(rows)
        now = self._keys(self._shown)
        self._remove_others(now, frozenset(wanted))
        known = frozenset(now)
        for at, (key, row) in enumerate(zip(wanted, rows, strict=True)):
            if key not in known:
                self.beginInsertRows(NOWHERE, at, at)
                self._shown.insert(at, row)
                now.insert(at, key)
                self.endInsertRows()
                continue
            came_from = now.index(key, at)
            if came_from != at:
                self.beginMoveRows(NOWHERE, came_from, came_from, NOWHERE, at)
                self._shown.insert(at, self._shown.pop(came_from))
                now.insert(at, now.pop(came_from))
                self.endMoveRows()
            self._change(at, row)

    def _remove_others(self, now: list[Key], wanted: frozenset[Key]) -> None:
        for at in reversed(range(len(now))):
            if now[at] not in wanted:
                self.beginRemoveRows(NOWHERE, at, at)
                del self._shown[at], now[at]
                self.endRemoveRows()

    def _change(self, at: int, row: Row) -> None:
        before, self._shown[at] = self._shown[at], row
        roles = [
            role
            for role, name in enumerate(self._names, start=FIRST_ROLE)
            if getattr(before, name) != getattr(row, name)
        ]
        if roles:
            place = self.index(at)
            self.dataChanged.emit(place, place, roles)

    def _keys(self, rows: Sequence[Row]) -> list[Key]:
        """Returns the key of each row: its first field, and a counter for equal fields."""
        seen: Counter[Hashable] = Counter()
        keys = []
        for row in rows:
            name = getattr(row, self._names[0])
            keys.append((name, seen[name]))
            seen[name] += 1
        return keys


if TYPE_CHECKING:

    def ShownList(kind: type[Row]) -> ShownProperty[TypedListModel[Row]]:
        """Declares a list property for QML, empty at first."""

else:

    class ShownList(Property):
        """A constant property; the list of each object is created when it is first read."""

        def __init__(self, kind: type) -> None:
            super().__init__(QObject, self._list_of, constant=True)
            self._kind = kind

        def __set_name__(self, owner: type, name: str) -> None:
            self._attribute = f"_list_of_{name}"

        def _list_of(self, owner: QObject) -> TypedListModel:
            made = owner.__dict__.get(self._attribute)
            if made is None:
                made = owner.__dict__[self._attribute] = TypedListModel(self._kind, owner)
            return made


def _for_qml(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
