pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The end of a lesson: what the learner can do now, and the three things to remember.
Item {
    id: root

    readonly property bool hasFacts: visit.lesson.facts.count > 0
    readonly property bool portrait: height > width
    required property VisitViewModel visit

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        close: width < Theme.mm(205) * Theme.textScale
        number: root.visit.lesson.number
        title: root.visit.lesson.title
        visit: root.visit
    }
    Picture {
        id: picture

        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.topMargin: Theme.gap
        height: root.portrait ? parent.height * (root.hasFacts ? 0.42 : 0.32) : parent.height - header.height - takeHome.height - 2 * Theme.gap
        name: root.hasFacts ? "" : root.visit.lesson.donePicture
        visible: name !== "" && height > Theme.mm(24)
        width: root.portrait ? parent.width : parent.width * (!root.hasFacts ? takeHome.share : root.height < Theme.paneWidth ? 0.47 : 0.44)
    }
    FactsPanel {
        anchors.fill: picture
        facts: root.visit.lesson.facts
        visible: root.hasFacts
    }
    TakeHome {
        id: takeHome

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        compact: root.hasFacts && !root.portrait
        comeBackInvitation: root.visit.lesson.comeBackInvitation
        comeBackNumber: root.visit.lesson.comeBackNumber
        height: implicitHeight
        voice: root.visit.voice
        width: picture.width
    }
    Column {
        id: column

        anchors.bottom: root.portrait ? takeHome.top : parent.bottom
        anchors.bottomMargin: root.portrait ? Theme.gap : 0
        anchors.left: parent.left
        anchors.top: root.portrait ? picture.bottom : header.bottom
        anchors.topMargin: Theme.gap
        spacing: Theme.gap
        width: root.portrait ? parent.width : parent.width - picture.width - Theme.gap

        SpokenText {
            id: praise

            bold: true
            capMm: Theme.titleCap
            colour: Theme.lead
            maximumHeight: column.height * 0.26
            sentence: root.visit.lines[0] ?? ""
            voice: root.visit.voice
            width: parent.width
        }
        Label {
            id: heading

            capMm: Theme.smallCap
            color: Theme.faintInk
            //: Before the three things to remember of a lesson.
            text: qsTr("Bác nhớ giùm mấy điều:")
            visible: root.visit.lesson.remember.length > 0
            width: parent.width
        }
        FontMetrics {
            id: metrics

            font.family: Theme.family
            font.pixelSize: Theme.letters(Theme.sentenceCap)
        }
        Repeater {
            id: things

            //! One size for all sentences: the large one if each then fits its place. On an upright screen they shrink
            //! from it until they fit.
            readonly property real capMm: root.portrait || room > Theme.mm(24 * Theme.textScale) && root.visit.lesson.remember.every(words => linesOf(words) === 1) ? Theme.sentenceCap : Theme.bodyCap
            readonly property int lines: root.visit.lesson.remember.reduce((sum, words) => sum + linesOf(words), 0)
            //! The smallest letters of all of them.
            readonly property int lettersPx: {
                let least = 0;
                for (let at = 0; at < apart.count; at++) {
                    const px = (apart.itemAt(at) as SpokenText)?.lettersPx ?? 0;
                    least = least > 0 ? Math.min(least, px) : px;
                }
                return least;
            }
            readonly property real room: (column.height - praise.implicitHeight - heading.height - column.spacing * (count + 1)) / Math.max(1, count)

            //! Upper estimate of the number of lines, because lines are seldom full.
            function linesOf(words: string): int {
                const wide = metrics.advanceWidth(words), place = column.width - Theme.mm(12) - Theme.smallGap * 3;
                return wide < place ? 1 : Math.ceil(wide * 1.2 / place);
            }

            //! The height that a sentence may have: on an upright screen, more for a longer one.
            function mostHeight(words: string): real {
                const text = room - Theme.smallGap * 2;
                return root.portrait ? text * count * linesOf(words) / Math.max(1, lines) : text;
            }

            model: root.visit.lesson.remember

            Rectangle {
                id: thing

                required property int index
                required property string modelData

                border.color: Theme.hairline
                border.width: Theme.stroke
                color: Theme.paper
                height: Math.min(things.mostHeight(modelData) + Theme.smallGap * 2, Math.max(Theme.mm(18), sentence.implicitHeight + Theme.smallGap * 2))
                radius: Theme.radius
                width: column.width

                Rectangle {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.smallGap
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.lead
                    height: width
                    radius: width / 2
                    width: Theme.mm(12)

                    Label {
                        anchors.centerIn: parent
                        capMm: Theme.smallCap
                        color: Theme.leadInk
                        font.bold: true
                        text: String(thing.index + 1)
                    }
                }
                SpokenText {
                    id: sentence

                    anchors.left: badge.right
                    anchors.leftMargin: Theme.smallGap
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.smallGap
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: things.capMm
                    maximumHeight: things.mostHeight(thing.modelData)
                    mostPx: things.lettersPx
                    sentence: thing.modelData
                    voice: root.visit.voice
                }
            }
        }
        // Each by itself, as large as it fits: only measured.
        Repeater {
            id: apart

            model: root.visit.lesson.remember

            SpokenText {
                required property string modelData

                capMm: things.capMm
                maximumHeight: things.mostHeight(modelData)
                sentence: modelData
                visible: false
                voice: root.visit.voice
                width: column.width - Theme.mm(12) - Theme.smallGap * 3
            }
        }
    }
}
