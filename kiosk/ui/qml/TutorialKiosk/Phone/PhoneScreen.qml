pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The elements on the phone's screen, from top to bottom; apps in rows of two or three. The font is as large
//! as the screen allows; longer content is swiped, or scrolled with the two buttons in the phone's navigation
//! bar.
Item {
    id: root

    //! Spare height, divided among the rows.
    property real air: 0
    //! Nothing of the last row is below the glass.
    readonly property bool atEnd: view.contentY >= rowsHeight - height - 1
    //! Letters grow with the glass.
    readonly property real ceiling: Theme.phoneScale * Math.max(1, width / Theme.mm(125))
    readonly property bool atStart: view.contentY <= 1
    //! What is left blank at the ends of the glass, for no line of words is seen in part.
    property real blankAbove: 0
    property real blankBelow: 0
    property int columns: 3
    //! What stands around an element that glows, and must not be cut off.
    readonly property real edge: Math.ceil(Theme.thick * 1.5)
    //! What is written into and what follows it is too high otherwise: words stand beside their field, not above it.
    property bool flat: false
    //! What is left for an element that fills; set once all others have their size.
    property real fillRoom: 0
    required property list<PhoneElementViewModel> elements
    property real letterScale: Theme.phoneScale
    //! It is longer than the glass.
    property bool longer: false
    //! What was found for the screens that were shown, so that none is searched twice.
    readonly property var kept: new Map()
    readonly property int mostKept: 40
    //! What its letters were fitted to is no more: other elements, another size.
    property bool stale: true
    //! The next screen comes in from the right; 1 for not yet there.
    property real slide: 0
    //! Where the last row ends.
    property real rowsHeight: 0
    readonly property real spacing: Theme.smallGap + air
    //! What the learner is to touch is not all seen: it goes on below, or began above. Of what is higher than the
    //! glass the middle counts.
    readonly property bool wantedAbove: longer && wanted !== null && !wantedBelow && wanted.y + (wantedFits ? 0 : wanted.height / 2) < view.contentY - 1
    readonly property bool wantedBelow: longer && wanted !== null && wanted.y + (wantedFits ? wanted.height + edge : wanted.height / 2) > view.contentY + height + 1
    readonly property bool wantedFits: wanted !== null && wanted.height + edge <= height
    readonly property ElementSlot wanted: {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot?.element.wanted)
                return slot;
        }
        return null;
    }

    //! The largest letters at which all of the screen is seen, in so many columns of apps.
    function bestScale(columns: int): real {
        if (fitsWith(columns, ceiling))
            return ceiling;
        let low = 1;
        if (!fitsWith(columns, low))
            return low;
        let high = ceiling;
        for (let turn = 0; turn < 4; turn++) {
            const middle = (low + high) / 2;
            if (fitsWith(columns, middle))
                low = middle;
            else
                high = middle;
        }
        return low;
    }
    //! The first of the sizes from `from` down to `least`, each so much smaller than the one before, that is small
    //! enough; the smaller a size is, the more it is so.
    function firstFrom(from: real, least: real, step: real, isSmallEnough: var): real {
        const sizes = [from];
        while (sizes[sizes.length - 1] > least)
            sizes.push(Math.max(least, sizes[sizes.length - 1] * step));
        let low = 0;
        let high = sizes.length - 1;
        for (let at = low; low < high; at = Math.floor((low + high) / 2)) {
            if (isSmallEnough(sizes[at]))
                high = at;
            else
                low = at + 1;
        }
        return sizes[low];
    }
    //! Leaves blank what would be a part of a line of words, all of a row of which no line would be seen, a strip of
    //! what has words, what is left of an app whose drawing or name is cut above, and of a name that goes on below the
    //! glass all of it.
    function blankCutLines(): void {
        let above = 0;
        let below = 0;
        for (let at = 0; at < slots.count && longer && !view.moving; at++) {
            const slot = root.slotAt(at);
            if (slot === null || slot.element === null)
                continue;
            const top = slot.mapToItem(view, 0, 0).y;
            const lines = linesIn(slot);
            const cutAbove = lines.filter(line => line.top < -line.slack && line.bottom > line.slack);
            const cutBelow = lines.filter(line => line.top < view.height - line.slack && line.bottom > view.height + line.slack);
            const read = lines.some(line => line.top >= -line.slack && line.bottom <= view.height + line.slack);
            const unread = slot.element.area !== "grid" && slot.height < view.height / 2 && !read;
            const end = top + slot.height;
            const ring = slot.element.wanted ? Math.min(edge, spacing / 2) : 0;
            if (slot.element.area === "grid" && !slot.element.wanted && top < -edge)
                above = Math.max(above, end);
            if (cutAbove.length > 0)
                above = Math.max(above, unread ? end : 0, ...cutAbove.map(line => line.bottom));
            if (cutBelow.length > 0)
                below = Math.max(below, unread ? view.height - top : 0, ...cutBelow.map(line => view.height - line.top + line.mark));
            const goesOn = lines.some(line => line.bottom > view.height + line.slack);
            if (slot.element.area === "grid" && goesOn && lines[0].top < view.height)
                below = Math.max(below, view.height - lines[0].top + lines[0].mark);
            if (lines.length === 0 || read)
                continue;
            if (top < 0 && end + ring > above && end < above + Theme.row / 2)
                above = end + ring;
            if (end > view.height && top - ring < view.height - below && top > view.height - below - Theme.row / 2)
                below = view.height - top + ring;
        }
        blankAbove = Math.ceil(above);
        blankBelow = Math.ceil(below);
    }
    //! Where each line of words in an item begins and ends on the glass.
    function linesIn(item: Item): var {
        const lines = [];
        (item as Column)?.forceLayout();
        const label = item as PhoneLabel;
        // A single sign is no word: an arrow at the end of a row.
        for (let line = 0; label?.visible && label.text.length > 1 && line < label.lineCount; line++) {
            const top = label.mapToItem(view, 0, 0).y + line * label.lineHeight;
            lines.push({
                top: top,
                bottom: top + label.lineHeight,
                // A mark above a capital stands higher than its line.
                mark: label.lineHeight * 0.06,
                slack: label.lineHeight * 0.1
            });
        }
        for (let at = 0; at < item.children.length; at++)
            lines.push(...linesIn(item.children[at]));
        return lines;
    }
    function fitsWith(columns: int, scale: real): bool {
        root.columns = columns;
        letterScale = scale;
        return fits();
    }
    //! Columns, letters and shares that were found for a screen; the screens that were not seen for longest go.
    function keep(page: string): void {
        const shares = [];
        for (let at = 0; at < slots.count; at++)
            shares.push(root.slotAt(at).share);
        if (kept.size >= mostKept)
            kept.delete(kept.keys().next().value);
        kept.set(page, {
            columns: columns,
            letterScale: letterScale,
            shares: shares
        });
    }
    function restore(known: var): void {
        for (let at = 0; at < slots.count; at++)
            root.slotAt(at).share = known.shares[at];
        columns = known.columns;
        letterScale = known.letterScale;
    }
    //! All that the letters of this screen depend on.
    function pageNow(): string {
        const told = [width, height, Theme.unitPx, Theme.textScale];
        for (let at = 0; at < slots.count; at++) {
            const element = root.slotAt(at).element;
            told.push(element.view, JSON.stringify(element.fields), element.fieldContent, element.active, element.phone.showsSecrets);
        }
        return told.join("|");
    }
    //! The largest letters that the screen allows, and smaller ones where words want it.
    function search(): void {
        for (let at = 0; at < slots.count; at++)
            root.slotAt(at).share = 1;
        const three = bestScale(3);
        const two = has("grid") && three * 1.15 < ceiling && fitsWith(2, three * 1.15) ? bestScale(2) : 0;
        columns = two > three * 1.15 ? 2 : 3;
        const usual = Math.max(two > three * 1.15 ? two : three, 1);
        enlarge(usual > 1 ? usual : Math.max(writingScale(), roomyScale()));
        if (!has("whole") && isTooLong()) {
            flat = true;
            for (let at = 0; at < slots.count; at++)
                root.slotAt(at).share = 1;
            enlarge(writingScale());
        }
    }
    function fills(element: PhoneElementViewModel): bool {
        return element.area === "fill" || element.area === "whole";
    }
    function fit(): void {
        // The lesson has ended: others follow.
        if (!hasAllSlots())
            return;
        stale = false;
        if (width < 1 || height < 1)
            return;
        air = 0;
        flat = false;
        const page = pageNow();
        const known = kept.get(page);
        if (known)
            restore(known);
        else
            search();
        // What stands beside its field was laid by the way to these letters.
        if (!known && !flat)
            keep(page);
        // Apps are not put out of sight for a few hairs.
        if (has("grid") && heightOf(true, false) > height + 0.5 && heightOf(true, false) < height * 1.03)
            letterScale *= 0.97;
        const rest = height - heightOf(true, false);
        air = rest > 0 && !hasFill() ? Math.min(Theme.gap, rest / (rows() + 1)) : 0;
        if (air > 0 && squeezed())
            air = 0;
        view.contentY = 0;
    }
    //! Whether its middle is seen; of an app, whose name may be left blank, whether it is on the glass.
    function isOnGlass(slot: ElementSlot): bool {
        const middle = slot.y + slot.height / 2;
        const below = slot.element.area === "grid" ? 0 : blankBelow;
        return middle >= view.contentY + blankAbove && middle <= view.contentY + height - below;
    }
    //! How long it is, once everything has its size.
    function measure(): void {
        rowsHeight = heightOf(true, false);
        longer = rowsHeight > height + 2 && !(has("whole") && elements.length === 1);
        flow.height = longer ? Math.ceil(rowsHeight + edge) : height;
        fillRoom = height - heightOf(false, false);
        flow.forceLayout();
        settled.start();
    }
    //! Larger by the wanted text size, but no larger than the sentence that is told where the screen would then be
    //! longer than the glass; only what would not fit its place keeps its usual size.
    function enlarge(usual: real): void {
        letterScale = usual * Theme.textScale;
        const least = Math.max(usual, Math.min(letterScale, Theme.toldScale));
        letterScale = firstFrom(letterScale, least, 0.97, scale => {
            letterScale = scale;
            return heightOf(true, false) <= height + 0.5 && !(has("grid") && squeezed());
        });
        if (squeezed() && columns === 3 && has("grid"))
            columns = 2;
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            while (slot !== null && slot.share > 1 / Theme.textScale && (slot.squeezed || tooHigh(slot)))
                slot.share = Math.max(1 / Theme.textScale, slot.share * 0.95);
        }
        // What stands beside an element that takes the whole glass is seen with it, and while she writes
        // what follows the field, where smaller letters are enough for that.
        const shares = [];
        for (let at = 0; at < slots.count; at++)
            shares.push(root.slotAt(at).share);
        for (let share = 1; share > 1 / Theme.textScale && isTooLong();) {
            share = Math.max(1 / Theme.textScale, share * 0.95);
            for (let at = 0; at < slots.count; at++)
                root.slotAt(at).share = Math.min(shares[at], share);
        }
        for (let at = 0; at < slots.count && !has("whole") && isTooLong(); at++)
            root.slotAt(at).share = shares[at];
        // What is alike has letters alike.
        for (let at = 0; at < slots.count; at++) {
            for (let other = 0; other < slots.count; other++) {
                const slot = root.slotAt(at);
                const like = root.slotAt(other);
                if (slot !== null && like !== null && String(slot.element.view) === String(like.element.view))
                    slot.share = Math.min(slot.share, like.share);
            }
        }
    }
    function fits(): bool {
        return heightOf(true, false) <= height + 0.5 && !squeezed();
    }
    function has(area: string): bool {
        for (let at = 0; at < root.elements.length; at++) {
            if ((root.elements[at] as PhoneElementViewModel).area === area)
                return true;
        }
        return false;
    }
    function hasAllSlots(): bool {
        for (let at = 0; at < slots.count; at++) {
            if (root.slotAt(at) === null)
                return false;
        }
        return true;
    }
    function hasFill(): bool {
        return has("fill") || has("whole");
    }

    //! The height of all elements, with or without the least that an element that fills wants.
    //! Asked anew each time, for a binding would only follow once all elements of a screen are there.
    function heightOf(withFills: bool, countRows: bool): real {
        let done = 0;
        let lines = 1;
        let x = 0;
        let tallest = 0;
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot === null)
                continue;
            if (x > 0 && x + slot.width > width + 0.5) {
                done += tallest + spacing;
                lines++;
                x = tallest = 0;
            }
            x += slot.width + spacing;
            if (withFills || !fills(slot.element))
                tallest = Math.max(tallest, slot.implicitHeight);
        }
        return countRows ? lines : done + tallest;
    }

    //! Shows the whole of what is written into, and of what the kiosk points at by itself, the finger below it
    //! too, and of an app that is half seen. What else only glows is left to be swiped to: a page opens at its
    //! start, where it is to be read from.
    function reveal(): void {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot === null)
                continue;
            const pointed = slot.element.holdsFinger;
            const halfSeenApp = slot.element.wanted && slot.element.area === "grid" && isOnGlass(slot);
            if (!pointed && !slot.element.active && !halfSeenApp)
                continue;
            const follows = slot.element.active && writtenHeight() <= height;
            const whole = rowHeight(slot);
            const tall = (follows ? writtenHeight() : whole) + (pointed ? Theme.row * 1.15 : edge);
            if (longer)
                flow.height = Math.max(flow.height, Math.ceil(slot.y + tall));
            if (slot.element.active)
                show(slot.y, tall);
            else
                showAfterOthers(slot.y, tall, whole + edge);
        }
        if (longer)
            revealWords();
    }
    //! The height of what stands side by side with it, too: a longer name beside it would be blanked, its ring with it.
    //! Its own where they are higher than the glass.
    function rowHeight(slot: ElementSlot): real {
        let tallest = slot.height;
        for (let at = 0; at < slots.count; at++) {
            const other = root.slotAt(at);
            if (other !== null && other.y === slot.y)
                tallest = Math.max(tallest, other.height);
        }
        return tallest + edge <= height ? tallest : slot.height;
    }
    //! Shows the words that the step names, from the first on as many as there is room for.
    function revealWords(): void {
        const first = elements[0] as PhoneElementViewModel;
        if (first === null)
            return; // the lesson has ended: others follow
        const words = first.phone.lookedAt;
        let top = -1;
        let bottom = -1;
        for (let at = 0; at < words.length; at++) {
            const part = partWith(words[at]);
            if (part === null)
                continue;
            const y = part.mapToItem(flow, 0, 0).y;
            const upper = top < 0 ? y : Math.min(top, y);
            const lower = Math.max(bottom, y + part.height + edge);
            if (top >= 0 && lower - upper > height)
                break;
            top = upper;
            bottom = lower;
        }
        if (top >= 0)
            showAfterOthers(top, bottom - top, bottom - top);
    }
    //! Where these words stand last, for the bar above may have them too.
    function partWith(words: string): Item {
        for (let at = slots.count - 1; at >= 0; at--) {
            const slot = root.slotAt(at);
            if (slot?.element.words.includes(words))
                return (slot.item as PhoneElement)?.partWith(words) ?? null;
        }
        return null;
    }
    //! Whether what is to be seen at once is not.
    function isTooLong(): bool {
        return has("whole") ? heightOf(true, false) > height + 0.5 : writtenHeight() > height + 0.5;
    }
    //! The height of what is written into, and of what follows it; 0 where nothing is written.
    function writtenHeight(): real {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot?.element.active)
                return slot.implicitHeight + (at + 1 < slots.count ? spacing + root.slotAt(at + 1).implicitHeight : 0);
        }
        return 0;
    }
    function rows(): real {
        return heightOf(true, true);
    }
    function show(y: real, tall: real): void {
        const seen = y >= view.contentY && y + tall <= view.contentY + height;
        beginAt(seen ? view.contentY : y - Math.max(0, Math.min(Theme.tinyGap, height - tall)), y);
    }
    //! The same, and as much as there is room for of what stands above it; no less than `read` of its height is seen.
    function showAfterOthers(y: real, tall: real, read: real): void {
        if (y >= view.contentY && y + tall > view.contentY + height)
            beginAt(withRowAbove(Math.min(y - Theme.smallGap, y + tall - height), y + read - height), y);
        else
            show(y, tall);
    }
    //! The glass begins at this height or a little further down, where a row is whole; what stands at `least` is seen.
    function beginAt(start: real, least: real): void {
        const from = Math.round(Math.min(wholeFrom(Math.max(0, Math.min(flow.height - height, start))), least));
        if (longer)
            flow.height = Math.max(flow.height, from + height);
        view.contentY = from;
    }
    //! A little higher where that shows the whole of a row, but not above `first`: the cuff of the hand below may be cut,
    //! not what is read.
    function withRowAbove(start: real, first: real): real {
        for (let at = 0; at < slots.count; at++) {
            const y = root.slotAt(at)?.y ?? 0;
            if (y >= first && y < start && start - y < Theme.row * 0.65)
                return y;
        }
        return start;
    }
    //! Where the glass is to begin so that no short row is cut of which little would be seen, and no app.
    function wholeFrom(start: real): real {
        const top = start - edge;
        let from = start;
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            const left = slot === null ? 0 : slot.y + slot.height - top;
            if (left <= 1 || slot.y >= top - 1)
                continue;
            const short = slot.height < view.height / 2 || slot.element.area === "grid";
            if (slot.height < view.height / 5 || short && left < slot.height * 0.9)
                from = Math.max(from, slot.y + slot.height + edge);
        }
        return from;
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
    //! What is written into is seen as a whole; what is touched leaves more than half the glass to what stands beside it.
    function tooHigh(slot: ElementSlot): bool {
        if (slot.element.active || slot.element.area === "whole")
            return slot.implicitHeight > height;
        return slots.count > 1 && slot.element.area === "column" && slot.element.target !== "" && slot.implicitHeight > height * 0.45;
    }
    //! One glass further down (1) or up (-1), but not past what is to be touched.
    function turn(direction: int): void {
        const there = view.contentY + direction * height * 0.8;
        if (direction > 0 && wantedBelow && wantedFits)
            turnTo(Math.min(there, wanted.y - edge));
        else if (direction < 0 && wantedAbove && wantedFits)
            turnTo(Math.max(there, wanted.y + wanted.height + edge - height));
        else
            turnTo(there);
    }
    //! What is there comes to the top, as far as the list goes.
    function turnTo(y: real): void {
        view.contentY = Math.round(Math.max(0, Math.min(flow.height - height, y)));
    }

    //! The letters of a screen that is swiped anyhow: larger, as long as what is written into is seen as a whole.
    function writingScale(): real {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot?.element.active)
                return firstFrom(ceiling, 1, 0.94, scale => {
                    letterScale = scale * Theme.textScale;
                    return !squeezed() && slot.implicitHeight < height * (flat || at + 1 === slots.count ? 1 : 0.7);
                });
        }
        return 1;
    }

    //! The letters of a screen that is longer than the glass: larger, as long as it grows by little, for rows are
    //! high for the finger's sake.
    function roomyScale(): real {
        letterScale = Theme.textScale;
        const most = heightOf(true, false) * 1.1;
        return firstFrom(Math.min(ceiling, 1.6), 1, 0.94, scale => {
            letterScale = scale * Theme.textScale;
            return !squeezed() && heightOf(true, false) <= most;
        });
    }
    //! Its letters are fitted before the next frame, once for all that has changed by then.
    function refit(): void {
        stale = true;
        before.ask();
    }

    onHeightChanged: refit()
    onWidthChanged: refit()

    Connections {
        function onTextScaleChanged(): void {
            root.refit();
        }
        function onUnitPxChanged(): void {
            root.refit();
        }

        target: Theme
    }
    BeforePainting {
        id: before

        onDue: {
            if (root.stale)
                Fitting.during(root.fit);
            root.measure();
            root.reveal();
        }
    }
    // Once everything has its place.
    Timer {
        id: settled

        interval: 0

        onTriggered: root.blankCutLines()
    }
    Flickable {
        id: view

        anchors.fill: parent
        anchors.bottomMargin: 0
        anchors.margins: -root.edge
        boundsBehavior: Flickable.StopAtBounds
        clip: root.longer || root.slide > 0
        contentHeight: flow.height + root.edge
        contentWidth: width
        interactive: root.longer

        onContentYChanged: settled.start()
        onMovingChanged: root.blankCutLines()

        Flow {
            id: flow

            height: root.height
            spacing: root.spacing
            width: root.width
            x: root.edge + Math.round(root.slide * width * 0.3)
            y: root.edge

            Repeater {
                id: slots

                model: root.elements
                // Its own children lie over the rows, but under the hand that points.
                z: 0.5

                onModelChanged: root.refit()

                ElementSlot {
                    id: slot

                    readonly property int columns: modelData.area === "grid" ? root.columns : 1
                    readonly property bool fills: ["fill", "whole"].includes(modelData.area)
                    required property PhoneElementViewModel modelData

                    element: modelData
                    flat: root.flat
                    enabled: !root.longer || root.isOnGlass(slot)
                    height: fills ? Math.max(implicitHeight, root.fillRoom) : implicitHeight
                    letterScale: Math.max(1, root.letterScale * share)
                    // A strip of a row says nothing.
                    opacity: root.flat && !root.isOnGlass(slot) ? 0 : 1
                    width: Math.floor((root.width - (columns - 1) * root.spacing) / columns)

                    onImplicitHeightChanged: before.ask()

                    Connections {
                        function onChanged(): void {
                            if (slot.element.holdsFinger || slot.element.active || slot.element.phone.lookedAt.length > 0)
                                root.reveal();
                        }

                        target: slot.element
                    }
                }
            }
        }
    }

    Blank {
        height: root.blankAbove
        y: view.contentY - root.edge
    }
    Blank {
        height: root.blankBelow
        y: view.contentY + view.height - root.edge - height
    }

    component Blank: Rectangle {
        color: Theme.phoneGround
        parent: slots
        width: view.width
        x: -root.edge
    }
}
