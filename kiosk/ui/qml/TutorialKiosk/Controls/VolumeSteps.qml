pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! The volume of the voice, from 1 to 5: a button for softer, the level, a button for louder.
Row {
    id: root

    required property int volume

    signal volumeChosen(volume: int)

    spacing: Theme.smallGap

    ActionButton {
        anchors.verticalCenter: parent?.verticalCenter
        enabled: root.volume > 1
        height: Math.min(root.height, Theme.drawing)
        iconName: "minus"
        iconSize: Theme.sign
        objectName: "quieter"
        //: Read aloud by a screen reader: a softer voice.
        spokenName: qsTr("Nhỏ hơn")
        width: Theme.block

        onActivated: root.volumeChosen(root.volume - 1)
    }
    Item {
        height: root.height
        width: root.width - Theme.block * 2 - root.spacing * 2

        Row {
            anchors.centerIn: parent
            spacing: Theme.smallGap

            Repeater {
                model: 5

                Rectangle {
                    required property int index

                    anchors.bottom: parent?.bottom
                    border.color: Theme.accent
                    border.width: Theme.stroke
                    color: index < root.volume ? Theme.accent : "transparent"
                    height: Theme.margin + index * Theme.smallGap
                    radius: Theme.smallRadius
                    width: Theme.signSmall
                }
            }
        }
    }
    ActionButton {
        anchors.verticalCenter: parent?.verticalCenter
        enabled: root.volume < 5
        height: Math.min(root.height, Theme.drawing)
        iconName: "plus"
        iconSize: Theme.sign
        objectName: "louder"
        //: Read aloud by a screen reader: a louder voice.
        spokenName: qsTr("To hơn")
        width: Theme.block

        onActivated: root.volumeChosen(root.volume + 1)
    }
}
