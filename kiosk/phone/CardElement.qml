pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property var rows: root.element.fields.rows

    implicitHeight: target.implicitHeight
    squeezed: title.squeezed || words.squeezed || lines.squeezed

    PhoneTarget {
        id: target

        Accessible.description: root.element.fields.text ?? ""
        Accessible.ignored: name === ""
        anchors.fill: parent
        bottomPadding: Theme.mm(2)
        element: root.element
        enabled: name !== ""
        name: root.element.target
        text: root.element.fields.card
        topPadding: Theme.mm(2)

        contentItem: Column {
            spacing: Theme.mm(1)

            PhoneLabel {
                id: title

                font.bold: true
                letterScale: root.letterScale
                text: target.text
                width: parent.width
            }
            PhoneLabel {
                id: words

                letterScale: root.letterScale
                text: root.element.fields.text ?? ""
                visible: text !== ""
                width: parent.width
            }
            ValueLines {
                id: lines

                letterScale: root.letterScale
                rows: root.rows
                visible: rows.length > 0
                width: parent.width
            }
        }
    }
}
