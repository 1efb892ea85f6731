import QtQuick
import TutorialKiosk.Theme

//! A large drawing, by its name in media/pictures or the lesson's folder. Drawings have dark outlines, so
//! they have a light card on dark backgrounds.
Item {
    id: root

    //! Whether the picture is still being rendered.
    readonly property bool loading: image.status === Image.Loading
    property string name: ""
    //! The image provider: pictures by name, or photos by location.
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
        // Not cached, because two lessons may have pictures of the same name; the provider caches drawings.
        cache: false
        fillMode: Image.PreserveAspectFit
        // Pictures beside a lesson come from other people: they are prepared outside the window's thread.
        asynchronous: root.name.includes(".")
        source: asynchronous ? wanted : drawn
        sourceSize: asynchronous ? wantedSize : drawnSize

        onWantedChanged: root.Window.window?.update()
    }
    // Layouts try several sizes before a frame; the picture is rendered once, in the size of the frame.
    Connections {
        function onAfterAnimating() {
            image.draw();
        }

        enabled: image.drawn !== image.wanted || image.drawnSize !== image.wantedSize
        target: root.Window.window
    }
}
