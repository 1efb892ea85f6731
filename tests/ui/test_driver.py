"""The UI driver waits until items stop moving before it touches them."""

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.headless import ui_driver as driver_module
from kiosk.headless.ui_driver import ItemNotFoundError, UiDriver

WINDOW = b"""
import QtQuick
import QtQuick.Layouts
Window {
    id: root
    property string hit: ""
    property bool late: false
    property bool nobody: false
    property bool later: false
    property real place: 0
    height: 400
    visible: true
    width: 200

    component Button: Rectangle {
        height: 50
        width: 200
        MouseArea { anchors.fill: parent; onClicked: root.hit += parent.objectName }
    }
    Column {
        Item { height: root.late ? 50 : 0; width: 1; visible: height > 0 }
        Repeater {
            model: root.nobody ? 0 : ["a", "b", "c"]
            Button { required property string modelData; objectName: modelData }
        }
    }
    ColumnLayout {
        width: 200
        y: 250
        Item { Layout.preferredHeight: 1; Layout.fillHeight: true }
        Button { objectName: "moving"; Layout.topMargin: root.place }
    }
    function moveLater() { Qt.callLater(() => Qt.callLater(() => { root.place = 60 })) }
    NumberAnimation on place { id: slide; running: root.later; from: 0; to: 60; duration: 150 }
}
"""


@pytest.fixture
def window(qapp):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(WINDOW, QUrl())
    window = component.create()
    assert window is not None, component.errorString()
    yield window
    window.close()
    window.deleteLater()
    engine.deleteLater()


def test_what_is_hidden_or_cannot_be_used_is_not_found(window):
    hand = UiDriver(window)
    button = hand.item("b")
    assert button.objectName() == "b"

    button.setEnabled(False)
    assert not hand.is_seen("b")

    button.setEnabled(True)
    button.parentItem().setVisible(False)
    assert not hand.is_seen("b")


def test_what_a_layout_has_not_moved_yet_is_touched_where_it_will_be(window):
    hand = UiDriver(window)
    hand.touch("a")
    window.setProperty("late", True)
    hand.touch("b")

    assert window.property("hit") == "ab"


def test_what_comes_later_is_waited_for(window):
    hand = UiDriver(window)
    window.setProperty("nobody", True)
    QTimer.singleShot(200, lambda: window.setProperty("nobody", False))
    hand.touch("b")

    assert window.property("hit") == "b"


def test_what_is_made_by_the_next_frame_is_not_touched_where_something_was(window, monkeypatch):
    monkeypatch.setattr(driver_module, "PATIENCE_MS", 2000)
    hand = UiDriver(window)
    window.setProperty("nobody", True)

    with pytest.raises(ItemNotFoundError):
        hand.touch("b")
    assert window.property("hit") == ""


def test_what_moves_is_touched_once_it_stands_still(window):
    hand = UiDriver(window)
    window.setProperty("later", True)
    hand.touch("moving")

    assert window.property("hit") == "moving"
    assert window.property("place") == 60


def test_what_never_stands_still_is_said(window, monkeypatch):
    monkeypatch.setattr(driver_module, "PATIENCE_MS", 100)
    hand = UiDriver(window)
    window.setProperty("later", True)

    with pytest.raises(TimeoutError, match="moving"):
        hand.touch("moving")
