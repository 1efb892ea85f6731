import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A white drawing on a coloured tile with rounded corners.
Rectangle {
    id: root

    property string iconName: ""
    property real size: Theme.sign

    border.color: Theme.outline
    border.width: Theme.high ? Theme.stroke : 0
    color: Theme.tile(iconName)
    height: size
    radius: size * 0.24
    visible: iconName !== ""
    width: size

    Icon {
        anchors.centerIn: parent
        colour: Theme.tileInk
        name: root.iconName
        size: Math.round(root.size * 0.66)
    }
}
