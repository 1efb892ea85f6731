import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string notice: root.element.fields.found ?? ""

    implicitHeight: Theme.mm(64)

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.notice !== "" ? root.notice : root.element.fields.label ?? "QR"

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
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: found.visible ? -found.height / 2 : 0
                width: Math.min(parent.width - Theme.mm(14), parent.height - Theme.mm(24))
                code: root.element.fields.code
                caption: root.element.fields.label ?? ""
                letterScale: root.letterScale
            }

            Rectangle {
                id: found

                anchors.bottom: parent.bottom
                width: parent.width
                height: word.implicitHeight + Theme.mm(3)
                visible: root.notice !== ""
                color: Theme.hereSoft
                radius: Theme.radius

                PhoneLabel {
                    id: word

                    anchors.centerIn: parent
                    width: parent.width - Theme.mm(4)
                    text: root.notice
                    letterScale: root.letterScale
                    font.bold: true
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
