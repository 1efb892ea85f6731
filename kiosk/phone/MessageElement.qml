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
        border.color: Theme.outline
        border.width: Theme.high ? Theme.stroke : 0
        color: Theme.paper
        radius: Theme.margin
    }
    Icon {
        id: icon

        anchors.horizontalCenter: parent.horizontalCenter
        colour: Theme.accent
        name: root.element.fields.icon ?? ""
        size: Theme.mm(14)
        y: Theme.gap
    }
    PhoneLabel {
        id: words

        horizontalAlignment: Text.AlignHCenter
        letterScale: root.letterScale
        text: withBreaksFor(root.element.fields.message, width)
        width: parent.width - 2 * x
        x: Theme.gap
        y: icon.visible ? icon.y + icon.height + Theme.smallGap : Theme.gap
    }
    PhoneButton {
        id: button

        element: root.element
        letterScale: root.letterScale
        name: root.element.fields.button ?? ""
        text: root.element.fields.label ?? ""
        visible: name !== ""
        width: parent.width - 2 * x
        x: Theme.gap
        y: words.y + words.height + Theme.smallGap
    }
}
