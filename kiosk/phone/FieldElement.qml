import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string content: root.element.filled !== "" ? root.element.filled : root.element.fields.value ?? ""
    //! The words stand before the box instead of above it.
    readonly property bool inOneLine: root.wide && width > Theme.mm(75)

    implicitHeight: target.implicitHeight
    besideKeyboard: true
    squeezed: label.squeezed || root.letterScale > 1 && written.lineCount > 1

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label
        Accessible.description: root.element.fields.secret ? "" : root.content

        contentItem: Item {
            implicitHeight: root.inOneLine ? Math.max(label.implicitHeight, box.height) : label.implicitHeight + box.height

            PhoneLabel {
                id: label

                width: root.inOneLine ? Math.min(implicitWidth, parent.width * 0.45) : parent.width
                height: root.inOneLine ? parent.height : implicitHeight
                text: target.text
                letterScale: root.letterScale
                color: Theme.faintInk
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }

            Rectangle {
                id: box

                anchors.left: root.inOneLine ? label.right : parent.left
                anchors.leftMargin: root.inOneLine ? Theme.mm(2) : 0
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                height: Math.max(Theme.mm(11), written.implicitHeight)
                color: Theme.paper
                border.width: Theme.stroke
                border.color: Theme.outline
                radius: Theme.mm(1.6)

                PhoneLabel {
                    id: written

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.mm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, parent.width - Theme.mm(4))
                    text: root.element.fields.secret ? "•".repeat(root.content.length) : root.content
                    letterScale: root.letterScale
                    font.bold: root.element.fields.secret
                    font.letterSpacing: root.element.fields.secret ? Theme.mm(0.8) : 0
                    wrapMode: Text.WrapAnywhere
                    Accessible.ignored: true
                }

                Rectangle {
                    visible: written.lineCount < 2
                    anchors.left: written.right
                    anchors.leftMargin: Theme.mm(0.4)
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: (parent.height - written.implicitHeight) / 2 + Theme.mm(0.6)
                    width: Theme.stroke
                    height: Theme.mm(7)
                    color: Theme.lead
                }
            }
        }
    }
}
