import QtQuick
import TutorialKiosk.Theme

//! Words for somebody who sits before a monitor; they do not grow with the learner's letters.
Text {
    //! How high a line of letters is, in millimetres.
    property real sizeMm: 4.2

    Accessible.ignored: text === ""
    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.desktopMm(sizeMm)
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
