import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Text on the phone: compact, but with space for every diacritic above and below the letters.
Label {
    id: root

    property real letterScale: 1

    //! Names up to this number of letters are not broken: the letters become smaller instead.
    readonly property int longestName: 16
    // Line height relative to the font size, with capitals in the middle of the line.
    property real lineHeightFactor: 1.3
    //! Whether a word is wider than its place; words are broken only where letters cannot shrink.
    readonly property bool squeezed: letterScale > 1 && contentWidth > width + 1

    //! The text prepared for lines of width `room`: an address may break only if it is wider than a line, a file name
    //! never, and a short last word stays with the one before it if there is room.
    function withBreaksFor(words: string, room: real): string {
        if (words === "" || room <= 0)
            return words; // the parent has no width yet
        // The metrics may still use the previous font size.
        const most = room * metrics.font.pixelSize / font.pixelSize;
        const parts = Theme.withoutBadBreaks(words).split(" ").map(each => each.length > root.longestName && metrics.advanceWidth(each) > most ? Theme.withAddressBreaks(each) : each);
        const apart = parts.join(" ");
        const joined = Theme.withoutOrphan(apart).split(" ");
        const last = joined.slice(-2).join(" ");
        if (metrics.advanceWidth(last) > most && (metrics.advanceWidth(joined[joined.length - 1]) > most || strands(joined, most)))
            return apart;
        return joined.join(" ");
    }
    //! Whether the last piece, begun in a line of its own, leaves the word before it alone in the middle.
    function strands(pieces: list<string>, most: real): bool {
        let line = "";
        for (const piece of pieces.slice(0, -1)) {
            const longer = line === "" ? piece : line + " " + piece;
            line = metrics.advanceWidth(longer) > most ? piece : longer;
        }
        return pieces.length > 2 && line === pieces[pieces.length - 2];
    }

    // Every size change lays the text out again; bound to the metrics, these three change together.
    bottomPadding: Math.round(metrics.font.pixelSize * lineHeightFactor) + (metrics.ascent - metrics.font.pixelSize * (lineHeightFactor + Theme.capRatio) / 2) - metrics.height
    capMm: Theme.smallCap
    font.pixelSize: Theme.lettersAt(capMm, letterScale)
    lineHeight: Math.round(metrics.font.pixelSize * lineHeightFactor)
    lineHeightMode: Text.FixedHeight
    topPadding: metrics.font.pixelSize * (lineHeightFactor + Theme.capRatio) / 2 - metrics.ascent
    wrapMode: letterScale > 1 ? Text.WordWrap : Text.Wrap

    FontMetrics {
        id: metrics

        font: root.font
    }
}
