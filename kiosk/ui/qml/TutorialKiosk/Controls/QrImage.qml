import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A QR code on white, with the quiet zone that cameras need.
Rectangle {
    id: root

    property string payload: ""

    Accessible.name: "QR"
    Accessible.role: Accessible.Graphic
    color: Theme.codePaper
    visible: payload !== ""

    BeforePainting {
        id: before

        onDue: image.drawnSize = image.width
    }
    Image {
        id: image

        //! The size that it is drawn in: never one that is left again before it is painted.
        property real drawnSize: 0

        Accessible.ignored: true
        anchors.centerIn: parent
        height: width
        smooth: false
        source: root.payload === "" || drawnSize < 1 ? "" : "image://qr/" + encodeURIComponent(root.payload)
        sourceSize: Qt.size(drawnSize, drawnSize)
        width: Math.floor(Math.min(parent.width, parent.height))

        onWidthChanged: before.ask()
    }
}
