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
        bottomPadding: root.compact ? 0 : Theme.tinyGap
        element: root.element
        leftPadding: 0
        name: root.element.target
        // Beside the name, which is in the middle.
        pressedAt: 0.85
        rightPadding: 0
        text: root.element.fields.label
        topPadding: bottomPadding

        background: Rectangle {
            color: target.glowing ? Theme.hereSoft : "transparent"
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
                size: Theme.mm(root.compact ? 14 : 14 * root.letterScale)
            }
            PhoneLabel {
                id: word

                Accessible.ignored: true
                anchors.top: tile.bottom
                anchors.topMargin: Theme.stroke
                horizontalAlignment: Text.AlignHCenter
                letterScale: root.letterScale
                text: target.text
                width: parent.width
            }
        }
    }
}
