pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A paper with values to read off: a network's name, a password.
Rectangle {
    id: root

    property list<var> rows: []

    border.color: Theme.here
    border.width: Theme.stroke
    color: Theme.hereSoft
    implicitHeight: column.implicitHeight + Theme.gap * 1.4
    radius: Theme.mm(1.2)
    visible: rows.length > 0

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(1)

        Repeater {
            model: root.rows

            Flow {
                id: row

                required property var modelData

                spacing: Theme.smallGap
                width: column.width

                Label {
                    capMm: Theme.smallCap
                    color: Theme.faintInk
                    lineHeight: 0.9
                    text: row.modelData.label + ":"
                }
                Label {
                    capMm: Theme.bodyCap
                    font.bold: true
                    font.letterSpacing: Theme.mm(0.4)
                    lineHeight: 0.9
                    text: row.modelData.value
                }
            }
        }
    }
}
