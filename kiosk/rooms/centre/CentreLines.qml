pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A line for each thing that is written of the centre: what it is, and what is written there.
Column {
    id: root

    required property var lines
    readonly property real share: (height - spacing * (lines.length - 1)) / Math.max(1, lines.length)

    signal touched(name: string)

    spacing: Theme.smallGap

    Repeater {
        model: root.lines

        KioskButton {
            id: line

            required property var modelData

            height: Math.min(Math.max(Theme.target, root.share), Theme.mm(34 * Theme.textScale))
            objectName: "line:" + modelData.name
            padding: 0
            spokenName: qsTr(modelData.title) + ". " + modelData.value
            text: modelData.value
            width: root.width

            background: Rectangle {
                border.color: Theme.outline
                border.width: Theme.stroke
                color: line.pressed ? Theme.quietPressed : Theme.paper
                radius: Theme.radius
            }
            contentItem: Item {
                Icon {
                    id: sign

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.lead
                    name: line.modelData.icon
                    size: Theme.mm(10)
                }
                Label {
                    id: title

                    Accessible.ignored: true
                    anchors.left: sign.right
                    anchors.leftMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: Theme.smallCap
                    color: Theme.faintInk
                    lineHeight: 0.8
                    text: qsTr(line.modelData.title)
                    width: parent.width * 0.32
                }
                Label {
                    Accessible.ignored: true
                    anchors.left: title.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: Theme.smallCap
                    font.bold: line.modelData.value !== ""
                    lineHeight: 0.8
                    //: In the staff's room: nothing is written there yet.
                    text: line.modelData.value || qsTr("(chưa có)")
                    wrapMode: Text.Wrap
                }
            }

            onActivated: root.touched(line.modelData.name)
        }
    }
}
