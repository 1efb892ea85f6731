import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! One thing that staff want to know, under what it is called.
Rectangle {
    id: root

    property string called: ""
    property string told: ""

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    height: implicitHeight
    implicitHeight: column.height + Theme.smallGap * 2
    radius: Theme.radius

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        y: Theme.smallGap

        Label {
            capMm: Theme.smallCap
            color: Theme.lead
            font.bold: true
            lineHeight: 0.9
            text: root.called
            width: parent.width
        }
        Label {
            capMm: Theme.smallCap
            lineHeight: 0.9
            text: Theme.unbroken(root.told)
            visible: text !== ""
            width: parent.width
        }
    }
}
