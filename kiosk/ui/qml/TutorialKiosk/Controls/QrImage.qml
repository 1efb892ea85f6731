import QtQuick
import TutorialKiosk.Theme

//! A QR code on white, with the quiet zone that cameras need.
Rectangle {
    id: root

    property string payload: ""

    Accessible.name: "QR"
    Accessible.role: Accessible.Graphic
    color: Theme.codePaper
    visible: payload !== ""

    Image {
        Accessible.ignored: true
        anchors.centerIn: parent
        height: width
        smooth: false
        source: root.payload === "" || width < 1 ? "" : "image://qr/" + encodeURIComponent(root.payload)
        sourceSize: Qt.size(width, width)
        width: Math.floor(Math.min(parent.width, parent.height))
    }
}
