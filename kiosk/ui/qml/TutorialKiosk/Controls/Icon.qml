import QtQuick
import TutorialKiosk.Theme

//! A small drawing in one colour.
Image {
    property color colour: Theme.ink
    property string name: ""
    property real size: Theme.mm(9)

    Accessible.ignored: true
    height: size
    source: name === "" ? "" : Theme.icon(name, colour)
    sourceSize.height: size
    sourceSize.width: size
    visible: name !== ""
    width: size
}
