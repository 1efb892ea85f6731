import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: column.implicitHeight + 2 * Theme.gap
    squeezed: words.squeezed || button.squeezed

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
        border.width: Theme.high ? Theme.stroke : 0
        border.color: Theme.outline
        radius: Theme.mm(5)
    }

    Column {
        id: column

        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gap
        spacing: Theme.smallGap

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: root.element.fields.icon ?? ""
            colour: Theme.lead
            size: Theme.mm(14)
        }

        PhoneLabel {
            id: words

            width: parent.width
            text: root.element.fields.message
            letterScale: root.letterScale
            horizontalAlignment: Text.AlignHCenter
        }

        PhoneButton {
            id: button

            width: parent.width
            visible: name !== ""
            element: root.element
            name: root.element.fields.button ?? ""
            text: root.element.fields.label ?? ""
            letterScale: root.letterScale
        }
    }
}
