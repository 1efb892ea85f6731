import QtQuick
import TutorialKiosk.Theme

//! The frame around what is to be touched: wide, gold, still, and set off from what it frames.
Rectangle {
    id: root

    property bool on: false

    anchors.fill: parent
    anchors.margins: -Theme.thick * 1.3
    visible: on
    color: "transparent"
    border.width: Theme.thick * 1.3
    border.color: Theme.here
    radius: Theme.radius + Theme.thick
    z: 1

    Rectangle {
        anchors.fill: parent
        anchors.margins: root.border.width
        color: "transparent"
        border.width: Theme.stroke
        border.color: Theme.paper
        radius: root.radius - root.border.width
    }
}
