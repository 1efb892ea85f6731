import QtQuick
import TutorialKiosk.Theme

//! Words that are only read: plain text, never cut off.
Text {
    property real capMm: Theme.bodyCap

    Accessible.ignored: text === ""
    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.letters(capMm)
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}
