import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string content: root.element.filled !== "" ? root.element.filled : root.element.fields.value ?? ""

    implicitHeight: target.implicitHeight
    squeezed: label.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label
        Accessible.description: root.element.fields.secret ? "" : root.content

        contentItem: Item {
            implicitHeight: label.implicitHeight + box.height

            PhoneLabel {
                id: label

                width: parent.width
                text: target.text
                letterScale: root.letterScale
                color: Theme.faintInk
                Accessible.ignored: true
            }

            Rectangle {
                id: box

                anchors.top: label.bottom
                width: parent.width
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
                    width: Math.min(implicitWidth, parent.width - Theme.mm(5))
                    text: root.element.fields.secret ? "●".repeat(root.content.length) : root.content
                    letterScale: root.letterScale
                    wrapMode: Text.WrapAnywhere
                    Accessible.ignored: true
                }

                Rectangle {
                    anchors.left: written.right
                    anchors.leftMargin: Theme.mm(0.6)
                    anchors.bottom: written.bottom
                    anchors.bottomMargin: Theme.mm(1)
                    width: Theme.stroke
                    height: Theme.mm(7)
                    color: Theme.lead
                }
            }
        }
    }
}
