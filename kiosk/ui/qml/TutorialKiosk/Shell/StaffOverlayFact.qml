import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A fact for staff, below its name.
Rectangle {
    id: root

    property string heading: ""
    property string value: ""

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    height: implicitHeight
    implicitHeight: title.implicitHeight + (value === "" ? 0 : words.implicitHeight) + Theme.smallGap * 2
    radius: Theme.radius

    Label {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        capMm: Theme.smallCap
        color: Theme.accent
        font.bold: true
        lineHeight: 0.9
        text: root.heading
        y: Theme.smallGap
    }
    Label {
        id: words

        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        capMm: Theme.smallCap
        lineHeight: 0.9
        text: Theme.withoutBadBreaks(root.value)
    }
}
