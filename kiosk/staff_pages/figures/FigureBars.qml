pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A bar chart with one row per figure: label, bar, number. A lighter bar behind shows the total.
Item {
    id: root

    //! Rows of `FigureRow`.
    required property TypedListModel figures
    readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (rowHeight + spacing)))
    readonly property bool hasIcons: {
        for (let at = 0; at < all.count; at++) {
            if ((all.itemAt(at) as Words)?.hasIcon)
                return true;
        }
        return false;
    }
    readonly property bool hasWhole: {
        for (let at = 0; at < all.count; at++) {
            if ((all.itemAt(at) as Words)?.hasWhole)
                return true;
        }
        return false;
    }
    readonly property real largest: {
        let found = 1;
        for (let at = 0; at < all.count; at++)
            found = Math.max(found, (all.itemAt(at) as Words)?.most ?? 0);
        return found;
    }
    readonly property real leastHeight: Theme.scaled(Theme.target)
    readonly property real numberWidth: widest.implicitWidth + Theme.smallGap
    //! Index of the displayed page, from 0.
    property int page: 0
    //! Whether the figures are divided into pages of equal rows; otherwise all are shown, each as high as its text
    //! needs.
    property bool paged: true
    readonly property int pages: Math.ceil(root.figures.count / root.fitting)
    //! The height of all rows: that of the longest text, so that none is cut off.
    readonly property real rowHeight: Math.max(leastHeight, ruler.implicitHeight)
    //! Share of the width that the text may take.
    property real share: 0.5
    readonly property real signWidth: hasIcons ? Theme.sign + Theme.smallGap : 0
    readonly property real spacing: Theme.smallGap
    readonly property real wordsWidth: Math.min(width * share, Theme.scaled(Theme.buttonWidth))

    Label {
        id: widest

        capMm: Theme.bodyCap
        font.bold: true
        text: root.hasWhole ? root.largest + "/" + root.largest : root.largest
        visible: false
        wrapMode: Text.NoWrap
    }
    // Never displayed; its height is that of the highest text.
    Row {
        id: ruler

        visible: false

        Repeater {
            id: all

            model: root.figures

            Words {
                required iconName
                required times
                required whole
                required words
            }
        }
    }
    Column {
        spacing: root.spacing
        width: parent.width

        Repeater {
            model: root.figures

            Item {
                id: row

                required property string iconName
                required property int index
                required property int times
                required property int whole
                required property string words

                Accessible.name: words + ": " + number.text
                Accessible.role: Accessible.StaticText
                height: root.paged ? root.rowHeight : Math.max(root.leastHeight, label.implicitHeight)
                objectName: "figure"
                visible: !root.paged || Math.floor(index / root.fitting) === root.page
                width: root.width

                Icon {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.accent
                    name: row.iconName
                    size: Theme.sign
                }
                Words {
                    id: label

                    anchors.verticalCenter: parent.verticalCenter
                    words: row.words
                    x: root.signWidth
                }
                Item {
                    id: bar

                    readonly property real most: width / root.largest

                    anchors.left: parent.left
                    anchors.leftMargin: root.wordsWidth + Theme.smallGap
                    anchors.right: parent.right
                    anchors.rightMargin: root.numberWidth
                    anchors.verticalCenter: parent.verticalCenter
                    height: root.leastHeight * 0.72

                    Rectangle {
                        border.color: Theme.outline
                        border.width: Theme.stroke
                        color: Theme.highlightSoft
                        height: parent.height
                        radius: Theme.radius / 2
                        visible: row.whole > 0
                        width: bar.most * row.whole
                    }
                    Rectangle {
                        color: Theme.accent
                        height: parent.height
                        radius: Theme.radius / 2
                        width: bar.most * row.times
                    }
                }
                Label {
                    id: number

                    Accessible.ignored: true
                    anchors.left: bar.left
                    anchors.leftMargin: bar.most * Math.max(row.times, row.whole) + Theme.smallGap
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: Theme.bodyCap
                    font.bold: true
                    text: row.whole > 0 ? row.times + "/" + row.whole : row.times
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    component Words: Label {
        readonly property bool hasIcon: iconName !== ""
        readonly property bool hasWhole: whole > 0
        property string iconName: ""
        readonly property int most: Math.max(times, whole)
        property int times: 0
        property int whole: 0
        property string words: ""

        Accessible.ignored: true
        capMm: root.paged ? Theme.smallCap : Theme.leastCap
        lineHeight: 0.8
        text: Theme.withoutBadBreaks(words)
        width: root.wordsWidth - root.signWidth
    }
}
