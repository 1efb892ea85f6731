import QtQuick
import TutorialKiosk.Theme

//! A checkbox.
Rectangle {
    id: root

    property bool ticked: false

    border.color: ticked ? Theme.right : Theme.outline
    border.width: Theme.stroke
    color: ticked ? Theme.right : Theme.paper
    height: width
    radius: Theme.smallRadius
    width: Theme.sign

    Icon {
        anchors.centerIn: parent
        colour: Theme.paper
        name: root.ticked ? "check" : ""
        size: root.width * 0.7
    }
}
