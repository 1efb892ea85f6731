import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: words.implicitHeight + Theme.smallGap + track.height + Theme.smallGap
    squeezed: words.squeezed

    PhoneLabel {
        id: words

        letterScale: root.letterScale
        text: withBreaksFor(root.element.fields.loading, width)
        width: parent.width - 2 * x
        x: Theme.smallGap
    }
    Rectangle {
        id: track

        anchors.top: words.bottom
        anchors.topMargin: Theme.smallGap
        border.color: Theme.outline
        border.width: Theme.stroke
        color: Theme.paper
        height: Theme.signSmall
        radius: height / 2
        width: parent.width - 2 * x
        x: Theme.smallGap

        Rectangle {
            color: Theme.accent
            height: parent.height
            radius: height / 2
            width: Math.max(height, parent.width * root.element.fields.percent / 100)
        }
    }
}
