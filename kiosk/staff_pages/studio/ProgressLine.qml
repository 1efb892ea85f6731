import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A progress bar with the numbers beside it.
Item {
    id: root

    required property int done
    //! Whether a screen reader reads the progress.
    property bool heard: true
    required property int of

    height: numbers.implicitHeight

    Rectangle {
        anchors.left: parent.left
        anchors.right: numbers.left
        anchors.rightMargin: Theme.smallGap
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.outline
        border.width: Theme.stroke
        color: Theme.paper
        height: Theme.margin
        radius: height / 2

        Rectangle {
            color: Theme.right
            height: parent.height
            radius: parent.radius
            visible: root.done > 0
            width: Math.max(height, parent.width * root.done / Math.max(1, root.of))
        }
    }
    Label {
        id: numbers

        Accessible.ignored: !root.heard
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        capMm: Theme.leastCap
        font.bold: true
        lineHeight: 0.85
        text: root.done + "/" + root.of
        wrapMode: Text.NoWrap
    }
}
