import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string notice: root.element.fields.found ?? ""
    readonly property string caption: root.element.fields.label ?? ""

    implicitHeight: Math.max(Theme.mm(64), paper.least + (found.visible ? found.height : 0))
    squeezed: word.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.notice || root.caption || "QR"

        background: Rectangle {
            color: Theme.cameraView
            border.width: Theme.high ? Theme.stroke : 0
            border.color: Theme.outline
            radius: Theme.radius

            Glow {
                on: target.glowing
            }
        }

        contentItem: Item {
            CameraPaper {
                id: paper

                anchors.top: parent.top
                anchors.bottom: found.visible ? found.top : parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width
                code: root.element.fields.code
                caption: root.caption
            }

            Rectangle {
                id: found

                anchors.bottom: parent.bottom
                width: parent.width
                height: Math.max(Theme.mm(12), word.implicitHeight + Theme.mm(2))
                visible: root.notice !== ""
                color: Theme.paper
                border.width: Theme.high ? Theme.stroke : 0
                border.color: Theme.outline
                radius: Theme.radius

                Icon {
                    id: sign

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.mm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    name: "scan"
                    colour: Theme.lead
                    size: Theme.mm(9)
                }

                PhoneLabel {
                    id: word

                    anchors.left: sign.right
                    anchors.leftMargin: Theme.mm(2)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.mm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.notice
                    letterScale: root.letterScale
                    color: Theme.lead
                    font.bold: true
                    Accessible.ignored: true
                }
            }
        }
    }
}
