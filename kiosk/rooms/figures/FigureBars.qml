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
    readonly property real numberWidth: widest.implicitWidth + Theme.smallGap
    //! Which page is shown, from 0.
    property int page: 0
    readonly property int pages: Math.ceil(root.figures.length / root.fitting)
    readonly property real rowHeight: Theme.mm(15 * Theme.textScale)
    readonly property real spacing: Theme.smallGap
    readonly property real wordsWidth: Math.min(width * 0.46, Theme.mm(120 * Theme.textScale))

    Label {
        id: widest

        capMm: Theme.bodyCap
        font.bold: true
        text: root.figures.some(each => each.whole > 0) ? root.largest + "/" + root.largest : root.largest
        visible: false
        wrapMode: Text.NoWrap
    }
    Column {
        spacing: root.spacing
        width: parent.width

        Repeater {
            model: root.figures.slice(root.page * root.fitting, (root.page + 1) * root.fitting)

            Item {
                id: row

                required property var modelData

                Accessible.name: modelData.words + ": " + number.text
                Accessible.role: Accessible.StaticText
                height: root.rowHeight
                objectName: "figure"
                width: root.width

                Icon {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.lead
                    name: row.modelData.icon
                    size: Theme.mm(9)
                }
                Label {
                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.leftMargin: sign.visible ? sign.width + Theme.smallGap : 0
                    anchors.verticalCenter: parent.verticalCenter
                    capMm: Theme.smallCap
                    elide: Text.ElideRight
                    lineHeight: 0.8
                    maximumLineCount: 2
                    text: Theme.unbroken(row.modelData.words)
                    width: root.wordsWidth - anchors.leftMargin
                }
                Item {
                    id: bar

                    readonly property real most: width / root.largest

                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: parent.height * 0.14
                    anchors.left: parent.left
                    anchors.leftMargin: root.wordsWidth + Theme.smallGap
                    anchors.right: parent.right
                    anchors.rightMargin: root.numberWidth
                    anchors.top: parent.top
                    anchors.topMargin: parent.height * 0.14

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
}
