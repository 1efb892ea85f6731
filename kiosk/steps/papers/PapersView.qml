pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! What to bring, each with a box to tick.
FittedView {
    id: root

    required property PapersViewModel step
    required property VoiceViewModel voice

    wantedHeight: rows.tall

    PhoneColumn {
        id: rows

        spacing: root.spacing
        width: parent.width

        Repeater {
            model: root.step.papers

            Paper {
                required property string name
                required text
                required ticked

                glowing: root.step.glowing === objectName
                objectName: name
                pointed: root.step.pointed === objectName
                width: rows.width

                onActivated: root.step.touch(objectName)
            }
        }
    }

    component Paper: KioskButton {
        id: paper

        property bool ticked: false

        bottomPadding: Theme.tinyGap
        checkable: true
        checked: ticked
        topPadding: Theme.tinyGap

        background: Rectangle {
            border.color: paper.ticked ? Theme.right : Theme.outline
            border.width: Theme.stroke
            color: paper.pressed ? Theme.quietPressed : paper.ticked ? Theme.rightSoft : paper.glowing ? Theme.hereSoft : Theme.paper
            radius: Theme.radius

            Glow {
                on: paper.glowing
            }
        }
        contentItem: Item {
            implicitHeight: Math.max(box.height, words.implicitHeight)

            TickBox {
                id: box

                anchors.verticalCenter: parent.verticalCenter
                ticked: paper.ticked
            }
            Label {
                id: words

                Accessible.ignored: true
                anchors.left: box.right
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                capMm: root.capMm
                font.bold: true
                lineHeight: 0.85
                text: Theme.joined(paper.text)
            }
        }

        // The step says what is ticked, not the finger.
        onToggled: checked = Qt.binding(() => ticked)
    }
}
