import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    implicitHeight: target.implicitHeight
    squeezed: words.squeezed

    PhoneTarget {
        id: target

        Accessible.description: root.element.fields.value ?? ""
        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label

        contentItem: Item {
            implicitHeight: words.implicitHeight

            PhoneTile {
                id: tile

                anchors.verticalCenter: parent.verticalCenter
                iconName: root.element.fields.icon ?? ""
                size: Theme.mm(8 * root.letterScale / Theme.textScale)
                radius: size / 2
            }
            PhoneWords {
                id: words

                anchors.left: tile.visible ? tile.right : parent.left
                anchors.leftMargin: tile.visible ? Theme.mm(2.4) : 0
                anchors.right: chevron.left
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                letterScale: root.letterScale
                title: target.text
                value: root.element.fields.value ?? ""
            }
            PhoneLabel {
                id: chevron

                Accessible.ignored: true
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                capMm: Theme.sentenceCap
                color: Theme.faintInk
                text: "›"
            }
        }
    }
}
