import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: words.y + words.height + (button.visible ? Theme.smallGap + button.height : 0) + Theme.gap
    squeezed: words.squeezed || button.squeezed

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
        border.width: Theme.high ? Theme.stroke : 0
        border.color: Theme.outline
        radius: Theme.mm(5)
    }

    Icon {
        id: icon

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.gap
        name: root.element.fields.icon ?? ""
        colour: Theme.lead
        size: Theme.mm(14)
    }

    PhoneLabel {
        id: words

        x: Theme.gap
        y: icon.visible ? icon.y + icon.height + Theme.smallGap : Theme.gap
        width: parent.width - 2 * x
        text: root.element.fields.message
        letterScale: root.letterScale
        horizontalAlignment: Text.AlignHCenter
    }

    PhoneButton {
        id: button

        x: Theme.gap
        y: words.y + words.height + Theme.smallGap
        width: parent.width - 2 * x
        visible: name !== ""
        element: root.element
        name: root.element.fields.button ?? ""
        text: root.element.fields.label ?? ""
        letterScale: root.letterScale
    }
}
