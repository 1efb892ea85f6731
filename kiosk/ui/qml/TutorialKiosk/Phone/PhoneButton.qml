import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A button on the phone: filled, or only outlined where it is the lesser choice.
PhoneTarget {
    id: root

    property string iconName: ""
    readonly property color ink: lesser ? Theme.lead : Theme.leadInk
    property bool lesser: false
    property real letterScale: 1
    readonly property bool squeezed: word.squeezed

    background: Rectangle {
        border.color: Theme.lead
        border.width: root.lesser ? Theme.stroke : 0
        color: root.lesser ? (root.pressed ? Theme.quietPressed : Theme.paper) : (root.pressed ? Theme.leadPressed : Theme.lead)
        radius: height / 2

        Glow {
            on: root.glowing
            radius: height / 2
        }
    }
    contentItem: Item {
        implicitHeight: Math.max(icon.height, word.implicitHeight)

        Icon {
            id: icon

            anchors.right: word.left
            anchors.rightMargin: Theme.mm(1.6)
            anchors.verticalCenter: parent.verticalCenter
            colour: root.ink
            name: root.iconName
            size: Theme.mm(8)
        }
        PhoneLabel {
            id: word

            readonly property real besides: icon.visible ? icon.width + Theme.mm(1.6) : 0

            Accessible.ignored: true
            anchors.centerIn: parent
            anchors.horizontalCenterOffset: besides / 2
            color: root.ink
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            letterScale: root.letterScale
            text: root.text
            width: Math.min(implicitWidth, parent.width - besides)
        }
    }
}
