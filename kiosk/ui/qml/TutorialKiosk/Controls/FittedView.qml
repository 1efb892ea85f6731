import QtQuick
import TutorialKiosk.Theme

//! The view of a step kind: as large as its place allows, but never below the minimum size.
Item {
    id: root

    //! The height of capitals, in millimetres at the normal text size.
    readonly property real capMm: Math.max(smallest, Theme.bodyCap * share)
    //! Whether a word is wider than its place.
    property bool broken: false
    //! Whether spacing is reduced because not even the smallest letters fit.
    property bool dense: false
    //! The maximum scale; more than 1 where little text has much room.
    property real largest: 1
    //! The available height; 0 for no limit.
    property real maximumHeight: 0
    //! The current scale relative to the full size.
    property real share: 1
    property real smallest: Theme.smallCap / Theme.textScale
    //! Scale of the icons beside the text; at least 1.
    readonly property real signScale: Math.max(1, share * 0.6)
    readonly property real spacing: share < 1 ? Theme.smallGap : Theme.gap
    //! Whether rows would be better laid out with letters of the normal size.
    property bool unsettled: false
    //! The height needed with the current letters and spacing.
    property real wantedHeight: 0

    //! Whether a word of one of these buttons is wider than its place.
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
    //! Sets the largest scale that fits.
    function shrink(): void {
        share = maximumHeight > 0 ? largest : 1;
        while (share > 1 && unsettled)
            share = Math.max(1, share * 0.95);
        while (maximumHeight > 0 && (wantedHeight > maximumHeight || broken) && capMm > smallest)
            share *= 0.95;
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
