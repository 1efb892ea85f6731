import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Words on the phone: set close, yet with room for every mark above and below the letters.
Label {
    id: root

    property real letterScale: 1

    //! So many letters of a name stay in one piece: the letters become smaller for it.
    readonly property int longestName: 16
    // The line is this many times as high as the letters are large, with capitals in its middle.
    readonly property real pitch: 1.3
    //! A word is wider than its place; it is broken only where the letters may not shrink.
    readonly property bool squeezed: letterScale > 1 && contentWidth > width + 1

    //! The words for lines of this width: an address is parted only where it is wider than a line, a file's name
    //! never, and a short last word does not stand alone where there is room for the one before it.
    function laid(words: string, room: real): string {
        if (words === "" || room <= 0)
            return words; // what it stands in has no width yet
        // The metrics may have letters of another size still.
        const most = room * metrics.font.pixelSize / font.pixelSize;
        const parts = Theme.unbroken(words).split(" ").map(each => each.length > root.longestName && metrics.advanceWidth(each) > most ? Theme.parted(each) : each);
        const apart = parts.join(" ");
        const joined = Theme.joined(apart);
        return metrics.advanceWidth(joined.slice(joined.lastIndexOf(" ") + 1)) > most ? apart : joined;
    }

    // Each change of a size lays the words anew: these follow from the metrics alone, all of them once.
    bottomPadding: Math.round(metrics.font.pixelSize * pitch) + (metrics.ascent - metrics.font.pixelSize * (pitch + Theme.capRatio) / 2) - metrics.height
    capMm: Theme.smallCap
    font.pixelSize: Theme.lettersAt(capMm, letterScale)
    lineHeight: Math.round(metrics.font.pixelSize * pitch)
    lineHeightMode: Text.FixedHeight
    topPadding: metrics.font.pixelSize * (pitch + Theme.capRatio) / 2 - metrics.ascent
    wrapMode: letterScale > 1 ? Text.WordWrap : Text.Wrap

    FontMetrics {
        id: metrics

        font: root.font
    }
}
