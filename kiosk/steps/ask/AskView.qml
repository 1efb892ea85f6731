pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The answers, one under the other, or side by side where they are short.
Item {
    id: root

    required property AskViewModel step
    required property VoiceViewModel voice

    readonly property var choices: step.choices
    readonly property real halfWidth: (width - Theme.gap) / 2
    readonly property real besideWords: Theme.mm(12) + 3 * Theme.smallGap
    readonly property bool paired: choices.every(choice => metrics.advanceWidth(choice.text) < halfWidth - besideWords)

    //! All are as high as the one with the most words.
    readonly property real tallest: {
        let height = Theme.target;
        for (let at = 0; at < tiles.count; at++)
            height = Math.max(height, tiles.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }

    implicitHeight: grid.implicitHeight

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.bold: true
        font.pixelSize: Theme.letters(Theme.bodyCap)
    }

    Grid {
        id: grid

        width: parent.width
        columns: root.paired ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            id: tiles

            model: root.choices.length

            Answer {
                required property int index

                readonly property var choice: root.choices[index]

                objectName: choice.name
                width: Math.floor((root.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns)
                height: root.tallest
                text: choice.text
                chosen: choice.chosen
                leadsOn: choice.right
                glowing: root.step.glowing === objectName
                pointed: root.step.pointed === objectName
                onActivated: root.step.touch(objectName)
            }
        }
    }

    component Answer: KioskButton {
        id: answer

        property bool chosen: false
        property bool leadsOn: false
        readonly property bool found: chosen && leadsOn
        readonly property bool missed: chosen && !leadsOn

        //: Read aloud by a screen reader for an answer that was chosen: right, or not quite.
        Accessible.description: found ? qsTr("Đúng rồi") : missed ? qsTr("Chưa đúng") : ""

        background: Rectangle {
            color: answer.pressed ? Theme.quietPressed : answer.found ? Theme.rightSoft : answer.missed ? Theme.ground : answer.glowing ? Theme.hereSoft : Theme.paper
            border.width: answer.found ? Theme.thick : Theme.stroke
            border.color: answer.found ? Theme.right : answer.missed ? Theme.hairline : Theme.outline
            radius: Theme.radius

            Glow {
                on: answer.glowing
            }
        }

        contentItem: Item {
            implicitHeight: words.implicitHeight

            Rectangle {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                width: Theme.mm(10)
                height: width
                color: answer.found ? Theme.right : "transparent"
                border.width: answer.found ? 0 : Theme.stroke
                border.color: answer.missed ? Theme.faintInk : Theme.outline
                radius: height / 2

                Icon {
                    anchors.centerIn: parent
                    name: answer.found ? "check" : answer.missed ? "cross" : ""
                    colour: answer.found ? Theme.paper : Theme.faintInk
                    size: Theme.mm(7)
                }
            }

            Label {
                id: words

                anchors.left: sign.right
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: answer.text
                color: answer.missed ? Theme.faintInk : Theme.ink
                font.bold: !answer.missed
                lineHeight: 0.85
                Accessible.ignored: true
            }
        }
    }
}
