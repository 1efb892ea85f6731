pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A line for each thing that is written of the centre: what it is, and what is written there.
PagedColumn {
    id: root

    required property var lines

    signal touched(name: string)

    Repeater {
        model: root.lines

        KioskButton {
            id: line

            required property var modelData
            //: In the staff's room: nothing is written there yet.
            readonly property string written: modelData.value || qsTr("(chưa có)")

            height: Math.max(Theme.mm(18 * Theme.textScale), Theme.smallGap + Math.max(title.implicitHeight, value.implicitHeight))
            objectName: "line:" + modelData.name
            padding: 0
            spokenName: modelData.title + ". " + written
            text: written
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
                    lineHeight: 0.85
                    text: line.modelData.title
                    width: parent.width * 0.32
                }
                Label {
                    id: value

                    Accessible.ignored: true
                    anchors.left: title.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: Theme.smallCap
                    font.bold: line.modelData.value !== ""
                    lineHeight: 0.85
                    text: line.written
                    wrapMode: Text.Wrap
                }
            }

            onActivated: root.touched(line.modelData.name)
        }
    }
}
