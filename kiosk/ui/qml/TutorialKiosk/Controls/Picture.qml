import QtQuick
import TutorialKiosk.Theme

//! A large drawing, by its name in media/pictures or beside the lesson.
//! Drawings have dark outlines, so they lie on a light card where the ground is dark.
Item {
    id: root

    property string name: ""

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

        anchors.fill: parent
        anchors.margins: Theme.high ? Theme.smallGap : 0
        // Two lessons may have pictures of the same name; drawings are kept where they are drawn.
        cache: false
        fillMode: Image.PreserveAspectFit
        source: root.name === "" || width < 1 || height < 1 ? "" : "image://picture/" + root.name
        sourceSize: Qt.size(width, height)
    }
}
