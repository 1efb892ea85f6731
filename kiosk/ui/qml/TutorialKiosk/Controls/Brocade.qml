import QtQuick
import TutorialKiosk.Theme

//! A band of woven lozenges, the only ornament of the interface.
Image {
    Accessible.ignored: true
    fillMode: Image.TileHorizontally
    height: Theme.band
    horizontalAlignment: Image.AlignLeft
    source: "image://picture/brocade"
    sourceSize: Qt.size(height * 2, height)
}
