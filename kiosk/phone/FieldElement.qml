import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string content: root.element.filled !== "" ? root.element.filled : root.element.fields.value ?? ""
    //! The words stand before the box instead of above it.
    readonly property bool inOneLine: root.wide && width > Theme.mm(75)

    besideKeyboard: true
    implicitHeight: target.implicitHeight
    squeezed: label.squeezed || root.letterScale > 1 && written.lineCount > 1

    PhoneTarget {
        id: target

        Accessible.description: root.element.fields.secret ? "" : root.content
        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label

        contentItem: Item {
            implicitHeight: root.inOneLine ? Math.max(label.implicitHeight, box.height) : label.implicitHeight + box.height

            PhoneLabel {
                id: label

                Accessible.ignored: true
                color: Theme.faintInk
                height: root.inOneLine ? parent.height : implicitHeight
                letterScale: root.letterScale
                text: target.text
                verticalAlignment: Text.AlignVCenter
                width: root.inOneLine ? Math.min(implicitWidth, parent.width * 0.45) : parent.width
            }
            Rectangle {
                id: box

                anchors.bottom: parent.bottom
                anchors.left: root.inOneLine ? label.right : parent.left
                anchors.leftMargin: root.inOneLine ? Theme.mm(2) : 0
                anchors.right: parent.right
                border.color: Theme.outline
                border.width: Theme.stroke
                color: Theme.paper
                height: Math.max(Theme.mm(11), written.implicitHeight)
                radius: Theme.mm(1.6)

                PhoneLabel {
                    id: written

                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.mm(2)
                    anchors.verticalCenter: parent.verticalCenter
                    font.bold: root.element.fields.secret
                    font.letterSpacing: root.element.fields.secret ? Theme.mm(0.8) : 0
                    letterScale: root.letterScale
                    text: root.element.fields.secret ? "•".repeat(root.content.length) : root.content
                    width: Math.min(implicitWidth, parent.width - Theme.mm(4))
                    wrapMode: Text.WrapAnywhere
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: (parent.height - written.implicitHeight) / 2 + Theme.mm(0.6)
                    anchors.left: written.right
                    anchors.leftMargin: Theme.mm(0.4)
                    color: Theme.lead
                    height: Theme.mm(7)
                    visible: written.lineCount < 2
                    width: Theme.stroke
                }
            }
        }
    }
}
