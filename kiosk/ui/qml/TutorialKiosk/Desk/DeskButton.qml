import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A choice for somebody with a mouse: a word, marked when it is what is chosen.
KioskButton {
    id: root

    property bool chosen: false

    Accessible.checkable: true
    Accessible.checked: chosen
    implicitHeight: Theme.desk(9)
    implicitWidth: word.implicitWidth + Theme.desk(5)
    padding: Theme.desk(1)

    background: Rectangle {
        border.color: Theme.lead
        border.width: Theme.desk(0.4)
        color: root.chosen ? Theme.lead : root.pressed ? Theme.quietPressed : Theme.paper
        radius: Theme.desk(1.6)
    }
    contentItem: DeskText {
        id: word

        Accessible.ignored: true
        color: root.chosen ? Theme.leadInk : Theme.lead
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        sizeMm: 3.9
        text: root.text
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
    }
}
