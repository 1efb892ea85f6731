import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: words.implicitHeight + Theme.slimGap
    squeezed: words.squeezed

    PhoneLabel {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        capMm: Theme.smallCap * (root.element.fields.large ? 1.5 : 1)
        letterScale: root.letterScale
        text: withBreaksFor(root.element.fields.text, width)
        width: parent.width - 2 * x
        x: Theme.mm(2)
    }
}
