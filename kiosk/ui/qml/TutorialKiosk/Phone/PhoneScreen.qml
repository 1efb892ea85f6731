pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The elements that share the phone's screen, from top to bottom; apps stand three in a row.
Item {
    id: root

    property bool close: false
    required property list<PhoneElementViewModel> elements
    property real letterScale: Theme.phoneScale
    readonly property real spacing: close ? Theme.mm(1) : Theme.smallGap
    property bool wide: false

    function fit(): void {
        close = false;
        letterScale = Theme.phoneScale;
        while (letterScale > 1 && (overfull() || squeezed()))
            letterScale = Math.max(1, letterScale * 0.96);
        // Only where not even the smallest letters leave room between what can be touched.
        if (overfull())
            close = true;
    }

    //! The height of all elements, with or without the least that an element that fills wants.
    function heightOf(withFills: bool): real {
        let done = 0;
        let x = 0;
        let tallest = 0;
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (!slot?.shown)
                continue;
            if (x > 0 && x + slot.width > width + 0.5) {
                done += tallest + spacing;
                x = tallest = 0;
            }
            x += slot.width + spacing;
            if (withFills || slot.element.area !== "fill")
                tallest = Math.max(tallest, slot.implicitHeight);
        }
        return done + tallest;
    }

    //! Asked anew each time, for a binding would only follow once all elements of a screen are there.
    function overfull(): bool {
        return heightOf(true) > height + 0.5;
    }

    //! The width of one element above the keyboard: a title's own, and an equal share of the rest for others.
    function shareOf(wanted: real): real {
        let others = 0;
        let rest = width;
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (!slot?.shown)
                continue;
            if (slot.ownWidth > 0)
                rest -= titleWidth(slot.ownWidth) + spacing;
            else
                others++;
        }
        return wanted > 0 ? titleWidth(wanted) : Math.floor((rest - (others - 1) * spacing) / Math.max(1, others));
    }
    function slotAt(index: int): ElementSlot {
        return slots.itemAt(index) as ElementSlot;
    }
    function squeezed(): bool {
        for (let at = 0; at < slots.count; at++) {
            if (root.slotAt(at)?.squeezed)
                return true;
        }
        return false;
    }
    function titleWidth(wanted: real): real {
        return Math.ceil(Math.min(wanted, width * 0.4));
    }

    onHeightChanged: fit()
    onWidthChanged: fit()

    Connections {
        function onPhoneScaleChanged(): void {
            root.fit();
        }
        function onPxPerMmChanged(): void {
            root.fit();
        }

        target: Theme
    }
    Flow {
        anchors.fill: parent
        spacing: root.spacing

        Repeater {
            id: slots

            model: root.elements

            onModelChanged: root.fit()

            ElementSlot {
                readonly property int columns: modelData.area === "grid" ? 3 : 1
                required property PhoneElementViewModel modelData

                element: modelData
                height: modelData.area === "fill" ? root.height - root.heightOf(false) : implicitHeight
                letterScale: root.letterScale
                wide: root.wide
                width: root.wide ? root.shareOf(ownWidth) : Math.floor((root.width - (columns - 1) * root.spacing) / columns)
            }
        }
    }
}
