import QtQuick
import TutorialKiosk.Theme

//! The rings around a pressed button: a dark one with a light one inside, visible on any background.
Rectangle {
    id: root

    Accessible.ignored: true
    border.color: Theme.pressedRing
    border.width: Theme.thick
    color: "transparent"

    Rectangle {
        anchors.fill: parent
        anchors.margins: root.border.width
        border.color: Theme.pressedInner
        border.width: Theme.thick * 0.7
        color: "transparent"
        radius: Math.max(0, root.radius - root.border.width)
    }
}
