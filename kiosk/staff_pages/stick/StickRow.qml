import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! One lesson: icon, number, title and state.
KioskButton {
    id: row

    required property string iconName
    property bool ok: true
    property string note: ""
    property string number: ""

    height: Math.max(Theme.row, words.implicitHeight + Theme.smallGap * 2)
    padding: 0
    spokenName: [number, text, note].filter(each => each !== "").join(". ")

    background: Rectangle {
        border.color: Theme.outline
        border.width: Theme.stroke
        color: row.pressed ? Theme.quietPressed : Theme.paper
        radius: Theme.radius
    }
    contentItem: Item {
        Rectangle {
            id: badge

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.margins: Theme.stroke
            anchors.top: parent.top
            bottomLeftRadius: topLeftRadius
            color: row.ok ? Theme.accent : Theme.call
            topLeftRadius: Theme.radius - Theme.stroke
            width: Theme.row

            Icon {
                anchors.centerIn: parent
                colour: row.ok ? Theme.accentInk : Theme.callInk
                name: row.iconName
                size: Theme.sign
            }
        }
        Column {
            id: words

            anchors.left: badge.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.smallGap
            anchors.verticalCenter: parent.verticalCenter

            Label {
                Accessible.ignored: true
                capMm: Theme.smallCap
                font.bold: true
                lineHeight: 0.85
                text: Theme.withoutBadBreaks(row.number !== "" ? row.number + ". " + row.text : row.text)
                width: parent.width
                wrapMode: Text.Wrap
            }
            Label {
                Accessible.ignored: true
                capMm: Theme.smallCap
                color: Theme.faintInk
                lineHeight: 0.85
                text: row.note
                width: parent.width
            }
        }
    }
}
