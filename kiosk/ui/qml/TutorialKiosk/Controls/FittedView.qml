import QtQuick
import TutorialKiosk.Theme

//! A step's own view: as large as its place allows, but never below the smallest size.
Item {
    id: root

    //! The height of the capitals, in millimetres at the normal text size.
    readonly property real capMm: Math.max(smallest, Theme.bodyCap * share)
    //! A word is wider than its place.
    property bool broken: false
    //! Not even the smallest letters fit: what can stand closer does.
    property bool dense: false
    //! The largest that it may be, of the full size: more than 1 where few words have much room.
    property real largest: 1
    //! The room that there is; 0 for as much as is wanted.
    property real maximumHeight: 0
    //! What is left of the full size.
    property real share: 1
    property real smallest: Theme.smallCap / Theme.textScale
    //! How much larger than usual the signs beside the words are.
    readonly property real signScale: Math.max(1, share * 0.6)
    readonly property real spacing: share < 1 ? Theme.smallGap : Theme.gap
    //! Whether its rows would stand better with letters of the usual size.
    property bool unsettled: false
    //! How high it is with the letters and spaces of now.
    property real wantedHeight: 0

    //! Whether a word of these is wider than its place.
    function overfull(buttons: Repeater): bool {
        for (let at = 0; at < buttons.count; at++) {
            if ((buttons.itemAt(at) as KioskButton)?.overfull)
                return true;
        }
        return false;
    }
    function fit(): void {
        dense = false;
        shrink();
        const tall = wantedHeight;
        if (maximumHeight <= 0 || tall <= maximumHeight)
            return;
        dense = true;
        shrink();
        if (wantedHeight < tall)
            return;
        dense = false;
        shrink();
    }
    //! The largest letters that fit; where none do, for what is touched is no lower than that, the largest that are as
    //! low as the smallest.
    function shrink(): void {
        share = maximumHeight > 0 ? largest : 1;
        while (share > 1 && unsettled)
            share = Math.max(1, share * 0.95);
        while (maximumHeight > 0 && (wantedHeight > maximumHeight || broken) && capMm > smallest)
            share *= 0.95;
        const tall = wantedHeight;
        while (maximumHeight > 0 && tall > maximumHeight && share < largest) {
            share /= 0.95;
            if (wantedHeight <= tall && !broken && !unsettled)
                continue;
            share *= 0.95;
            break;
        }
    }

    implicitHeight: wantedHeight

    Component.onCompleted: fit()
    onLargestChanged: fit()
    onMaximumHeightChanged: fit()
    onWidthChanged: fit()

    Connections {
        function onTextScaleChanged(): void {
            root.fit();
        }
        function onUnitPxChanged(): void {
            root.fit();
        }

        target: Theme
    }
}
