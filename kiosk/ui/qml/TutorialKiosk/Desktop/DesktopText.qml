import QtQuick
import TutorialKiosk.Theme

//! Text for trainers in front of a monitor; it does not scale with the learner's text size.
Text {
    //! The font size, in millimetres.
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
