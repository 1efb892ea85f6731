import QtQuick
import TutorialKiosk.Theme

//! A large tile: what it is about as a drawing, in words, and perhaps by number.
KioskButton {
    id: root

    property bool chosen: false
    property string iconName: ""
    property string note: ""
    property string number: ""

    padding: Theme.gap
    spokenName: [number, text, note].filter(each => each !== "").join(". ")

    background: Rectangle {
        border.color: root.chosen ? Theme.here : Theme.outline
        border.width: root.chosen ? Theme.thick : Theme.stroke
        color: root.pressed ? Theme.quietPressed : root.chosen ? Theme.hereSoft : Theme.paper
        radius: Theme.radius

        Glow {
            on: root.glowing
        }
    }
    contentItem: Item {
        implicitHeight: column.implicitHeight
        implicitWidth: column.implicitWidth

        Column {
            id: column

            anchors.centerIn: parent
            spacing: Theme.smallGap
            width: parent.width

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: Theme.lead
                name: root.iconName
                size: Math.min(Theme.mm(22), root.availableHeight * 0.4)
            }
            Label {
                Accessible.ignored: true
                capMm: Theme.bodyCap
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.85
                text: root.text
                width: parent.width
            }
            Label {
                Accessible.ignored: true
                capMm: Theme.smallCap
                color: Theme.faintInk
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.85
                text: root.note
                visible: text !== ""
                width: parent.width
            }
        }
        Rectangle {
            color: Theme.lead
            height: Theme.mm(12)
            radius: Theme.radius
            visible: root.number !== ""
            width: Math.max(Theme.mm(14), numeral.implicitWidth + Theme.smallGap * 2)

            Label {
                id: numeral

                Accessible.ignored: true
                anchors.centerIn: parent
                capMm: Theme.smallCap
                color: Theme.leadInk
                font.bold: true
                text: root.number
            }
        }
    }
}
