import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: title.implicitHeight + Theme.slimGap
    squeezed: title.squeezed

    PhoneLabel {
        id: title

        Accessible.name: root.element.fields.bar
        Accessible.role: Accessible.Heading
        anchors.verticalCenter: parent.verticalCenter
        capMm: Theme.bodyCap
        font.bold: true
        letterScale: root.letterScale
        text: Theme.withoutOrphan(Theme.withoutBadBreaks(root.element.fields.bar))
        width: parent.width - 2 * x
        x: Theme.mm(2)
    }
}
