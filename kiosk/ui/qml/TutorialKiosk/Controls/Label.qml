import QtQuick
import TutorialKiosk.Theme

//! Read-only text, never truncated.
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
