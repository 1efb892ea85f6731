import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A small note at the upper edge with the number being typed on a keyboard.
Rectangle {
    id: root

    property string digits: ""

    Accessible.ignored: !visible
    Accessible.name: words.text
    Accessible.role: Accessible.StaticText
    border.color: Theme.highlight
    border.width: Theme.thick
    color: Theme.highlightSoft
    height: words.implicitHeight + Theme.smallGap * 2
    radius: Theme.radius
    visible: digits !== ""
    width: words.implicitWidth + Theme.gap * 3

    Label {
        id: words

        Accessible.ignored: true
        anchors.centerIn: parent
        capMm: Theme.titleCap
        font.bold: true
        lineHeight: 0.85
        //: A note that shows the number of a lesson while it is typed on a keyboard: 1 0 …
        text: qsTr("Bài số %1 …").arg(root.digits.split("").join(" "))
    }
}
