import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: target.implicitHeight
    squeezed: word.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label
        leftPadding: 0
        rightPadding: 0

        background: Rectangle {
            color: target.pressed ? Theme.quietPressed : target.glowing ? Theme.hereSoft : "transparent"
            radius: Theme.radius

            Glow {
                on: target.glowing
            }
        }

        contentItem: Item {
            implicitHeight: tile.height + word.anchors.topMargin + word.implicitHeight

            PhoneTile {
                id: tile

                anchors.horizontalCenter: parent.horizontalCenter
                iconName: root.element.fields.icon
                size: Theme.mm(16)
            }

            PhoneLabel {
                id: word

                anchors.top: tile.bottom
                anchors.topMargin: Theme.mm(0.6)
                width: parent.width
                text: target.text
                letterScale: root.letterScale
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
