import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string caption: root.element.fields.label ?? ""
    readonly property string notice: root.element.fields.found ?? ""

    implicitHeight: Math.max(Theme.mm(64), paper.least + (found.visible ? found.height : 0))
    squeezed: word.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: [root.notice, root.caption].filter(each => each !== "").join(". ") || "QR"

        background: Rectangle {
            border.color: Theme.outline
            border.width: Theme.high ? Theme.stroke : 0
            color: Theme.cameraView
            radius: Theme.radius

            Glow {
                on: target.glowing && !found.visible
            }
        }
        contentItem: Item {
            CameraPaper {
                id: paper

                anchors.bottom: found.visible ? found.top : parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: parent.top
                caption: root.caption
                code: root.element.fields.code
                letterScale: root.letterScale
                width: parent.width
            }
            Rectangle {
                id: found

                anchors.bottom: parent.bottom
                border.color: Theme.outline
                border.width: Theme.high ? Theme.stroke : 0
                color: target.glowing ? Theme.highlightSoft : Theme.paper
                height: Math.max(Theme.mm(12), word.implicitHeight + Theme.gap * Math.max(1, root.letterScale * 0.7))
                radius: Theme.radius
                visible: root.notice !== ""
                width: parent.width

                Glow {
                    on: target.glowing
                }
                Icon {
                    id: sign

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.mm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.accent
                    name: "scan"
                    size: Theme.mm(9 * Math.max(1, root.letterScale * 0.7))
                }
                PhoneLabel {
                    id: word

                    Accessible.ignored: true
                    anchors.left: sign.right
                    anchors.leftMargin: Theme.mm(2)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.mm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.accent
                    font.bold: true
                    letterScale: root.letterScale
                    text: withBreaksFor(root.notice, width)
                }
            }
        }
    }
}
