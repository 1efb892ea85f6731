import QtQuick
import TutorialKiosk.Phone

PhoneElement {
    id: root

    implicitHeight: button.implicitHeight
    squeezed: button.squeezed

    PhoneButton {
        id: button

        anchors.fill: parent
        element: root.element
        iconName: root.element.fields.icon ?? ""
        lesser: root.element.fields.quiet
        letterScale: root.letterScale
        name: root.element.target
        text: root.element.fields.label
    }
}
