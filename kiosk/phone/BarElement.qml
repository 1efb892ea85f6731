import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    ownWidth: title.implicitWidth + Theme.mm(6)
    implicitHeight: Math.max(title.implicitHeight + Theme.mm(1.6), wide ? Theme.target : 0)
    besideKeyboard: true
    squeezed: title.squeezed

    PhoneLabel {
        id: title

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.mm(2)
        width: parent.width - 2 * x
        text: root.element.fields.bar
        capMm: Theme.bodyCap
        font.bold: true
        letterScale: root.letterScale
        Accessible.role: Accessible.Heading
    }
}
