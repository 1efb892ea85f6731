import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A step to jump to: its number and its sentence.
KioskButton {
    id: root

    property bool here: false
    property string number: ""

    Accessible.checkable: true
    Accessible.checked: here
    height: Math.max(Theme.target, sentence.implicitHeight + Theme.smallGap * 2)
    spokenName: number + ". " + text

    background: Rectangle {
        border.color: root.here ? Theme.highlight : Theme.outline
        border.width: root.here ? Theme.thick : Theme.stroke
        color: root.pressed ? Theme.quietPressed : root.here ? Theme.highlightSoft : Theme.paper
        radius: Theme.radius
    }
    contentItem: Item {
        Label {
            id: numeral

            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            capMm: Theme.bodyCap
            color: Theme.accent
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            text: root.number
            width: Theme.scaled(Theme.signLarge)
        }
        Label {
            id: sentence

            Accessible.ignored: true
            anchors.left: numeral.right
            anchors.leftMargin: Theme.smallGap
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            capMm: Theme.smallCap
            lineHeight: 0.9
            text: Theme.withoutBadBreaks(root.text)
        }
    }
}
