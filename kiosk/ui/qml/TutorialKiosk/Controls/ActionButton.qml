import QtQuick
import TutorialKiosk.Theme

//! A button with an icon and a label, for the primary action, for calling staff, or for secondary actions.
KioskButton {
    id: root

    enum Manner {
        Quiet,
        Lead,
        Call
    }

    property real capMm: Theme.smallCap
    readonly property color ground: manner === ActionButton.Lead ? Theme.accent : manner === ActionButton.Call ? Theme.call : Theme.paper
    readonly property color groundPressed: manner === ActionButton.Lead ? Theme.accentPressed : manner === ActionButton.Call ? Theme.callPressed : Theme.quietPressed
    //! Size of the icon; above the text it takes the room that the text leaves.
    readonly property real iconFitted: stacked ? Math.max(Theme.signSmall, Math.min(iconSize, availableHeight - word.implicitHeight)) : iconSize
    property string iconName: ""
    //! Size of the icon in proportion to the letters.
    property real iconSize: Math.round(Theme.letters(capMm) * 1.38)
    property int manner: ActionButton.Quiet
    //! Whether the icon is above the text instead of before it.
    property bool stacked: false
    readonly property color words: manner === ActionButton.Lead ? Theme.accentInk : manner === ActionButton.Call ? Theme.callInk : Theme.accent

    bottomPadding: Theme.tinyGap
    leftPadding: Theme.smallGap
    rightPadding: Theme.smallGap
    topPadding: Theme.tinyGap

    background: Rectangle {
        border.color: Theme.accent
        border.width: root.manner === ActionButton.Quiet ? Theme.stroke : 0
        color: root.pressed ? root.groundPressed : root.ground
        radius: Theme.radius

        Glow {
            on: root.glowing
        }
    }
    contentItem: Item {
        implicitHeight: root.stacked ? icon.height + word.implicitHeight : Math.max(icon.height, word.implicitHeight)
        implicitWidth: root.stacked ? Math.max(icon.width, word.implicitWidth) : icon.width + (icon.visible ? Theme.smallGap : 0) + word.implicitWidth

        Grid {
            //! Free space before the lines of text: the icon is placed beside the text itself, not beside its
            //! bounding box.
            readonly property real slack: columns === 2 && icon.visible ? Math.max(0, word.width - word.contentWidth) / 2 : 0

            anchors.centerIn: parent
            anchors.horizontalCenterOffset: slack / 2
            columnSpacing: Theme.smallGap - slack
            columns: root.stacked || root.text === "" ? 1 : 2
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Icon {
                id: icon

                colour: root.words
                name: root.iconName
                size: root.iconFitted
            }
            Label {
                id: word

                Accessible.ignored: true
                capMm: root.capMm
                color: root.words
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.82
                text: Theme.withoutOrphan(root.text)
                visible: root.text !== ""
                width: Math.min(implicitWidth, root.availableWidth - (root.stacked || !icon.visible ? 0 : root.iconSize + Theme.smallGap))
            }
        }
    }
}
