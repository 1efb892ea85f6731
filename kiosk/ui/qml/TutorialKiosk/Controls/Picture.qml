import QtQuick
import TutorialKiosk.Theme

//! A large drawing, by its name in media/pictures or beside the lesson.
//! Drawings have dark outlines, so they lie on a light card where the ground is dark.
Item {
    id: root

    property string name: ""

    visible: name !== ""
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        width: image.paintedWidth + Theme.gap
        height: image.paintedHeight + Theme.gap
        visible: Theme.high
        radius: Theme.radius
        color: Theme.ink
    }

    Image {
        id: image

        anchors.fill: parent
        anchors.margins: Theme.high ? Theme.smallGap : 0
        source: root.name === "" || width < 1 || height < 1 ? "" : "image://picture/" + root.name
        sourceSize.width: width
        sourceSize.height: height
        fillMode: Image.PreserveAspectFit
    }
}
