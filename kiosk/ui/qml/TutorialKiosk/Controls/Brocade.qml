import QtQuick
import TutorialKiosk.Theme

//! The band of woven lozenges: the only ornament.
Image {
    height: Theme.band
    source: "image://picture/brocade"
    sourceSize.height: height
    sourceSize.width: height * 2
    fillMode: Image.TileHorizontally
    horizontalAlignment: Image.AlignLeft
    Accessible.ignored: true
}
