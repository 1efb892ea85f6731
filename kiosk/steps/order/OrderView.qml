pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Items to touch in their right order; each placed item shows its number.
Item {
    id: root

    readonly property real capMm: share * Theme.bodyCap
    //! Whether all rows are equally high; not where larger letters have room in rows of their own height. Set by
    //! `fit()`.
    property bool even: true
    readonly property real gap: even ? Theme.gap : Theme.smallGap
    //! The maximum letter scale, used where there is room.
    property real largest: 1
    //! The maximum height of all items; 0 for no limit.
    property real maximumHeight: 0
    //! Whether there are two columns: if the view is wide enough, or one column would be too high. Set by `fit()`, not
    //! bound: the heights of the items depend on it.
    property bool paired: false
    //! The height of a row: larger than the text needs where an upright screen has much room.
    readonly property real rowHeight: largest > 2 ? Math.max(tallest, Math.min(tallest * 2, (maximumHeight + gap) / rows - gap)) : tallest
    readonly property int rows: Math.max(1, Math.ceil(tiles.count / grid.columns))
    property real share: 1
    //! Scale of the icons beside the text; at least 1.
    readonly property real signScale: Math.max(1, share * 0.6)
    required property OrderViewModel step
    readonly property real tallest: tallestOf(tiles)
    required property VoiceViewModel voice

    //! The height of the highest of these items, used for all.
    function tallestOf(items: Repeater): real {
        let height = Theme.target;
        for (let at = 0; at < items.count; at++)
            height = Math.max(height, items.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }
    //! The height of a row of these items, which is that of its highest.
    function heightOfRow(items: Repeater, columns: int, row: int): real {
        let height = Theme.target;
        for (let at = row * columns; at < Math.min((row + 1) * columns, items.count); at++)
            height = Math.max(height, items.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }
    //! The height of these items in rows.
    function heightOf(items: Repeater, columns: int): real {
        const rows = Math.ceil(items.count / columns);
        if (even)
            return rows * (tallestOf(items) + gap) - gap;
        let height = (rows - 1) * gap;
        for (let row = 0; row < rows; row++)
            height += heightOfRow(items, columns, row);
        return height;
    }
    //! The largest letters at which everything fits. In larger text, rows that are not equally high if letters are
    //! larger then.
    function fit(): void {
        even = true;
        shrink();
        if (maximumHeight <= 0 || Theme.textScale === 1)
            return;
        const usual = share;
        even = false;
        shrink();
        if (share > usual)
            return;
        even = true;
        shrink();
    }
    //! The largest letters at which everything fits, but never below the minimum size of a sentence.
    function shrink(): void {
        const least = Theme.textScale > 1 ? Theme.leastCap / Theme.bodyCap : 1;
        const isWide = width > Theme.mm(230);
        share = maximumHeight > 0 ? largest : 1;
        while (true) {
            paired = isWide && (largest === 1 || !Theme.portrait) || maximumHeight > 0 && heightOf(wide, 1) > maximumHeight;
            const isNarrowPair = Theme.portrait && paired && !isWide && share > 1;
            if (maximumHeight <= 0 || share <= least || !isNarrowPair && heightOf(tiles, grid.columns) <= maximumHeight && !overfull())
                break;
            share = Math.max(least, share * 0.95);
        }
    }
    //! Whether a word is wider than its place.
    function overfull(): bool {
        for (let at = 0; at < tiles.count; at++) {
            if ((tiles.itemAt(at) as Place)?.overfull)
                return true;
        }
        return false;
    }

    implicitHeight: grid.implicitHeight

    Component.onCompleted: fit()
    onLargestChanged: fit()
    onMaximumHeightChanged: fit()
    onWidthChanged: fit()

    // Signals a new font size only by its height.
    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.letters(root.capMm)
    }
    Timer {
        id: again

        interval: 0

        onTriggered: root.fit()
    }
    Connections {
        function onTextScaleChanged(): void {
            root.fit();
        }
        function onUnitPxChanged(): void {
            root.fit();
        }

        target: Theme
    }
    Grid {
        id: grid

        columnSpacing: root.gap
        columns: root.paired ? 2 : 1
        rowSpacing: root.gap
        width: parent.width

        Repeater {
            id: tiles

            model: root.step.items

            Place {
                required property int index
                required property string name
                required number
                required text

                glowing: root.step.glowing === objectName
                height: root.even ? root.rowHeight : root.heightOfRow(tiles, grid.columns, Math.floor(index / grid.columns))
                objectName: name
                pointed: root.step.pointed === objectName
                waits: root.step.pendingOption === objectName
                width: Math.floor((root.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns)

                onActivated: root.step.touch(objectName)
            }
        }
    }

    // The items in one column: only for measuring, never shown, and only where the result is needed.
    Repeater {
        id: wide

        model: root.maximumHeight > 0 && root.width <= Theme.wideWidth ? root.step.items : null

        // The things are measured a little later than the view is there.
        onItemAdded: again.start()

        Place {
            required text

            visible: false
            width: root.width
        }
    }

    component Place: KioskButton {
        id: place

        property int number: 0
        readonly property bool taken: number > 0
        property bool waits: false

        Accessible.checkable: true
        Accessible.checked: taken
        Accessible.selected: waits
        Accessible.description: taken ? String(number) : ""
        bottomPadding: topPadding
        overfull: words.contentWidth > words.width + 1
        // In larger text, letters have the room.
        topPadding: Theme.textScale > 1 ? Theme.tinyGap : Theme.smallGap

        background: Rectangle {
            border.color: place.waits ? Theme.accent : place.taken ? Theme.right : Theme.outline
            border.width: place.taken || place.waits ? Theme.thick : Theme.stroke
            color: place.pressed ? Theme.quietPressed : place.taken ? Theme.rightSoft : place.glowing ? Theme.highlightSoft : Theme.paper
            radius: Theme.radius

            Glow {
                on: place.glowing
            }
        }
        contentItem: Item {
            implicitHeight: words.implicitHeight

            TakeTick {
                id: badge

                anchors.verticalCenter: parent.verticalCenter
                size: Theme.target * root.signScale
                waits: place.waits

                Rectangle {
                    id: sign

                    anchors.centerIn: parent
                    border.color: Theme.outline
                    border.width: place.taken ? 0 : Theme.stroke
                    color: place.taken ? Theme.right : "transparent"
                    height: width
                    radius: height / 2
                    width: Theme.mm(12) * root.signScale

                    Label {
                        Accessible.ignored: true
                        anchors.centerIn: parent
                        capMm: Theme.bodyCap * root.signScale
                        color: Theme.paper
                        font.bold: true
                        text: String(place.number)
                        visible: place.taken
                    }
                }
            }
            Label {
                id: words

                Accessible.ignored: true
                anchors.left: badge.right
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.rightMargin: (badge.width - sign.width) / 2
                anchors.verticalCenter: parent.verticalCenter
                capMm: root.capMm
                font.bold: true
                lineHeight: 0.85
                objectName: "thing"
                text: Theme.withGoodBreaks(Theme.withoutBadBreaks(place.text), metrics, width + Math.min(0, metrics.height))
            }
        }
    }
}
