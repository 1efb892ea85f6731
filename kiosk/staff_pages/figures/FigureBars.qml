pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Figures as bars, one below the other: words, bar, number. A lighter bar behind shows the whole.
Item {
    id: root

    //! Of so many things as these: `words`, `icon`, `times`, and `whole` or 0.
    required property var figures
    readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (rowHeight + spacing)))
    readonly property real largest: Math.max(1, ...root.figures.map(each => Math.max(each.times, each.whole)))
    readonly property real leastHeight: Theme.scaled(Theme.target)
    readonly property real numberWidth: widest.implicitWidth + Theme.smallGap
    //! Which page is shown, from 0.
    property int page: 0
    //! All of them at once, each as high as its own words ask for, where there are few.
    property bool paged: true
    readonly property int pages: Math.ceil(root.figures.length / root.fitting)
    //! As high as the longest words ask for: none is cut off, and all rows are alike.
    readonly property real rowHeight: Math.max(leastHeight, ruler.implicitHeight)
    //! How much of the width the words may take.
    property real share: 0.5
    readonly property real signWidth: root.figures.some(each => each.icon !== "") ? Theme.sign + Theme.smallGap : 0
    readonly property real spacing: Theme.smallGap
    readonly property real wordsWidth: Math.min(width * share, Theme.scaled(Theme.buttonWidth))

    Label {
        id: widest

        capMm: Theme.bodyCap
        font.bold: true
        text: root.figures.some(each => each.whole > 0) ? root.largest + "/" + root.largest : root.largest
        visible: false
        wrapMode: Text.NoWrap
    }
    // Never seen; its height is that of the highest in it.
    Row {
        id: ruler

        visible: false

        Repeater {
            model: root.figures

            Words {
                required property var modelData

                figure: modelData
            }
        }
    }
    Column {
        spacing: root.spacing
        width: parent.width

        Repeater {
            model: root.paged ? root.figures.slice(root.page * root.fitting, (root.page + 1) * root.fitting) : root.figures

            Item {
                id: row

                required property var modelData

                Accessible.name: modelData.words + ": " + number.text
                Accessible.role: Accessible.StaticText
                height: root.paged ? root.rowHeight : Math.max(root.leastHeight, words.implicitHeight)
                objectName: "figure"
                width: root.width

                Icon {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.lead
                    name: row.modelData.icon
                    size: Theme.sign
                }
                Words {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    figure: row.modelData
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
                        color: Theme.hereSoft
                        height: parent.height
                        radius: Theme.radius / 2
                        visible: row.modelData.whole > 0
                        width: bar.most * row.modelData.whole
                    }
                    Rectangle {
                        color: Theme.lead
                        height: parent.height
                        radius: Theme.radius / 2
                        width: bar.most * row.modelData.times
                    }
                }
                Label {
                    id: number

                    Accessible.ignored: true
                    anchors.left: bar.left
                    anchors.leftMargin: bar.most * Math.max(row.modelData.times, row.modelData.whole) + Theme.smallGap
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: Theme.bodyCap
                    font.bold: true
                    text: row.modelData.whole > 0 ? row.modelData.times + "/" + row.modelData.whole : row.modelData.times
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    component Words: Label {
        required property var figure

        Accessible.ignored: true
        capMm: root.paged ? Theme.smallCap : Theme.leastCap
        lineHeight: 0.8
        text: Theme.unbroken(figure.words)
        width: root.wordsWidth - root.signWidth
    }
}
