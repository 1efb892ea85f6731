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
    property real extraSpacing: 0
    //! Whether the screen is scrolled to its end.
    readonly property bool atEnd: view.contentY >= rowsHeight - height - 1
    //! The largest letter scale to try; it grows with the width of the screen.
    readonly property real ceiling: Theme.phoneScale * Math.max(1, width / Theme.mm(125))
    readonly property bool atStart: view.contentY <= 1
    //! Height covered at each end of the visible area, so that no line of text is shown cut off.
    property real blankAbove: 0
    property real blankBelow: 0
    property int columns: 3
    //! Y position from which a dialog covers the screen.
    property real coveredFrom: Infinity
    //! Whether labels are placed beside their fields and drawings are small, because what must be visible together, or
    //! the apps of the screen, would not fit otherwise.
    property bool compact: false
    //! Width of the glow frame around an element, which must not be cut off.
    readonly property real edge: Math.ceil(Theme.thick * 1.5)
    //! Height left for elements that fill the screen; set after all others have their size.
    property real fillRoom: 0
    required property list<PhoneElementViewModel> elements
    property real letterScale: Theme.phoneScale
    //! Y position of the end of the visible title; 0 without one.
    readonly property real titleEnd: {
        const first = slots.count > 0 ? root.slotAt(0) : null;
        return first?.element.kind === "bar" && view.contentY < 1 ? first.height : 0;
    }
    //! Whether the content is higher than the visible area.
    property bool longer: false
    //! Fitting results of screens that were already shown, so that they are not computed again.
    readonly property var fitCache: new Map()
    readonly property int maxCachedFits: 40
    //! Whether elements or size have changed since the letters were fitted.
    property bool stale: true
    //! Position of the slide-in animation of the next screen: 1 at its start, 0 when finished.
    property real slide: 0
    //! Y position of the end of the last row.
    property real rowsHeight: 0
    readonly property real spacing: (tight ? Theme.mm(2) : Theme.smallGap) + extraSpacing
    //! Whether larger text has little height, between a message and the keys.
    property bool tight: false
    //! Whether the expected element continues below the visible area, or begins above it. For an element higher than
    //! the visible area, the position of its middle counts.
    readonly property bool wantedAbove: longer && wanted !== null && !wantedBelow && wanted.y + (wantedFits ? 0 : wanted.height / 2) < view.contentY - 1
    readonly property bool wantedBelow: longer && wanted !== null && wanted.y + (wantedFits ? rowHeight(wanted) + edge : wanted.height / 2) > view.contentY + height + 1
    readonly property bool wantedFits: wanted !== null && wanted.height + edge <= height
    readonly property ElementSlot wanted: {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot?.element.wanted)
                return slot;
        }
        return null;
    }

    //! The largest letter scale at which the whole screen fits, with the given number of app columns.
    function largestFittingScale(columns: int): real {
        if (fitsWith(columns, ceiling))
            return ceiling;
        let low = 1;
        if (!fitsWith(columns, low))
            return low;
        let high = ceiling;
        for (let attempt = 0; attempt < 5; attempt++) {
            const middle = (low + high) / 2;
            if (fitsWith(columns, middle))
                low = middle;
            else
                high = middle;
        }
        return low;
    }
    //! The first of the sizes from `from` down to `least`, each `step` times the one before, for which
    //! `isSmallEnough` is true. A binary search: if one size is small enough, all smaller ones must be too.
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
    //! Covers content at both ends that would be shown cut off: an app, a target, the expected element with its ring,
    //! a line of text, a text of which no complete line would be visible, and a strip of an element with text.
    function blankCutLines(): void {
        let above = 0;
        let below = 0;
        for (let at = 0; at < slots.count && longer && !view.moving; at++) {
            const slot = root.slotAt(at);
            if (slot === null || slot.element === null)
                continue;
            const top = slot.mapToItem(view, 0, 0).y;
            const end = top + slot.height;
            const lines = linesIn(slot);
            const isApp = slot.element.area === "grid" && slot.height + edge <= height;
            const ringed = slot === wanted && wantedFits;
            const ring = ringed ? edge : 0;
            // A dot below a letter, or a mark above one, is seen of a line of which nothing else is.
            const cutAbove = lines.filter(line => line.top < -line.slack && line.bottom > 1);
            const cutBelow = lines.filter(line => line.top < view.height - 1 && line.bottom > view.height + line.slack);
            const read = lines.some(line => line.top >= -line.slack && line.bottom <= view.height + line.slack);
            const goesOn = lines.some(line => line.bottom > view.height + line.slack);
            // What is touched as a whole is not shown in part.
            const undivided = isApp || ringed || slot.height < view.height / 2 && (!read || slot.element.target !== "");
            if (undivided && end > 1 && (cutAbove.length > 0 || isApp && top < -edge || ringed && top < ring - 1))
                above = Math.max(above, end + ring);
            if (undivided && top < view.height - 1 && (goesOn || ringed && end + ring > view.height + 1))
                below = Math.max(below, view.height - top + ring);
            if (cutAbove.length > 0)
                above = Math.max(above, ...cutAbove.map(line => line.bottom));
            if (cutBelow.length > 0)
                below = Math.max(below, ...cutBelow.map(line => view.height - line.top + line.mark));
            if (lines.length === 0 || read)
                continue;
            if (top < 0 && end + ring > above && end < above + Theme.row / 2)
                above = end + ring;
            if (end > view.height && top - ring < view.height - below && top > view.height - below - Theme.row / 2)
                below = view.height - top + ring;
        }
        blankAbove = Math.ceil(above);
        blankBelow = Math.ceil(below);
        // Swiped to a place where nothing is entirely visible.
        if (above + below > view.height - Theme.target)
            scrollTo(startOfRowAt(view.contentY));
    }
    //! The Y position of the last row that begins at or above this height.
    function startOfRowAt(y: real): real {
        let start = 0;
        for (let at = 0; at < slots.count; at++) {
            const from = root.slotAt(at)?.y ?? 0;
            if (from <= y)
                start = from;
        }
        return start;
    }
    //! The top and bottom of each line of text in an item, relative to the visible area; a unit counts as one line.
    function linesIn(item: Item): var {
        const lines = [];
        (item as Column)?.forceLayout();
        const label = item as PhoneLabel;
        // A label of a single character is ignored, such as the arrow at the end of a row.
        for (let line = 0; label?.visible && label.text.length > 1 && line < label.lineCount; line++) {
            const top = label.mapToItem(view, 0, 0).y + line * label.lineHeight;
            lines.push({
                top: top,
                bottom: top + label.lineHeight,
                // A diacritic above a capital extends above its line.
                mark: label.lineHeight * 0.06,
                slack: label.lineHeight * 0.1
            });
        }
        for (let at = 0; at < item.children.length; at++)
            lines.push(...linesIn(item.children[at]));
        const top = Math.min(...lines.map(line => line.top));
        const bottom = Math.max(...lines.map(line => line.bottom));
        const isUnit = "undivided" in item && lines.length > 1 && bottom - top < view.height / 2;
        return isUnit ? [Object.assign({}, lines[0], {
                top: top,
                bottom: bottom
            })] : lines;
    }
    function fitsWith(columns: int, scale: real): bool {
        root.columns = columns;
        letterScale = scale;
        return fits();
    }
    //! Stores columns, letter scale and shares of a screen; beyond `maxCachedFits` screens the oldest entry is removed.
    function storeFit(page: string): void {
        if (fitCache.size >= maxCachedFits)
            fitCache.delete(fitCache.keys().next().value);
        fitCache.set(page, {
            columns: columns,
            compact: compact,
            letterScale: letterScale,
            shares: slotShares()
        });
    }
    function restoreFit(known: var): void {
        compact = known.compact;
        setShares(known.shares);
        columns = known.columns;
        letterScale = known.letterScale;
    }
    //! Key of the fitting results: everything that the letter size of this screen depends on.
    function pageNow(): string {
        const told = [width, height, Theme.unitPx, Theme.textScale];
        for (let at = 0; at < slots.count; at++) {
            const element = root.slotAt(at).element;
            told.push(element.view, JSON.stringify(element.fields), element.fieldContent, element.active, element.phone.showsSecrets);
        }
        return told.join("|");
    }
    //! Determines the largest letter scale for the screen, and smaller shares for elements whose text needs them.
    function search(): void {
        setShares([]);
        const three = largestFittingScale(3);
        const two = has("grid") && three * 1.15 < ceiling && fitsWith(2, three * 1.15) ? largestFittingScale(2) : 0;
        columns = two > three * 1.15 ? 2 : 3;
        const usual = Math.max(two > three * 1.15 ? two : three, 1);
        if (Theme.textScale > 1 && writtenHeight() > 0 && !has("whole")) {
            searchForWriting(usual);
            return;
        }
        enlarge(usual > 1 ? usual : Math.max(writingScale(), roomyScale()));
        if (!fitsHeight() && elements.some(each => ["app", "image"].includes(each.kind))) {
            compact = true;
            if (has("grid") && !fitsInThree()) {
                const three = columns === 3 ? heightWith(3) : Infinity;
                columns = heightWith(2) < three ? 2 : 3;
            }
            shrinkToFit();
            compact = fitsHeight() || has("grid");
        } else {
            shrinkToFit();
        }
        if (!has("whole") && isTooLong()) {
            compact = true;
            setShares([]);
            enlarge(writingScale());
        }
    }
    //! The letter scale during typing in larger text: the whole page where that is nearly as large as asked for, otherwise
    //! the field and the element after it, with the label beside the field if its letters are then clearly larger.
    function searchForWriting(usual: real): void {
        letterScale = usual * Theme.textScale * 0.956;
        if (usual > 1 && fits())
            return;
        enlarge(Math.max(usual, writingScale(), usual > 1 ? 1 : roomyScale()));
        const scale = letterScale;
        const shares = slotShares();
        const plain = isTooLong() ? 0 : writtenLetters();
        if (plain >= Theme.sentenceBesidePhoneScale * 0.75)
            return;
        compact = true;
        setShares([]);
        enlarge(Math.max(usual, writingScale()));
        if (writtenLetters() > plain * 1.1)
            return;
        compact = false;
        letterScale = scale;
        setShares(shares);
    }
    //! The letter scale of the active field.
    function writtenLetters(): real {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot?.element.active)
                return slot.letterScale;
        }
        return 0;
    }
    function slotShares(): list<real> {
        const shares = [];
        for (let at = 0; at < slots.count; at++)
            shares.push(root.slotAt(at).share);
        return shares;
    }
    //! Sets the share of each slot, 1 where none is given.
    function setShares(shares: list<real>): void {
        for (let at = 0; at < slots.count; at++)
            root.slotAt(at).share = shares[at] ?? 1;
    }
    function fills(element: PhoneElementViewModel): bool {
        return element.area === "fill" || element.area === "whole";
    }
    function fit(): void {
        // The lesson has ended; new elements follow.
        if (!hasAllSlots())
            return;
        stale = false;
        if (width < 1 || height < 1)
            return;
        appLayout.spare = extraSpacing = 0;
        compact = false;
        const page = pageNow();
        const known = fitCache.get(page);
        if (known)
            restoreFit(known);
        else
            search();
        // The layout of labels beside fields depends on the sizes tried before, so it is not stored.
        if (!known && !(compact && writtenHeight() > 0))
            storeFit(page);
        appLayout.spare = compact && has("grid") ? spareOfApps() : 0;
        const rest = height - heightOf(true);
        extraSpacing = rest > 0 && !hasFill() ? Math.min(Theme.gap, rest / (rows() + 1)) : 0;
        if (extraSpacing > 0 && squeezed())
            extraSpacing = 0;
        view.contentY = 0;
    }
    //! Whether a dialog covers a part of the title, of which accents or halves of letters would remain.
    function isCutByDialog(slot: ElementSlot): bool {
        return slot.element.kind === "bar" && slot.y + slot.height - view.contentY > coveredFrom;
    }
    //! Whether the middle of an element is visible.
    function isOnGlass(slot: ElementSlot): bool {
        const middle = slot.y + slot.height / 2;
        return middle >= view.contentY + blankAbove && middle <= view.contentY + height - blankBelow;
    }
    //! Whether the expected element is so far on the glass that it is scrolled to: an app or a high element with its
    //! middle, another without its ring.
    function isHalfSeen(slot: ElementSlot): bool {
        if (slot !== wanted || !wantedFits)
            return false;
        const middle = slot.y + slot.height / 2 - view.contentY;
        const halfSeen = slot.element.area === "grid" || slot.height >= view.height / 2;
        return middle >= 0 && middle <= height && (halfSeen || slot.y + slot.height <= view.contentY + height + 1);
    }
    //! Measures the content after all elements have their size.
    function measure(): void {
        rowsHeight = heightOf(true);
        longer = rowsHeight > height + 2 && !(has("whole") && elements.length === 1);
        flow.height = longer ? Math.ceil(rowsHeight + edge) : height;
        fillRoom = height - heightOf(false);
        flow.forceLayout();
        settled.start();
    }
    //! Scales letters by the learner's text size, but not beyond the letters of the step's sentence if the screen
    //! would then be longer than the visible area; elements that would not fit keep their usual size.
    function enlarge(usual: real): void {
        letterScale = usual * Theme.textScale;
        const writes = Theme.textScale > 1 && writtenHeight() > 0;
        const least = writes ? usual : Math.max(usual, Math.min(letterScale, Theme.sentenceBesidePhoneScale));
        letterScale = firstFrom(letterScale, least, 0.97, scale => {
            letterScale = scale;
            return (writes ? writtenHeight() : heightOf(true)) <= height + 0.5 && !(has("grid") && squeezed());
        });
        if (squeezed() && columns === 3 && has("grid"))
            columns = 2;
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            while (slot !== null && slot.share > 1 / Theme.textScale && (slot.squeezed || (!writes || slot.element.active) && tooHigh(slot, 0.45)))
                slot.share = Math.max(1 / Theme.textScale, slot.share * 0.95);
            // A very long label, which would take more than half of the page also in the normal text size.
            while (slot !== null && Theme.textScale > 1 && !writes && slot.share > 0.88 / Theme.textScale && tooHigh(slot, 0.5))
                slot.share *= 0.97;
        }
        // Reduces all letters if that is enough to show what is beside an element that takes the whole screen, or,
        // during typing, the element after the field.
        const shares = slotShares();
        for (let share = 1; share > 1 / Theme.textScale && isTooLong();) {
            share = Math.max(1 / Theme.textScale, share * 0.95);
            for (let at = 0; at < slots.count; at++)
                root.slotAt(at).share = Math.min(shares[at], share);
        }
        for (let at = 0; at < slots.count && !has("whole") && isTooLong(); at++)
            root.slotAt(at).share = shares[at];
        // Elements of the same kind get letters of the same size.
        for (let at = 0; at < slots.count && !writes; at++) {
            for (let other = 0; other < slots.count; other++) {
                const slot = root.slotAt(at);
                const like = root.slotAt(other);
                if (slot !== null && like !== null && String(slot.element.view) === String(like.element.view))
                    slot.share = Math.min(slot.share, like.share);
            }
        }
    }
    function fits(): bool {
        return fitsHeight() && !squeezed();
    }
    function heightWith(columns: int): real {
        root.columns = columns;
        return squeezed() ? Infinity : heightOf(true);
    }
    function fitsHeight(): bool {
        return heightOf(true) <= height + 0.5;
    }
    //! Whether all apps fit in three columns, with enlarged letters up to 4 % smaller, and a name of one wide word still
    //! smaller.
    function fitsInThree(): bool {
        const usual = letterScale;
        const before = columns;
        columns = 3;
        if (Theme.textScale > 1 && heightOf(true) * 0.956 <= height) {
            letterScale = usual * 0.956;
            if (fits() || fitsWithWideWords())
                return true;
            letterScale = usual;
        }
        columns = before;
        return false;
    }
    function fitsWithWideWords(): bool {
        if (!fitsHeight())
            return false;
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            while (slot.squeezed && slot.share > 0.8)
                slot.share *= 0.95;
        }
        if (fits())
            return true;
        setShares([]);
        return false;
    }
    //! Makes enlarged letters up to 4 % smaller, and those of apps up to 8 %, if that is enough to show the whole
    //! screen.
    function shrinkToFit(): void {
        const usual = letterScale;
        for (let at = 0; at < slots.count; at++) {
            if (root.slotAt(at).share < 1)
                return;
        }
        const shares = Theme.textScale > 1 && has("grid") ? [0.956, 0.92] : has("grid") || Theme.textScale > 1 ? [0.956] : [];
        for (const share of shares) {
            // Not tried where even lines that break less often would not help.
            if (heightOf(true) * share * share > height || fitsHeight())
                continue;
            letterScale = usual * share;
            if (fitsHeight())
                return;
            letterScale = usual;
        }
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

    //! The rows of elements from top to bottom, with or without the minimum height of elements that fill.
    function rowsOf(withFills: bool): var {
        const rows = [];
        let x = Infinity;
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot === null)
                continue;
            if (x + slot.width > width + 0.5) {
                rows.push({
                    hasApps: slot.element.area === "grid",
                    height: 0
                });
                x = 0;
            }
            x += slot.width + spacing;
            const row = rows[rows.length - 1];
            if (withFills || !fills(slot.element))
                row.height = Math.max(row.height, slot.implicitHeight);
        }
        return rows;
    }
    //! The height of all elements, with or without the minimum height of elements that fill. A function, because a
    //! binding would be evaluated only after all elements of a screen exist.
    function heightOf(withFills: bool): real {
        const rows = rowsOf(withFills);
        return rows.reduce((sum, row) => sum + row.height, spacing * Math.max(0, rows.length - 1));
    }
    //! The height left below the last row that is entirely visible at first, for each row of apps above it. On a longer
    //! screen no row becomes higher than half of the visible area, so that every page shows whole rows.
    function spareOfApps(): real {
        const rows = rowsOf(true);
        const most = fitsHeight() ? Infinity : height / 2 - Math.max(...rows.map(row => row.height));
        let left = height + spacing;
        let apps = 0;
        for (const row of rows) {
            if (row.height + spacing > left + 0.5)
                break;
            left -= row.height + spacing;
            apps += row.hasApps ? 1 : 0;
        }
        return apps > 0 ? Math.max(0, Math.min(most, Math.floor((left - edge) / apps))) : 0;
    }

    //! Scrolls to the active field, to the element that the finger points at (including the finger), and to an
    //! expected element that is half visible. Any other expected element that only glows is left for the learner to swipe to: a
    //! page opens at its start, where reading begins.
    function reveal(): void {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot === null)
                continue;
            const pointed = slot.element.holdsFinger;
            if (!pointed && !slot.element.active && !isHalfSeen(slot))
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
    //! The height of the tallest element in the row of this one: the longer name of a neighbour would be covered
    //! together with its ring. If that does not fit the visible area, the element's own height.
    function rowHeight(slot: ElementSlot): real {
        let tallest = slot.height;
        for (let at = 0; at < slots.count; at++) {
            const other = root.slotAt(at);
            if (other !== null && other.y === slot.y)
                tallest = Math.max(tallest, other.height);
        }
        return tallest + edge <= height ? tallest : slot.height;
    }
    //! Scrolls to the texts that the step mentions: the first one and as many of the following as fit.
    function revealWords(): void {
        const first = elements[0] as PhoneElementViewModel;
        if (first === null)
            return; // the lesson has ended; new elements follow
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
    //! The last part with this text, because the title bar above may contain it too.
    function partWith(words: string): Item {
        for (let at = slots.count - 1; at >= 0; at--) {
            const slot = root.slotAt(at);
            if (slot?.element.words.includes(words))
                return (slot.item as PhoneElement)?.partWith(words) ?? null;
        }
        return null;
    }
    //! Whether elements that must be visible together do not fit.
    function isTooLong(): bool {
        return has("whole") ? heightOf(true) > height + 0.5 : writtenHeight() > height + 0.5;
    }
    //! The height of the active field and the element after it; 0 without an active field.
    function writtenHeight(): real {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot?.element.active)
                return slot.implicitHeight + (at + 1 < slots.count ? spacing + root.slotAt(at + 1).implicitHeight : 0);
        }
        return 0;
    }
    function rows(): real {
        return rowsOf(true).length;
    }
    function show(y: real, tall: real): void {
        const seen = y >= view.contentY && y + tall <= view.contentY + height;
        beginAt(seen ? view.contentY : y - Math.max(0, Math.min(Theme.tinyGap, height - tall)), y);
    }
    //! Like `show`, but also shows as much as possible of what is above; at least the height `read` stays visible.
    function showAfterOthers(y: real, tall: real, read: real): void {
        if (y >= view.contentY && y + tall > view.contentY + height)
            beginAt(startIncludingRowAbove(Math.min(y - Theme.smallGap, y + tall - height), y + read - height), y);
        else
            show(y, tall);
    }
    //! Scrolls so that the visible area begins at `start`, or further down where a row begins; `least` stays visible.
    function beginAt(start: real, least: real): void {
        const whole = startAtWholeRow(Math.max(0, Math.min(flow.height - height, start)));
        const hair = Math.ceil(rowsHeight - height - whole);
        // Nothing but the lower edge of the last row is not worth a touch.
        const from = Math.round(Math.min(hair > 0 && hair < Theme.slimGap ? whole + hair : whole, least));
        if (longer)
            flow.height = Math.max(flow.height, from + height);
        view.contentY = from;
    }
    //! A start a little further up if that shows a row completely, but not above `first`: the cuff of the hand below
    //! may be cut off, text may not.
    function startIncludingRowAbove(start: real, first: real): real {
        for (let at = 0; at < slots.count; at++) {
            const y = root.slotAt(at)?.y ?? 0;
            if (y >= first && y < start && start - y < Theme.row * 0.65)
                return y;
        }
        return start;
    }
    //! The start of the visible area, moved down so that no app and no short row is mostly cut off.
    function startAtWholeRow(start: real): real {
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
    //! Whether an element is too high: an active field must fit completely, a target may take at most this share of the
    //! visible area, in larger text only on a page that is longer.
    function tooHigh(slot: ElementSlot, most: real): bool {
        if (slot.element.active || slot.element.area === "whole")
            return slot.implicitHeight > height;
        return slots.count > 1 && slot.element.area === "column" && slot.element.target !== "" && slot.implicitHeight > height * most && !(Theme.textScale > 1 && fitsHeight());
    }
    //! Scrolls by most of a screen down (1) or up (-1), but not past what is covered at that end or the expected
    //! element.
    function scrollPage(direction: int): void {
        const covered = direction > 0 ? blankBelow : blankAbove;
        const there = view.contentY + direction * Math.min(height * 0.8, height - covered - edge);
        if (direction > 0 && wantedBelow && wantedFits)
            scrollTo(Math.min(there, wanted.y - edge));
        else if (direction < 0 && wantedAbove && wantedFits)
            scrollTo(Math.max(there, wanted.y + wanted.height + edge - height));
        else
            scrollTo(direction > 0 ? startAtWholeRow(there) : there);
    }
    //! Scrolls to this height, as far as the content allows.
    function scrollTo(y: real): void {
        view.contentY = Math.round(Math.max(0, Math.min(flow.height - height, y)));
    }

    //! Letter scale of a screen that has to be scrolled: as large as possible while the active field fits completely.
    function writingScale(): real {
        for (let at = 0; at < slots.count; at++) {
            const slot = root.slotAt(at);
            if (slot?.element.active)
                return firstFrom(ceiling, 1, Theme.textScale > 1 ? 0.97 : 0.94, scale => {
                    letterScale = scale * Theme.textScale;
                    return !(Theme.textScale > 1 ? slot.squeezed : squeezed()) && slot.implicitHeight < height * (compact || at + 1 === slots.count ? 1 : 0.7);
                });
        }
        return 1;
    }

    //! Letter scale of a screen longer than the visible area: larger as long as the screen grows by at most a tenth;
    //! rows have a minimum height for the finger anyway.
    function roomyScale(): real {
        letterScale = Theme.textScale;
        const most = heightOf(true) * 1.1;
        return firstFrom(Math.min(ceiling, 1.6), 1, 0.94, scale => {
            letterScale = scale * Theme.textScale;
            return !squeezed() && heightOf(true) <= most;
        });
    }
    //! Requests fitting the letters before the next frame, once for all changes until then.
    function refit(): void {
        stale = true;
        before.ask();
    }

    onHeightChanged: refit()
    onWantedChanged: before.ask()
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
    AppLayout {
        id: appLayout

        elements: root.elements
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
    // Runs after the layout is complete.
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
                // The covers are children of this item: above the rows, but below the pointing hand.
                z: 0.5

                onModelChanged: root.refit()

                ElementSlot {
                    id: slot

                    readonly property int columns: modelData.area === "grid" ? root.columns : 1
                    readonly property bool fills: ["fill", "whole"].includes(modelData.area)
                    required property PhoneElementViewModel modelData

                    apps: appLayout
                    element: modelData
                    compact: root.compact
                    enabled: !root.longer || root.isOnGlass(slot)
                    height: fills ? Math.max(implicitHeight, root.fillRoom) : implicitHeight
                    letterScale: Math.max(1, root.letterScale * share)
                    // A partly visible row would not be readable.
                    opacity: root.compact && modelData.area !== "grid" && !root.isOnGlass(slot) || root.isCutByDialog(slot) ? 0 : 1
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
