pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! A checklist of what to bring.
FittedView {
    id: root

    //! Extra height of each row where there is much room: a larger touch target.
    readonly property real extra: largest > 2 ? Math.max(0, Math.min(Theme.row, (maximumHeight - wantedHeight) / Math.max(1, papers.count))) : 0
    required property PapersViewModel step
    required property VoiceViewModel voice

    unsettled: overfull(papers)
    implicitHeight: wantedHeight + extra * papers.count
    wantedHeight: {
        let sum = -spacing;
        for (let at = 0; at < papers.count; at++)
            sum += (papers.itemAt(at)?.implicitHeight ?? 0) + spacing;
        return sum;
    }

    PhoneColumn {
        id: rows

        spacing: root.spacing
        width: parent.width

        Repeater {
            id: papers

            model: root.step.papers

            Paper {
                required property string name
                required text
                required ticked

                glowing: root.step.glowing === objectName
                height: implicitHeight + root.extra
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
        overfull: words.contentWidth > words.width + 1
        topPadding: Theme.tinyGap

        background: Rectangle {
            border.color: paper.ticked ? Theme.right : Theme.outline
            border.width: Theme.stroke
            color: paper.pressed ? Theme.quietPressed : paper.ticked ? Theme.rightSoft : paper.glowing ? Theme.highlightSoft : Theme.paper
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
                width: Theme.sign * root.signScale * Theme.textScale
            }
            Label {
                id: words

                Accessible.ignored: true
                anchors.left: box.right
                anchors.leftMargin: Theme.smallGap * root.signScale * Theme.textScale
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                capMm: root.capMm
                font.bold: true
                lineHeight: 0.85
                text: Theme.withoutOrphan(Theme.withWholeTerms(paper.text))
            }
        }

        // The step determines what is ticked, not the touch.
        onToggled: checked = Qt.binding(() => ticked)
    }
}
