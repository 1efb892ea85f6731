pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Things to be touched in their sequence; each that has its place shows its number.
Item {
    id: root

    required property OrderViewModel step
    required property VoiceViewModel voice

    readonly property var items: step.items
    readonly property real halfWidth: (width - Theme.gap) / 2
    readonly property real besideWords: Theme.mm(12) + 3 * Theme.smallGap
    readonly property bool paired: items.every(item => metrics.advanceWidth(item.text) < 1.7 * (halfWidth - besideWords))

    //! All are as high as the one with the most words.
    readonly property real tallest: {
        let height = Theme.target;
        for (let at = 0; at < tiles.count; at++)
            height = Math.max(height, tiles.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }

    implicitHeight: grid.implicitHeight

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.bold: true
        font.pixelSize: Theme.letters(Theme.bodyCap)
    }

    Grid {
        id: grid

        width: parent.width
        columns: root.paired ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            id: tiles

            model: root.items.length

            Place {
                required property int index

                readonly property var item: root.items[index]

                objectName: item.name
                width: Math.floor((root.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns)
                height: root.tallest
                text: item.text
                number: item.placed
                glowing: root.step.glowing === objectName
                pointed: root.step.pointed === objectName
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
            color: place.pressed ? Theme.quietPressed : place.taken ? Theme.rightSoft : place.glowing ? Theme.hereSoft : Theme.paper
            border.width: place.taken ? Theme.thick : Theme.stroke
            border.color: place.taken ? Theme.right : Theme.outline
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
                width: Theme.mm(12)
                height: width
                color: place.taken ? Theme.right : "transparent"
                border.width: place.taken ? 0 : Theme.stroke
                border.color: Theme.outline
                radius: height / 2

                Label {
                    anchors.centerIn: parent
                    visible: place.taken
                    text: String(place.number)
                    color: Theme.paper
                    font.bold: true
                    Accessible.ignored: true
                }
            }

            Label {
                id: words

                anchors.left: badge.right
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: place.text
                font.bold: true
                lineHeight: 0.85
                Accessible.ignored: true
            }
        }
    }
}
