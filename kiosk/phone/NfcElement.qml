import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string reading: root.element.fields.state

    implicitHeight: Theme.drawing + words.implicitHeight + 2 * Theme.smallGap
    squeezed: words.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label

        contentItem: Item {
            Picture {
                anchors.bottom: caption.top
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                name: "card-on-phone"
            }
            Item {
                id: caption

                anchors.bottom: parent.bottom
                height: Math.max(sign.height, words.implicitHeight) + Theme.smallGap
                width: parent.width

                Icon {
                    id: sign

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    colour: root.reading === "read" ? Theme.right : root.reading === "failed" ? Theme.danger : Theme.accent
                    name: root.reading === "read" ? "check" : root.reading === "failed" ? "warning" : "clock"
                    size: Theme.sign
                }
                PhoneLabel {
                    id: words

                    Accessible.ignored: true
                    anchors.left: sign.right
                    anchors.leftMargin: Theme.smallGap
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    font.bold: true
                    letterScale: root.letterScale
                    text: withBreaksFor(root.element.fields.label, width)
                }
            }
        }
    }
}
