import QtQuick

//! A code on white, with the quiet border that cameras need.
Rectangle {
    id: root

    property string payload: ""

    color: "#FFFFFF"
    visible: payload !== ""
    Accessible.role: Accessible.Graphic
    Accessible.name: "QR"

    Image {
        anchors.centerIn: parent
        width: Math.floor(Math.min(parent.width, parent.height))
        height: width
        source: root.payload === "" || width < 1 ? "" : "image://qr/" + encodeURIComponent(root.payload)
        sourceSize.width: width
        sourceSize.height: width
        smooth: false
        Accessible.ignored: true
    }
}
