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
    //! The maximum scale of letters that make the view no higher than at full size.
    property real growth: 1
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
    //! Sets the largest scale, up to `growth`, at which the view is no higher than now.
    function grow(): void {
        const full = wantedHeight;
        share = growth;
        while (share > 1 && (wantedHeight > full || broken || unsettled))
            share = Math.max(1, share * 0.95);
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
    //! Sets the largest scale that fits. If none fits because of the minimum height of targets, the largest scale that
    //! is no higher than the smallest one.
    function shrink(): void {
        share = maximumHeight > 0 ? largest : 1;
        if (share === 1 && growth > 1 && wantedHeight <= maximumHeight)
            grow();
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
