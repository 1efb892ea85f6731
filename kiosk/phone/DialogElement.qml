pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property var buttons: root.element.fields.buttons

    implicitHeight: content.tall + 2 * content.y
    squeezed: {
        for (let at = 0; at < answers.count; at++) {
            if ((answers.itemAt(at) as PhoneButton)?.squeezed)
                return true;
        }
        return title.squeezed || words.squeezed;
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Theme.high ? Theme.stroke : 0
        color: Theme.paper
        radius: Theme.margin
    }
    PhoneColumn {
        id: content

        spacing: Theme.smallGap
        width: parent.width - 2 * x
        x: Theme.gap
        y: Theme.gap

        PhoneLabel {
            id: title

            capMm: Theme.bodyCap
            font.bold: true
            letterScale: root.letterScale
            text: withBreaksFor(root.element.fields.dialog, width)
            width: parent.width
        }
        PhoneLabel {
            id: words

            height: text === "" ? 0 : implicitHeight
            letterScale: root.letterScale
            text: withBreaksFor(root.element.fields.text ?? "", width)
            width: parent.width
        }
        Repeater {
            id: answers

            model: root.buttons

            PhoneButton {
                required property var modelData

                element: root.element
                lesser: modelData.quiet
                letterScale: root.letterScale
                name: modelData.button
                text: modelData.label
                width: content.width
            }
        }
    }
}
