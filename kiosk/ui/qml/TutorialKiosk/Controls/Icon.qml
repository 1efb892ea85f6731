import QtQuick
import TutorialKiosk.Theme

//! A small monochrome drawing.
Image {
    id: root

    property color colour: Theme.ink
    //! The size that it is drawn in: never one that is only tried.
    property real drawnSize: size
    property string name: ""
    readonly property bool settled: !Fitting.tries
    property real size: Theme.sign

    function draw(): void {
        if (settled)
            drawnSize = size;
    }

    Accessible.ignored: true
    height: size
    source: name === "" ? "" : Theme.icon(name, colour)
    sourceSize: Qt.size(drawnSize, drawnSize)
    visible: name !== ""
    width: size

    // Nothing is bound to the size any more.
    Component.onCompleted: drawnSize = size
    onSettledChanged: draw()
    onSizeChanged: draw()
}
