import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: target.implicitHeight
    squeezed: title.squeezed || words.squeezed

    PhoneTarget {
        id: target

        Accessible.description: root.element.fields.text
        anchors.fill: parent
        bottomPadding: Theme.mm(2)
        element: root.element
        name: root.element.target
        text: root.element.fields.title
        topPadding: Theme.mm(2)

        contentItem: Item {
            implicitHeight: Math.max(tile.height, title.height) + words.height

            PhoneTile {
                id: tile

                iconName: root.element.fields.icon
                size: Theme.mm(8 * root.letterScale)
                radius: size / 2
            }
            PhoneLabel {
                id: title

                Accessible.ignored: true
                anchors.left: tile.right
                anchors.leftMargin: Theme.mm(2.4)
                anchors.right: parent.right
                font.bold: true
                height: Math.max(tile.height, implicitHeight)
                letterScale: root.letterScale
                text: withBreaksFor(target.text, width)
                verticalAlignment: Text.AlignVCenter
            }
            PhoneLabel {
                id: words

                Accessible.ignored: true
                anchors.bottom: parent.bottom
                letterScale: root.letterScale
                text: withBreaksFor(root.element.fields.text, width)
                width: parent.width
            }
        }
    }
}
