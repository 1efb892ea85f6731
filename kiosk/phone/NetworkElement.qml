import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: target.implicitHeight
    squeezed: words.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label
        Accessible.description: root.element.fields.value ?? ""

        contentItem: Item {
            implicitHeight: words.implicitHeight

            Icon {
                id: fan

                anchors.verticalCenter: parent.verticalCenter
                name: "wifi"
                size: Theme.mm(8)
            }

            PhoneWords {
                id: words

                anchors.left: fan.right
                anchors.leftMargin: Theme.mm(2)
                anchors.right: lock.visible ? lock.left : parent.right
                anchors.rightMargin: lock.visible ? Theme.mm(1) : 0
                anchors.verticalCenter: parent.verticalCenter
                title: target.text
                value: root.element.fields.value ?? ""
                letterScale: root.letterScale
            }

            Icon {
                id: lock

                anchors.right: parent.right
                anchors.rightMargin: -Theme.mm(0.8)
                anchors.verticalCenter: parent.verticalCenter
                visible: root.element.fields.locked
                name: "lock"
                colour: Theme.faintInk
                size: Theme.mm(7)
            }
        }
    }
}
