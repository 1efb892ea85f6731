import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property bool on: root.element.fields.on

    implicitHeight: target.implicitHeight
    squeezed: words.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        Accessible.role: Accessible.CheckBox
        checkable: true
        checked: root.on
        element: root.element
        name: root.element.target
        text: root.element.fields.label

        contentItem: Item {
            // Room for the marks of enlarged letters.
            implicitHeight: words.implicitHeight + (Theme.textScale > 1 ? Theme.smallGap : 0)

            TickBox {
                id: box

                anchors.verticalCenter: parent.verticalCenter
                ticked: root.on
                // Grows with the letters, but less.
                width: Theme.sign * Math.max(1, root.letterScale * 0.55)
            }
            PhoneLabel {
                id: words

                Accessible.ignored: true
                anchors.left: box.right
                anchors.leftMargin: Theme.mm(2.4)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                letterScale: root.letterScale
                text: withBreaksFor(target.text, width)
            }
        }

        // The lesson determines whether the box is ticked, not the touch.
        onToggled: checked = Qt.binding(() => root.on)
    }
}
