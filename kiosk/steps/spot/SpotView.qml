pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! A message bubble in parts; a part that was found to be a sign of a scam is underlined.
FittedView {
    id: root

    required property SpotViewModel step
    required property VoiceViewModel voice

    unsettled: overfull(parts)
    wantedHeight: pieces.tall + 2 * pieces.y

    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Theme.stroke
        bottomLeftRadius: Theme.tinyGap
        color: Theme.paper
        radius: Theme.mm(6)
    }
    PhoneColumn {
        id: pieces

        //! Above and below the words of a piece: in larger text, letters have the room.
        readonly property real inset: Theme.textScale > 1 ? Theme.tinyGap / 2 : Theme.slimGap

        spacing: Theme.smallGap
        width: parent.width - 2 * x
        x: Theme.smallGap
        y: Theme.smallGap

        Repeater {
            id: parts

            model: root.step.parts

            Piece {
                required found
                required property int index
                required property string name
                required text

                first: index === 0
                glowing: root.step.glowing === objectName
                objectName: name
                pointed: root.step.pointed === objectName
                waits: root.step.pendingOption === objectName
                width: pieces.width

                onActivated: root.step.touch(objectName)
            }
        }
    }

    component Piece: KioskButton {
        id: piece

        property bool first: false
        property bool found: false
        property bool waits: false

        Accessible.checkable: true
        Accessible.checked: found
        Accessible.selected: waits
        //: Read aloud by a screen reader for a piece of a message that is a sign of a scam.
        Accessible.description: found ? qsTr("Dấu hiệu lừa") : ""
        bottomPadding: pieces.inset
        overfull: words.contentWidth > words.width + 1
        topPadding: pieces.inset

        background: Rectangle {
            color: piece.pressed ? Theme.quietPressed : piece.glowing ? Theme.highlightSoft : "transparent"
            radius: Theme.radius

            Rectangle {
                color: Theme.hairline
                height: Math.max(1, Theme.stroke / 2)
                visible: !piece.first
                width: parent.width
                y: -(pieces.spacing + height) / 2
            }
            Glow {
                on: piece.glowing
            }
        }
        contentItem: Item {
            implicitHeight: words.implicitHeight

            Label {
                id: words

                Accessible.ignored: true
                anchors.left: parent.left
                anchors.right: sign.left
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                capMm: root.capMm
                color: piece.found ? Theme.danger : Theme.ink
                font.underline: piece.found
                lineHeight: 0.85
                text: Theme.withoutOrphan(piece.text)
            }
            TakeTick {
                id: sign

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.signLarge * root.signScale
                waits: piece.waits

                Icon {
                    anchors.centerIn: parent
                    colour: Theme.danger
                    name: "warning"
                    opacity: piece.found ? 1 : 0
                    size: Theme.sign * root.signScale
                }
            }
        }
    }
}
