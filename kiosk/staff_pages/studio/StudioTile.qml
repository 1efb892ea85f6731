import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A tile with an icon, a label and a bar that shows how much is recorded.
KioskButton {
    id: root

    //! The total; 0 for a tile without a bar.
    property int count: 0
    property string iconName: ""
    property string number: ""
    property int recorded: 0

    padding: 0
    spokenName: [number, text, count > 0 ? recorded + "/" + count : ""].filter(each => each !== "").join(". ")

    background: Rectangle {
        border.color: Theme.outline
        border.width: Theme.stroke
        color: root.pressed ? Theme.quietPressed : Theme.paper
        radius: Theme.radius
    }
    contentItem: Item {
        Rectangle {
            id: field

            bottomLeftRadius: topLeftRadius
            color: root.pressed ? Theme.accentPressed : Theme.accent
            height: parent.height - 2 * Theme.stroke
            topLeftRadius: Theme.radius - Theme.stroke
            width: Theme.primary
            x: Theme.stroke
            y: Theme.stroke

            Column {
                anchors.centerIn: parent
                spacing: Theme.tinyGap

                Label {
                    Accessible.ignored: true
                    anchors.horizontalCenter: parent.horizontalCenter
                    capMm: Theme.leastCap
                    color: Theme.accentInk
                    font.bold: true
                    lineHeight: 0.8
                    text: root.number
                    visible: text !== ""
                }
                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    colour: Theme.accentInk
                    name: root.iconName
                    size: Theme.sign
                }
            }
        }
        StudioWords {
            anchors.bottom: progress.visible ? progress.top : parent.bottom
            anchors.bottomMargin: Theme.tinyGap
            anchors.left: field.right
            anchors.leftMargin: Theme.smallGap
            anchors.right: parent.right
            anchors.rightMargin: Theme.smallGap
            anchors.top: parent.top
            anchors.topMargin: Theme.tinyGap
            bold: true
            centred: true
            colour: Theme.ink
            heard: false
            text: Theme.withoutBadBreaks(root.text)
        }
        ProgressLine {
            id: progress

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.slimGap
            anchors.left: field.right
            anchors.leftMargin: Theme.smallGap
            anchors.right: parent.right
            anchors.rightMargin: Theme.smallGap
            done: root.recorded
            heard: false
            of: root.count
            visible: root.count > 0
        }
    }
}
