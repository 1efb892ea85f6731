import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A button on the phone: filled, or outlined when it is secondary.
PhoneTarget {
    id: root

    //! Red, as the button of a call with the same icon is.
    readonly property bool endsCall: iconName === "hang-up"
    property string iconName: ""
    //! Space between icon and label; it grows with the letters.
    readonly property real iconGap: Theme.slimGap * Math.max(1, letterScale)
    readonly property color ink: endsCall ? Theme.cameraSign : lesser ? Theme.accent : Theme.accentInk
    property bool lesser: false
    //! The radius of a button with one line: a larger one would bring the corners too close to the text.
    readonly property real roundness: Math.min(height, Theme.row) / 2
    property real letterScale: 1
    readonly property bool squeezed: word.squeezed

    // Beside the round ends and the ring; larger letters need the width.
    leftPadding: Theme.textScale > 1 ? Theme.smallGap : Theme.margin
    rightPadding: leftPadding
    // Diacritics of large letters need more space.
    topPadding: Theme.tinyGap * (letterScale > 2 ? 1 + 0.4 * letterScale : 1)

    background: Rectangle {
        border.color: root.endsCall ? Theme.cameraSign : Theme.accent
        border.width: (root.endsCall ? Theme.high : root.lesser) ? Theme.stroke : 0
        color: root.endsCall ? Theme.callRed : root.lesser ? Theme.paper : Theme.accent
        radius: root.roundness

        Glow {
            on: root.glowing
            radius: root.roundness + Theme.thick * 1.3
        }
    }
    contentItem: Item {
        implicitHeight: Math.max(icon.height, word.implicitHeight)

        Icon {
            id: icon

            anchors.right: word.left
            // Stays beside the text, even if its lines are shorter than the label.
            anchors.rightMargin: root.iconGap - (word.width - word.contentWidth) / 2
            anchors.verticalCenter: parent.verticalCenter
            colour: root.ink
            name: root.iconName
            size: Theme.mm(6 * root.letterScale)
        }
        PhoneLabel {
            id: word

            readonly property real besides: icon.visible ? icon.width + root.iconGap : 0

            Accessible.ignored: true
            anchors.centerIn: parent
            anchors.horizontalCenterOffset: besides / 2
            color: root.ink
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            letterScale: root.letterScale
            text: Theme.withoutOrphan(root.text)
            width: Math.min(implicitWidth, parent.width - besides)
        }
    }
}
