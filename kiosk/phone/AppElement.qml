import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property real nameShare: root.apps?.nameShare(target.text, letterScale, word.width) ?? 1

    implicitHeight: target.implicitHeight
    squeezed: root.letterScale > 1 && word.contentWidth > root.width + 1

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
            color: target.glowing ? Theme.highlightSoft : "transparent"
            radius: Theme.radius

            Glow {
                on: target.glowing
            }
        }
        contentItem: Item {
            implicitHeight: tile.height + word.anchors.topMargin + word.implicitHeight

            PhoneTile {
                id: tile

                readonly property real least: Theme.mm(14)

                anchors.horizontalCenter: parent.horizontalCenter
                iconName: root.element.fields.icon
                size: root.compact ? Math.min(least * root.letterScale, least + (root.apps?.spare ?? 0)) : least * root.letterScale
            }
            PhoneLabel {
                id: word

                Accessible.ignored: true
                anchors.top: tile.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.topMargin: Theme.stroke
                capMm: Theme.smallCap * root.nameShare
                horizontalAlignment: Text.AlignHCenter
                letterScale: root.letterScale
                text: target.text
                // Beside the ring.
                width: parent.width - (Theme.textScale > 1 ? 0 : 2 * Theme.tinyGap)
            }
        }
    }
}
