pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! The frame around the expected target: wide, golden, static, and in contrast to the target.
Loader {
    id: root

    property bool on: false
    property real radius: Theme.radius + Theme.thick

    active: on
    anchors.fill: parent
    anchors.margins: -Theme.thick * 1.3
    z: 1

    sourceComponent: Rectangle {
        border.color: Theme.highlight
        border.width: Theme.thick * 1.3
        color: "transparent"
        radius: root.radius

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.thick * 1.3
            border.color: Theme.paper
            border.width: Theme.stroke
            color: "transparent"
            radius: root.radius - Theme.thick * 1.3
        }
    }
}
