pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A paper with values to read off: a network's name, a password.
Rectangle {
    id: root

    property list<var> rows: []

    implicitHeight: column.implicitHeight + Theme.gap * 1.4
    visible: rows.length > 0
    color: Theme.hereSoft
    border.width: Theme.stroke
    border.color: Theme.here
    radius: Theme.mm(1.2)

    Column {
        id: column

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gap
        spacing: Theme.mm(1)

        Repeater {
            model: root.rows

            Flow {
                id: row

                required property var modelData

                width: column.width
                spacing: Theme.smallGap

                Label {
                    text: row.modelData.label + ":"
                    capMm: Theme.smallCap
                    color: Theme.faintInk
                    lineHeight: 0.9
                }

                Label {
                    text: row.modelData.value
                    capMm: Theme.bodyCap
                    font.bold: true
                    font.letterSpacing: Theme.mm(0.4)
                    lineHeight: 0.9
                }
            }
        }
    }
}
