pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The end of a lesson: what the learner can do now, and the three things to remember.
Item {
    id: root

    //! Whether facts are on the right side of a landscape screen.
    readonly property bool factsBeside: hasFacts && !portrait
    //! Whether they fill that side, because there is room for what to take home below what to remember.
    readonly property bool factsAlone: factsBeside && header.height + Theme.gap + praise.height + things.leastHeight + takeHome.height + 3 * column.spacing <= height
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
        anchors.top: root.portrait ? praise.bottom : header.bottom
        anchors.topMargin: Theme.gap
        height: root.portrait ? parent.height * (root.hasFacts ? 0.42 : 0.32) : parent.height - header.height - Theme.gap - (root.factsAlone ? 0 : takeHome.height + Theme.gap)
        name: root.hasFacts ? "" : root.visit.lesson.donePicture
        visible: name !== "" && height > Theme.mm(24)
        width: root.portrait ? parent.width : parent.width * (root.hasFacts ? 0.5 : takeHome.share) - (root.factsBeside ? Theme.gap / 2 : 0)
    }
    FactsPanel {
        anchors.fill: picture
        facts: root.visit.lesson.facts
        visible: root.hasFacts
    }
    TakeHome {
        id: takeHome

        anchors.bottom: parent.bottom
        compact: root.factsBeside
        comeBackInvitation: root.visit.lesson.comeBackInvitation
        comeBackNumber: root.visit.lesson.comeBackNumber
        height: implicitHeight
        larger: Math.max(1, (root.portrait ? 1.7 : compact ? 1 : 1.3) / Theme.textScale)
        voice: root.visit.voice
        width: picture.width
        x: root.factsAlone ? 0 : parent.width - width
    }
    SpokenText {
        id: praise

        anchors.left: parent.left
        anchors.top: header.bottom
        anchors.topMargin: Theme.gap
        bold: true
        capMm: root.portrait ? Theme.sentenceCap : root.factsBeside ? Theme.bodyCap * (Theme.textScale > 1 ? 1 : 1.4) : Theme.titleCap
        colour: Theme.accent
        maximumHeight: root.height * (root.portrait ? 0.1 : root.factsBeside ? 0.13 : 0.22)
        sentence: root.visit.lines[0] ?? ""
        voice: root.visit.voice
        width: column.width
    }
    Column {
        id: column

        anchors.bottom: root.portrait || root.factsAlone ? takeHome.top : parent.bottom
        anchors.bottomMargin: root.portrait || root.factsAlone ? spacing : 0
        anchors.left: parent.left
        anchors.top: root.portrait ? picture.bottom : praise.bottom
        anchors.topMargin: spacing
        spacing: root.factsBeside ? Theme.smallGap : Theme.gap
        width: root.portrait ? parent.width : parent.width - picture.width - Theme.gap

        Label {
            id: heading

            capMm: Theme.textScale > 1 ? Theme.smallCap : Theme.bodyCap * (root.portrait ? 1.4 : 1)
            color: Theme.faintInk
            //: Before the three things to remember of a lesson.
            text: qsTr("Bác nhớ giùm mấy điều:")
            visible: root.visit.lesson.remember.length > 0 && !(root.factsBeside && Theme.textScale > 1)
            width: parent.width
        }
        FontMetrics {
            id: metrics

            font.family: Theme.family
            font.pixelSize: Theme.measuredPx
        }
        Repeater {
            id: things

            readonly property real headingHeight: heading.visible ? heading.height + column.spacing : 0
            readonly property int least: Theme.letters(Theme.leastCap)
            //! The height of all of them in the smallest letters, and of the heading.
            readonly property real leastHeight: remember.reduce((sum, words) => sum + column.spacing + Math.max(leastRow, linesOf(words, least) * least * lineShare + padding * 2), headingHeight)
            readonly property real leastRow: Theme.mm(14)
            //! The letters of all of them, in pixels: the largest at which they fit below each other.
            readonly property int lettersPx: {
                let px = Theme.letters(Theme.sentenceAbovePhoneCap / Theme.textScale);
                while (px > least && (linesAt(px) * px * lineShare > textRoom || widestWord * px > place * metrics.font.pixelSize))
                    px = Math.max(least, Math.floor(px * 0.96));
                return px;
            }
            //! The height of a line, as a share of the letters.
            readonly property real lineShare: 1.4
            //! Space above and below the words of each.
            readonly property real padding: root.factsBeside ? Theme.slimGap : Theme.smallGap
            readonly property real place: (column.width - Theme.mm(12) - Theme.smallGap * 3) * 0.98
            readonly property list<string> remember: root.visit.lesson.remember.map(words => Theme.withoutOrphan(Theme.withoutBadBreaks(words)))
            //! The height for the lines of all of them.
            readonly property real textRoom: column.height - headingHeight - column.spacing * count - count * padding * 2
            readonly property real widestWord: Math.max(0, ...remember.map(words => Math.max(...words.split(" ").map(word => metrics.advanceWidth(word)))))

            function linesAt(px: int): int {
                return remember.reduce((sum, words) => sum + linesOf(words, px), 0);
            }
            function linesOf(words: string, px: int): int {
                return Theme.linesOf(words, metrics, place * metrics.font.pixelSize / px).length;
            }

            model: root.visit.lesson.remember

            Rectangle {
                id: thing

                required property int index
                required property string modelData

                border.color: Theme.hairline
                border.width: Theme.stroke
                color: Theme.paper
                height: Math.max(things.leastRow, sentence.implicitHeight + things.padding * 2)
                radius: Theme.radius
                width: column.width

                Rectangle {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.smallGap
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.accent
                    height: width
                    radius: width / 2
                    width: Theme.mm(12)

                    Label {
                        anchors.centerIn: parent
                        capMm: Theme.smallCap
                        color: Theme.accentInk
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
                    capMm: Theme.sentenceAbovePhoneCap
                    maximumHeight: Math.max(1, things.textRoom * things.linesOf(things.remember[thing.index] ?? "", things.lettersPx) / Math.max(1, things.linesAt(things.lettersPx)))
                    mostPx: things.lettersPx
                    sentence: thing.modelData
                    voice: root.visit.voice
                }
            }
        }
    }
}
