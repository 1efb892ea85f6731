import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property bool secure: root.element.fields.secure

    implicitHeight: Math.max(Theme.mm(12), words.implicitHeight + Theme.mm(3))
    squeezed: words.squeezed || root.letterScale > 1 && words.lineCount > 2

    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Math.max(1, Theme.stroke / 2)
        color: Theme.keyboard
        radius: Theme.mm(6)
    }
    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(2.4)
        anchors.verticalCenter: parent.verticalCenter
        colour: root.secure ? Theme.ink : Theme.call
        name: root.secure ? "lock" : "warning"
        size: Theme.mm(8)
    }
    PhoneLabel {
        id: words

        Accessible.name: root.element.fields.address
        anchors.left: sign.right
        anchors.leftMargin: Theme.slimGap
        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(2.4)
        anchors.verticalCenter: parent.verticalCenter
        letterScale: root.letterScale
        // It breaks before a point or a slash, so that the ending stays in one piece.
        text: Theme.unbroken(root.element.fields.address).replace(/([.\/])/g, "\u200B$1")
    }
}
