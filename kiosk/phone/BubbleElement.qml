import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property real inset: Theme.mm(3)
    readonly property bool mine: root.element.fields.mine
    //! The maximum width of the text.
    readonly property real most: width - 2 * inset - Theme.margin

    implicitHeight: ground.height
    squeezed: words.squeezed

    Rectangle {
        id: ground

        border.color: root.mine ? Theme.right : Theme.outline
        border.width: Math.max(1, Theme.stroke / 2)
        bottomLeftRadius: root.mine ? radius : Theme.tinyGap
        bottomRightRadius: root.mine ? Theme.tinyGap : radius
        color: root.mine ? Theme.rightSoft : Theme.paper
        height: words.height + Theme.gap
        radius: Theme.margin
        // As narrow as its longest line.
        width: Math.ceil(words.contentWidth) + 2 * root.inset
        x: root.mine ? root.width - width : 0
    }
    PhoneLabel {
        id: words

        letterScale: root.letterScale
        text: withBreaksFor(root.element.fields.bubble, root.most)
        width: Math.min(implicitWidth, root.most)
        x: ground.x + root.inset
        y: Theme.mm(2)
    }
}
