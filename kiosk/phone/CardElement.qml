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
        Accessible.role: name === "" ? Accessible.StaticText : Accessible.Button
        anchors.fill: parent
        bottomPadding: Theme.mm(2)
        element: root.element
        enabled: name !== ""
        name: root.element.target
        text: root.element.fields.card
        topPadding: Theme.mm(2)

        contentItem: Item {
            implicitHeight: content.tall

            PhoneColumn {
                id: content

                spacing: Theme.tinyGap
                width: parent.width

                PhoneLabel {
                    id: title

                    Accessible.ignored: true
                    font.bold: true
                    letterScale: root.letterScale
                    text: target.text
                    width: parent.width
                }
                PhoneLabel {
                    id: words

                    Accessible.ignored: true
                    height: text === "" ? 0 : implicitHeight
                    letterScale: root.letterScale
                    text: Theme.parted(root.element.fields.text ?? "")
                    width: parent.width
                }
                ValueLines {
                    id: lines

                    height: tall
                    letterScale: root.letterScale
                    rows: root.rows
                    width: parent.width
                }
            }
        }
    }
}
