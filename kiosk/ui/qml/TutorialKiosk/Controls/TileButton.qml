import QtQuick
import TutorialKiosk.Theme

//! A large tile: what it is about as a drawing, in words, and perhaps by number.
KioskButton {
    id: root

    property string iconName: ""
    property string number: ""
    property string note: ""
    property bool chosen: false

    padding: Theme.gap

    background: Rectangle {
        color: root.pressed ? Theme.quietPressed : root.chosen ? Theme.hereSoft : Theme.paper
        border.width: root.chosen ? Theme.thick : Theme.stroke
        border.color: root.chosen ? Theme.here : Theme.outline
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
            width: parent.width
            spacing: Theme.smallGap

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: root.iconName
                colour: Theme.lead
                size: Math.min(Theme.mm(22), root.availableHeight * 0.4)
            }

            Label {
                width: parent.width
                text: root.text
                capMm: Theme.bodyCap
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.85
                Accessible.ignored: true
            }

            Label {
                width: parent.width
                visible: text !== ""
                text: root.note
                capMm: Theme.smallCap
                color: Theme.faintInk
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.85
                Accessible.ignored: true
            }
        }

        Rectangle {
            visible: root.number !== ""
            width: Math.max(Theme.mm(14), numeral.implicitWidth + Theme.smallGap * 2)
            height: Theme.mm(12)
            radius: Theme.radius
            color: Theme.lead

            Label {
                id: numeral

                anchors.centerIn: parent
                text: root.number
                capMm: Theme.smallCap
                color: Theme.leadInk
                font.bold: true
                Accessible.ignored: true
            }
        }
    }
}
