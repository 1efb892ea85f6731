pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Items to touch in their right order; each placed item shows its number.
Item {
    id: root

    readonly property real capMm: share * Theme.bodyCap
    property bool fitting: false
    //! The largest that it may be, of the usual size, where there is room.
    property real largest: 1
    //! How high the things may stand together; 0 for as high as they are.
    property real maximumHeight: 0
    //! Whether two stand side by side: where that is wide enough, or one column would be too high.
    readonly property bool paired: width > Theme.mm(230) && (largest === 1 || !Theme.portrait) || maximumHeight > 0 && columnHeight() > maximumHeight
    property real share: 1
    //! How much larger than usual the signs beside the words are.
    readonly property real signScale: Math.max(1, share * 0.6)
    required property OrderViewModel step
    required property VoiceViewModel voice

    //! How high all things are in one column.
    function columnHeight(): real {
        let height = -Theme.gap;
        for (let at = 0; at < wide.count; at++)
            height += Math.max(Theme.target, wide.itemAt(at)?.implicitHeight ?? 0) + Theme.gap;
        return height;
    }
    //! As large as all of it is seen, but never smaller than a sentence may be.
    function fit(): void {
        fitting = true;
        const least = Theme.textScale > 1 ? Theme.leastCap / Theme.bodyCap : 1;
        share = maximumHeight > 0 ? largest : 1;
        while (share > 1 && Theme.portrait && root.paired && width <= Theme.mm(230))
            share = Math.max(1, share * 0.95);
        while (maximumHeight > 0 && share > least && (tooHigh() || overfull()))
            share = Math.max(least, share * 0.95);
        fitting = false;
    }
    //! Whether a word is wider than its place.
    function overfull(): bool {
        for (let at = 0; at < tiles.count; at++) {
            if ((tiles.itemAt(at) as Place)?.overfull)
                return true;
        }
        return false;
    }
    function tooHigh(): bool {
        let height = -Theme.gap;
        for (let row = 0; row < Math.ceil(tiles.count / (root.paired ? 2 : 1)); row++)
            height += heightOfRow(row) + Theme.gap;
        return height > maximumHeight;
    }
    //! How high a row is: as its tile with the most words.
    function heightOfRow(row: int): real {
        let height = Theme.target;
        for (let at = row * grid.columns; at < Math.min((row + 1) * grid.columns, tiles.count); at++)
            height = Math.max(height, tiles.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }

    implicitHeight: grid.implicitHeight

    Component.onCompleted: fit()
    onLargestChanged: fit()
    onMaximumHeightChanged: fit()
    // The things are measured a little later than the view is there.
    onPairedChanged: if (!fitting)
        again.start()
    onWidthChanged: fit()

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

        columnSpacing: Theme.gap
        columns: root.paired ? 2 : 1
        rowSpacing: Theme.gap
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
                height: root.heightOfRow(Math.floor(index / grid.columns))
                objectName: name
                pointed: root.step.pointed === objectName
                waits: root.step.pendingOption === objectName
                width: Math.floor((root.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns)

                onActivated: root.step.touch(objectName)
            }
        }
    }

    // The things as they are in one column: only measured, never shown, and only where it matters.
    Repeater {
        id: wide

        model: root.maximumHeight > 0 && root.width <= Theme.wideWidth ? root.step.items : null

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
        overfull: words.contentWidth > words.width + 1

        background: Rectangle {
            border.color: place.waits ? Theme.lead : place.taken ? Theme.right : Theme.outline
            border.width: place.taken || place.waits ? Theme.thick : Theme.stroke
            color: place.pressed ? Theme.quietPressed : place.taken ? Theme.rightSoft : place.glowing ? Theme.hereSoft : Theme.paper
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
                anchors.verticalCenter: parent.verticalCenter
                capMm: root.capMm
                font.bold: true
                lineHeight: 0.85
                objectName: "thing"
                text: root.paired ? Theme.unbroken(place.text) : Theme.joined(Theme.unbroken(place.text))
            }
        }
    }
}
