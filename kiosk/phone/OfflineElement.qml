import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: message.height + 2 * Theme.tinyGap
    squeezed: words.squeezed || button.squeezed

    Column {
        id: message

        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap
        width: parent.width

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.faintInk
            name: "wifi-off"
            size: Theme.target
        }
        PhoneLabel {
            id: words

            horizontalAlignment: Text.AlignHCenter
            letterScale: root.letterScale
            text: withBreaksFor(root.element.fields.text, width)
            width: parent.width
        }
        PhoneButton {
            id: button

            element: root.element
            letterScale: root.letterScale
            name: root.element.target
            text: root.element.fields.label
            width: parent.width
        }
    }
}
