import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property bool on: root.element.fields.on

    implicitHeight: target.implicitHeight
    squeezed: words.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label
        Accessible.checkable: true
        Accessible.checked: root.on
        Accessible.description: root.element.fields.value ?? ""

        contentItem: Item {
            implicitHeight: words.implicitHeight

            PhoneWords {
                id: words

                anchors.left: parent.left
                anchors.right: track.left
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                title: target.text
                value: root.element.fields.value ?? ""
                letterScale: root.letterScale
            }

            Rectangle {
                id: track

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.mm(16)
                height: Theme.mm(9)
                color: root.on ? Theme.lead : Theme.switchOff
                border.width: Theme.high ? Theme.stroke : 0
                border.color: root.on ? Theme.lead : Theme.outline
                radius: height / 2

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    x: root.on ? parent.width - width - Theme.mm(1.2) : Theme.mm(1.2)
                    width: height
                    height: parent.height - 2 * Theme.mm(1.2)
                    color: root.on ? Theme.leadInk : Theme.cameraSign
                    radius: height / 2
                }
            }
        }
    }
}
