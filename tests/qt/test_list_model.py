"""List models for QML: rows of a dataclass, changed in place, with correct change signals."""

from dataclasses import dataclass, replace
from enum import StrEnum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QByteArray, QObject, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.qt.list_model import TypedListModel


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Fruit:
    name: str
    is_ripe: bool = False
    names: tuple[str, ...] = ()
    colour: Colour = Colour.RED


class Mirror(QObject):
    """Follows the model's change signals, as a view does."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__(model)
        self.model = model
        self.names: list[str] = []
        self.changed: list[tuple[int, frozenset[bytes]]] = []
        self.resets = 0
        model.rowsInserted.connect(self._insert)
        model.rowsRemoved.connect(self._remove)
        model.rowsMoved.connect(self._move)
        model.dataChanged.connect(self._change)
        model.modelReset.connect(self._reset)

    def _insert(self, _parent, first, last):
        self.names[first:first] = [value(self.model, at, "name") for at in range(first, last + 1)]

    def _remove(self, _parent, first, last):
        del self.names[first : last + 1]

    def _move(self, _parent, first, last, _to, place):
        assert first == last
        self.names.insert(place if place < first else place - 1, self.names.pop(first))

    def _change(self, first, last, roles):
        known = self.model.roleNames()
        self.changed.append((first.row(), frozenset(known[role].data() for role in roles)))

    def _reset(self):
        self.resets += 1


def value(model, row, name):
    role = next(
        role for role, each in model.roleNames().items() if each == QByteArray(name.encode())
    )
    return model.data(model.index(row), role)


@pytest.fixture
def model(qapp):
    owner = QObject()
    model = TypedListModel(Fruit, owner)
    model.owner = owner
    model.tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return model


def fruits(names):
    return [Fruit(name) for name in names]


def test_fields_are_roles_in_the_way_of_qml(model):
    model.show([Fruit("xoài", is_ripe=True, names=("mango",))])

    assert {bytes(name.data()) for name in model.roleNames().values()} == {
        b"name",
        b"isRipe",
        b"names",
        b"colour",
    }
    assert value(model, 0, "isRipe") is True
    assert value(model, 0, "names") == ["mango"]
    assert value(model, 0, "colour") == "red"


def test_what_stays_is_changed_in_place(model):
    model.show(fruits("abc"))
    mirror = Mirror(model)
    mirror.names = list("abc")
    model.show([Fruit("a"), Fruit("b", is_ripe=True), Fruit("c")])

    assert mirror.changed == [(1, frozenset({b"isRipe"}))]
    assert mirror.resets == 0


@settings(deadline=None)
@given(steps=st.lists(st.lists(st.sampled_from("abcdef"), max_size=9), max_size=6))
def test_a_view_that_follows_sees_what_is_shown(qapp, steps):
    owner = QObject()
    model = TypedListModel(Fruit, owner)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mirror = Mirror(model)
    for number, names in enumerate(steps):
        rows = [replace(each, is_ripe=bool(number % 2)) for each in fruits(names)]
        model.show(rows)

        assert mirror.names == names
        assert [value(model, at, "name") for at in range(model.rowCount())] == names
        assert all(value(model, at, "isRipe") is bool(number % 2) for at in range(len(names)))
        assert model.count == len(names)
    assert mirror.resets == 0
    tester.deleteLater()


def test_one_page_at_a_time(model):
    model.show(fruits("abcde"))
    model.pageSize = 2

    def seen():
        return [value(model, at, "name") for at in range(model.rowCount())]

    assert (model.pages, seen()) == (3, ["a", "b"])
    model.turn(-1)
    assert (model.page, seen()) == (2, ["e"])
    model.show(fruits("abc"))
    assert (model.page, model.pages, seen()) == (1, 2, ["c"])
    model.turn(1)
    assert seen() == ["a", "b"]
    model.show([])
    assert (model.page, model.pages, seen()) == (0, 1, [])


DELEGATES = b"""
import QtQuick
Item {
    id: root
    required property var rows
    readonly property string told: Array.from(root.children, each => each.told ?? "").join("")
    Repeater {
        model: root.rows
        Item {
            required property bool isRipe
            required property string name
            readonly property string told: isRipe ? name.toUpperCase() : name
        }
    }
}
"""


def test_delegates_take_their_roles_as_required_properties(model, qapp):
    model.show(fruits("ab"))
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(DELEGATES, QUrl())
    made = component.createWithInitialProperties({"rows": model})
    assert made is not None, component.errorString()
    first = made.childItems()[0]
    model.show([Fruit("b", is_ripe=True), Fruit("a")])

    messages = [each.property("told") for each in made.childItems() if each.property("told")]
    assert sorted(messages) == ["B", "a"]
    assert first in made.childItems()  # the delegate was reused
    made.deleteLater()
    engine.deleteLater()
