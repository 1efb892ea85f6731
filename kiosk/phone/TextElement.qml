import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: words.implicitHeight + Theme.mm(1.6)
    squeezed: words.squeezed

    PhoneLabel {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.mm(2)
        width: parent.width - 2 * x
        text: root.element.fields.text
        letterScale: root.letterScale
    }
}
