import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A white drawing on a coloured tile with round corners.
Rectangle {
    id: root

    property string iconName: ""
    property real size: Theme.mm(10)

    width: size
    height: size
    visible: iconName !== ""
    color: Theme.tile(iconName)
    border.width: Theme.high ? Theme.stroke : 0
    border.color: Theme.outline
    radius: size * 0.24

    Icon {
        anchors.centerIn: parent
        name: root.iconName
        colour: Theme.tileInk
        size: Math.round(root.size * 0.66)
    }
}
