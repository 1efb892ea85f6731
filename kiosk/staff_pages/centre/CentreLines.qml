pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A line for each detail of the centre: its label and its value.
PagedColumn {
    id: root

    //! Rows of `LineRow`.
    required property TypedListModel lines

    signal touched(name: string)

    Repeater {
        model: root.lines

        KioskButton {
            id: line

            required property string iconName
            required property string name
            required property string title
            required property string value
            //: In the staff's page: nothing is written there yet.
            readonly property string written: value || qsTr("(chưa có)")

            height: Math.max(Theme.scaled(Theme.row), Theme.smallGap + Math.max(heading.implicitHeight, words.implicitHeight))
            objectName: "line:" + name
            padding: 0
            spokenName: title + ". " + written
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
                    colour: Theme.accent
                    name: line.iconName
                    size: Theme.sign
                }
                Label {
                    id: heading

                    Accessible.ignored: true
                    anchors.left: sign.right
                    anchors.leftMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: Theme.smallCap
                    color: Theme.faintInk
                    lineHeight: 0.85
                    text: Theme.withoutBadBreaks(line.title)
                    width: parent.width * 0.32
                }
                Label {
                    id: words

                    Accessible.ignored: true
                    anchors.left: heading.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: Theme.smallCap
                    font.bold: line.value !== ""
                    lineHeight: 0.85
                    text: line.written
                    wrapMode: Text.Wrap
                }
            }

            onActivated: root.touched(line.name)
        }
    }
}
