import QtQuick
import TutorialKiosk.Theme

//! The rings around a pressed button: a light one with a dark one inside, visible on any background. They are outside
//! its edge, where the glow is, but for a fraction of the dark one, so that they cover no text.
Rectangle {
    id: root

    //! The radius of the button.
    required property real buttonRadius
    readonly property real outside: Theme.thick * 1.3

    Accessible.ignored: true
    anchors.fill: parent
    anchors.margins: -outside
    border.color: Theme.pressedOuter
    border.width: Theme.thick * 0.6
    color: "transparent"
    radius: buttonRadius + outside

    Rectangle {
        anchors.fill: parent
        anchors.margins: root.border.width
        border.color: Theme.pressedRing
        border.width: Theme.thick
        color: "transparent"
        radius: root.radius - root.border.width
    }
}
