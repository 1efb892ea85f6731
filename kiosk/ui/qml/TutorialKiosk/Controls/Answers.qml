pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The answers, in a column, or side by side when they are short.
FittedView {
    id: root

    readonly property real besideWords: signWidth + signMargin + 3 * Theme.smallGap
    //! Whether larger letters take the room of a row: where height is scarce above a phone, and below a sentence.
    readonly property bool close: lowRoom && Theme.textScale > 1 || largest === 1 && share > 1
    readonly property real halfWidth: (width - spacing) / 2
    //! Whether height is too scarce to place one answer below the other, as above a phone.
    readonly property bool lowRoom: Theme.portrait && largest < 2 && maximumHeight > 0
    readonly property bool paired: lowRoom ? step.choices.count > 1 : (largest === 1 || !Theme.portrait) && width > Theme.halfWidth && (dense || widest < halfWidth - besideWords)
    //! The height of a row: larger than the text needs where there is much room, as a larger touch target.
    readonly property real rowHeight: largest > 1 && !lowRoom && maximumHeight > 0 ? Math.max(tallest, Math.min(tallest * (Theme.portrait ? 2.6 : 1.6), (maximumHeight - (rows - 1) * spacing) / rows)) : tallest
    readonly property int rows: Math.ceil(step.choices.count / grid.columns)
    //! The space beside a sign within its place; the words keep it from the right border too.
    readonly property real signMargin: close ? Theme.tinyGap : (signWidth - Theme.sign * signScale) / 2
    //! Width of the icon's place; smaller beside the smallest letters and above a phone, so that the text has most of
    //! the width.
    readonly property real signWidth: capMm > smallest && !close ? Theme.target * signScale : Theme.signLarge
    // In the larger text sizes, letters stay larger than in the normal one.
    smallest: Theme.textScale > 1 ? Theme.leastBodyCap : Theme.smallCap
    required property ChoosingViewModel step

    //! The height of the highest answer, used for all.
    readonly property real tallest: {
        let height = Theme.target;
        for (let at = 0; at < tiles.count; at++)
            height = Math.max(height, tiles.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }

    //! The width of the longest answer in one line.
    readonly property real widest: {
        // The font metrics signal a new font size only by their height.
        let width = Math.min(0, metrics.height);
        for (let at = 0; at < tiles.count; at++)
            width = Math.max(width, metrics.advanceWidth(root.wordsOf(at)));
        return width;
    }

    //! The width of the longest word or address of all answers.
    readonly property real widestWord: {
        let width = Math.min(0, metrics.height);
        for (let at = 0; at < tiles.count; at++) {
            for (const word of root.wordsOf(at).split(" "))
                width = Math.max(width, metrics.advanceWidth(word));
        }
        return width;
    }

    function wordsOf(at: int): string {
        return (tiles.itemAt(at) as Answer)?.text ?? "";
    }

    // A target has room for larger letters.
    growth: Theme.portrait ? 1 : 1.5
    broken: widestWord > (paired ? halfWidth : width) - besideWords
    implicitHeight: rows * rowHeight + (rows - 1) * spacing
    unsettled: overfull(tiles)
    wantedHeight: rows * tallest + (rows - 1) * spacing

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.letters(root.capMm)
    }
    Grid {
        id: grid

        columnSpacing: root.spacing
        columns: root.paired ? 2 : 1
        rowSpacing: root.spacing
        width: parent.width

        Repeater {
            id: tiles

            model: root.step.choices

            Answer {
                required chosen
                required iconName
                required leadsOn
                required property string name
                required text

                glowing: root.step.glowing === objectName
                height: root.rowHeight
                objectName: name
                pointed: root.step.pointed === objectName
                waits: root.step.pendingOption === objectName
                width: Math.floor((root.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns)

                onActivated: root.step.touch(objectName)
            }
        }
    }

    component Answer: KioskButton {
        id: answer

        property bool chosen: false
        readonly property bool found: chosen && leadsOn
        property string iconName: ""
        property bool leadsOn: false
        readonly property bool missed: chosen && !leadsOn
        property bool waits: false

        Accessible.checkable: true
        Accessible.checked: chosen
        Accessible.selected: waits
        //: Read aloud by a screen reader for an answer that was chosen: right, or not quite.
        Accessible.description: found ? qsTr("Đúng rồi") : missed ? qsTr("Chưa đúng") : ""
        bottomPadding: topPadding
        overfull: words.contentWidth > words.width + 1
        topPadding: root.close ? Theme.tinyGap / 2 : Theme.tinyGap

        background: Rectangle {
            border.color: answer.waits ? Theme.accent : answer.found ? Theme.right : answer.missed ? Theme.hairline : Theme.outline
            border.width: answer.found || answer.waits ? Theme.thick : Theme.stroke
            color: answer.pressed ? Theme.quietPressed : answer.found ? Theme.rightSoft : answer.missed ? Theme.ground : answer.glowing ? Theme.highlightSoft : Theme.paper
            radius: Theme.radius

            Glow {
                on: answer.glowing
            }
        }
        contentItem: Item {
            // One line then has no more than its letters and their marks take.
            implicitHeight: words.implicitHeight * (root.close && words.lineCount === 1 ? 0.88 : 1)

            TakeTick {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                size: root.signWidth
                waits: answer.waits

                Icon {
                    anchors.centerIn: parent
                    colour: Theme.accent
                    name: answer.chosen ? "" : answer.iconName
                    size: Math.min(root.signWidth, Theme.signLarge * root.signScale * Theme.textScale)
                }
                Rectangle {
                    anchors.centerIn: parent
                    border.color: !answer.missed && (answer.chosen || answer.iconName === "") ? Theme.outline : "transparent"
                    border.width: answer.found ? 0 : Theme.stroke
                    color: answer.found ? Theme.right : "transparent"
                    height: width
                    radius: height / 2
                    width: Theme.sign * root.signScale

                    Icon {
                        anchors.centerIn: parent
                        colour: answer.found ? Theme.paper : Theme.ink
                        name: answer.found ? "check" : answer.missed ? "cross" : ""
                        size: (answer.missed ? Theme.sign : Theme.signSmall) * root.signScale
                    }
                }
            }
            Label {
                id: words

                Accessible.ignored: true
                anchors.left: sign.right
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.rightMargin: root.signMargin
                anchors.verticalCenter: parent.verticalCenter
                capMm: root.capMm
                color: answer.missed ? Theme.faintInk : Theme.ink
                font.bold: true
                lineHeight: 0.85
                // An address is parted only where not even the smallest letters hold it in a line.
                text: Theme.withGoodBreaks(root.broken ? Theme.withAddressBreaks(answer.text) : Theme.withoutBadBreaks(answer.text), metrics, width + Math.min(0, metrics.height))
                wrapMode: root.share > 1 ? Text.WordWrap : Text.Wrap
            }
        }
    }
}
