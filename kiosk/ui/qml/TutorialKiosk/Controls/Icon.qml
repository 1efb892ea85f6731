import QtQuick
import TutorialKiosk.Theme

//! A small drawing in one colour.
Image {
    property string name: ""
    property color colour: Theme.ink
    property real size: Theme.mm(9)

    width: size
    height: size
    source: name === "" ? "" : Theme.icon(name, colour)
    sourceSize.width: size
    sourceSize.height: size
    visible: name !== ""
    Accessible.ignored: true
}
