import QtQuick
import TutorialKiosk.Theme

//! The words of a row, and smaller in colour, not in size, a value under them.
Item {
    id: root

    property string title: ""
    property string value: ""
    property real letterScale: 1
    readonly property bool squeezed: first.squeezed || second.squeezed

    implicitHeight: first.implicitHeight + (second.visible ? second.implicitHeight : 0)

    PhoneLabel {
        id: first

        width: parent.width
        // A name stays in one piece where it can: its hyphens do not break.
        text: root.title.replace(/-/g, "\u2011")
        letterScale: root.letterScale
        Accessible.ignored: true
    }

    PhoneLabel {
        id: second

        anchors.top: first.bottom
        width: parent.width
        visible: text !== ""
        text: root.value
        letterScale: root.letterScale
        color: Theme.faintInk
        Accessible.ignored: true
    }
}
