import QtQuick
import TutorialKiosk.Theme

//! A box that holds a tick or nothing.
Rectangle {
    id: root

    property bool ticked: false

    border.color: ticked ? Theme.right : Theme.outline
    border.width: Theme.stroke
    color: ticked ? Theme.right : Theme.paper
    height: width
    radius: Theme.mm(1.6)
    width: Theme.mm(10)

    Icon {
        anchors.centerIn: parent
        colour: Theme.paper
        name: root.ticked ? "check" : ""
        size: Theme.mm(8)
    }
}
