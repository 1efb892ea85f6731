import QtQuick
import TutorialKiosk.Theme

//! The frame around what is to be touched: wide, gold, still, and set off from what it frames.
Rectangle {
    id: root

    property bool on: false

    anchors.fill: parent
    anchors.margins: -Theme.thick * 1.3
    border.color: Theme.here
    border.width: Theme.thick * 1.3
    color: "transparent"
    radius: Theme.radius + Theme.thick
    visible: on
    z: 1

    Rectangle {
        anchors.fill: parent
        anchors.margins: root.border.width
        border.color: Theme.paper
        border.width: Theme.stroke
        color: "transparent"
        radius: root.radius - root.border.width
    }
}
