import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Words on the phone: set close, yet with room for every mark above and below the letters.
Label {
    id: root

    property real letterScale: 1

    // The line is this many times as high as the letters are large, with capitals in its middle.
    readonly property real pitch: 1.3
    //! A word is wider than its place; it is broken only where the letters may not shrink.
    readonly property bool squeezed: letterScale > 1 && contentWidth > width + 1
    readonly property real surplus: metrics.ascent - font.pixelSize * (pitch + Theme.capRatio) / 2

    bottomPadding: lineHeight + surplus - metrics.height
    capMm: Theme.smallCap
    font.pixelSize: Theme.lettersAt(capMm, letterScale)
    lineHeight: Math.round(font.pixelSize * pitch)
    lineHeightMode: Text.FixedHeight
    topPadding: -surplus
    wrapMode: letterScale > 1 ? Text.WordWrap : Text.Wrap

    FontMetrics {
        id: metrics

        font: root.font
    }
}
