pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Things to be touched in their sequence; each that has its place shows its number.
Item {
    id: root

    readonly property var items: step.items
    readonly property bool paired: items.length > 4 || width > Theme.mm(230)
    required property OrderViewModel step

    //! All are as high as the one with the most words.
    readonly property real tallest: {
        let height = Theme.target;
        for (let at = 0; at < tiles.count; at++)
            height = Math.max(height, tiles.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }
    required property VoiceViewModel voice

    implicitHeight: grid.implicitHeight

    Grid {
        id: grid

        columnSpacing: Theme.gap
        columns: root.paired ? 2 : 1
        rowSpacing: Theme.gap
        width: parent.width

        Repeater {
            id: tiles

            model: root.items.length

            Place {
                required property int index
                readonly property var item: root.items[index]

                glowing: root.step.glowing === objectName
                height: root.tallest
                number: item.placed
                objectName: item.name
                pointed: root.step.pointed === objectName
                text: item.text
                width: Math.floor((root.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns)

                onActivated: root.step.touch(objectName)
            }
        }
    }

    component Place: KioskButton {
        id: place

        property int number: 0
        readonly property bool taken: number > 0

        Accessible.description: taken ? String(number) : ""

        background: Rectangle {
            border.color: place.taken ? Theme.right : Theme.outline
            border.width: place.taken ? Theme.thick : Theme.stroke
            color: place.pressed ? Theme.quietPressed : place.taken ? Theme.rightSoft : place.glowing ? Theme.hereSoft : Theme.paper
            radius: Theme.radius

            Glow {
                on: place.glowing
            }
        }
        contentItem: Item {
            implicitHeight: words.implicitHeight

            Rectangle {
                id: badge

                anchors.verticalCenter: parent.verticalCenter
                border.color: Theme.outline
                border.width: place.taken ? 0 : Theme.stroke
                color: place.taken ? Theme.right : "transparent"
                height: width
                radius: height / 2
                width: Theme.mm(12)

                Label {
                    Accessible.ignored: true
                    anchors.centerIn: parent
                    color: Theme.paper
                    font.bold: true
                    text: String(place.number)
                    visible: place.taken
                }
            }
            Label {
                id: words

                Accessible.ignored: true
                anchors.left: badge.right
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                font.bold: true
                lineHeight: 0.85
                text: place.text
            }
        }
    }
}
