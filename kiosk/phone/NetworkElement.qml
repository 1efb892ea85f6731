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

        Accessible.description: root.element.fields.value ?? ""
        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label

        contentItem: Item {
            implicitHeight: words.implicitHeight

            Icon {
                id: fan

                anchors.verticalCenter: parent.verticalCenter
                name: "wifi"
                size: Theme.mm(7 * root.letterScale / Theme.textScale)
            }
            PhoneWords {
                id: words

                anchors.left: fan.right
                anchors.leftMargin: Theme.mm(2)
                anchors.right: lock.visible ? lock.left : parent.right
                anchors.rightMargin: lock.visible ? Theme.slimGap : 0
                anchors.verticalCenter: parent.verticalCenter
                letterScale: root.letterScale
                title: target.text
                value: root.element.fields.value ?? ""
            }
            Icon {
                id: lock

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.faintInk
                name: "lock"
                size: Theme.mm(6 * root.letterScale / Theme.textScale)
                visible: root.element.fields.locked
            }
        }
    }
}
