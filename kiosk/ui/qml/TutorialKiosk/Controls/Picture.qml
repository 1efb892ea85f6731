import QtQuick
import TutorialKiosk.Theme

//! A large drawing, by its name in media/pictures or the lesson's folder. Drawings have dark outlines, so
//! they have a light card on dark backgrounds.
Item {
    id: root

    //! Whether its bitmap is still being made.
    readonly property bool loading: image.status === Image.Loading
    property string name: ""
    //! Who gives it: pictures by their names, or photos by their places.
    property string provider: "picture"

    Accessible.ignored: true
    visible: name !== ""

    Rectangle {
        anchors.centerIn: parent
        color: Theme.ink
        height: image.paintedHeight + Theme.gap
        radius: Theme.radius
        visible: Theme.high
        width: image.paintedWidth + Theme.gap
    }
    Image {
        id: image

        property string drawn: ""
        property size drawnSize: Qt.size(0, 0)
        readonly property string wanted: root.name === "" || width < 1 || height < 1 ? "" : "image://" + root.provider + "/" + encodeURIComponent(root.name)
        readonly property size wantedSize: Qt.size(Math.ceil(width), Math.ceil(height))

        function draw() {
            drawn = "";
            drawnSize = wantedSize;
            drawn = wanted;
        }

        anchors.fill: parent
        anchors.margins: Theme.high ? Theme.smallGap : 0
        // Two lessons may have pictures of the same name; drawings are kept where they are drawn.
        cache: false
        fillMode: Image.PreserveAspectFit
        // Beside a lesson lies what others made: prepared away from the window.
        asynchronous: root.name.includes(".")
        source: asynchronous ? wanted : drawn
        sourceSize: asynchronous ? wantedSize : drawnSize

        onWantedChanged: root.Window.window?.update()
    }
    // Layouts try several sizes before a frame: it is drawn once, in the size that the frame shows.
    Connections {
        function onAfterAnimating() {
            image.draw();
        }

        enabled: image.drawn !== image.wanted || image.drawnSize !== image.wantedSize
        target: root.Window.window
    }
}
