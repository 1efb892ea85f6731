pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! A key of a keyboard; different keys may be pressed in quick succession.
KioskButton {
    id: root

    property real capMm: Theme.sentenceCap
    property string iconName: ""
    //! Offset above the middle at which letters without stacked diacritics look best.
    property real lift: Theme.tinyGap
    readonly property bool lit: checked || down

    height: Theme.target
    padding: 0
    quick: true

    background: Rectangle {
        border.color: Theme.outline
        border.width: Math.max(1, Theme.stroke / 2)
        color: root.lit ? Theme.accentPressed : root.glowing ? Theme.highlightSoft : Theme.key
        radius: Theme.smallRadius

        Glow {
            on: root.glowing
        }
    }
    contentItem: Item {
        Label {
            Accessible.ignored: true
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -root.lift
            capMm: root.capMm
            color: root.lit ? Theme.accentInk : Theme.ink
            font.pixelSize: Theme.lettersAt(root.capMm, 1)
            text: root.text
        }
        Loader {
            active: root.iconName !== ""
            anchors.centerIn: parent

            sourceComponent: Icon {
                colour: root.lit ? Theme.accentInk : Theme.ink
                name: root.iconName
                size: Theme.sign * Math.max(1, root.capMm / Theme.sentenceCap)
            }
        }
    }
}
