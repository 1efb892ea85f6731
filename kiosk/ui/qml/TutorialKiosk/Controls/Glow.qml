import QtQuick
import TutorialKiosk.Theme

//! The frame around what is to be touched: wide, gold, still.
Rectangle {
    property bool on: false

    anchors.fill: parent
    anchors.margins: -Theme.thick
    visible: on
    color: "transparent"
    border.width: Theme.thick * 1.3
    border.color: Theme.here
    radius: Theme.radius + Theme.thick
    z: 1
}
