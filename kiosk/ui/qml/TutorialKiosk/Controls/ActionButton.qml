import QtQuick
import TutorialKiosk.Theme

//! A button with an icon and a word: it leads on, calls a person, or waits quietly.
KioskButton {
    id: root

    enum Manner {
        Quiet,
        Lead,
        Call
    }

    property int manner: ActionButton.Quiet
    property string iconName: ""
    //! The icon above the word instead of before it.
    property bool stacked: false
    property real capMm: Theme.smallCap

    readonly property color ground: manner === ActionButton.Lead ? Theme.lead : manner === ActionButton.Call ? Theme.call : Theme.paper
    readonly property color groundPressed: manner === ActionButton.Lead ? Theme.leadPressed : manner === ActionButton.Call ? Theme.callPressed : Theme.quietPressed
    readonly property color words: manner === ActionButton.Lead ? Theme.leadInk : manner === ActionButton.Call ? Theme.callInk : Theme.lead

    leftPadding: Theme.smallGap
    rightPadding: Theme.smallGap
    topPadding: Theme.mm(1.2)
    bottomPadding: Theme.mm(1.2)

    background: Rectangle {
        color: root.pressed ? root.groundPressed : root.ground
        border.width: root.manner === ActionButton.Quiet ? Theme.stroke : 0
        border.color: Theme.lead
        radius: Theme.radius

        Glow {
            on: root.glowing
        }
    }

    contentItem: Item {
        implicitWidth: root.stacked ? Math.max(icon.width, word.implicitWidth) : icon.width + (icon.visible ? Theme.smallGap : 0) + word.implicitWidth
        implicitHeight: root.stacked ? icon.height + word.implicitHeight : Math.max(icon.height, word.implicitHeight)

        Grid {
            id: grid

            anchors.centerIn: parent
            columns: root.stacked ? 1 : 2
            columnSpacing: Theme.smallGap
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Icon {
                id: icon

                name: root.iconName
                colour: root.words
                size: Theme.mm(root.stacked ? 8 : 9)
            }

            Label {
                id: word

                width: Math.min(implicitWidth, root.availableWidth - (root.stacked || !icon.visible ? 0 : icon.width + Theme.smallGap))
                text: root.text
                capMm: root.capMm
                color: root.words
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.82
                Accessible.ignored: true
            }
        }
    }
}
