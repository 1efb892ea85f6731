import QtQuick
import TutorialKiosk.Theme

//! A small monochrome drawing.
Image {
    id: root

    property color colour: Theme.ink
    //! The size in which the icon is rendered; sizes that are only tried do not count.
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

    // The assignment replaces the binding to `size`.
    Component.onCompleted: drawnSize = size
    onSettledChanged: draw()
    onSizeChanged: draw()
}
