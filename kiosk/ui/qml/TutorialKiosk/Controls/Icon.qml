import QtQuick
import TutorialKiosk.Theme

//! A small drawing in one colour.
Image {
    property color colour: Theme.ink
    property string name: ""
    property real size: Theme.sign

    Accessible.ignored: true
    height: size
    source: name === "" ? "" : Theme.icon(name, colour)
    sourceSize: Qt.size(size, size)
    visible: name !== ""
    width: size
}
