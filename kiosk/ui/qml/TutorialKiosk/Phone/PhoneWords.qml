import QtQuick
import TutorialKiosk.Theme

//! The label of a row, and below it a value, distinguished by colour and not by size.
Item {
    id: root

    property real letterScale: 1
    //! Space for diacritics above the first line of large letters.
    readonly property real markRoom: letterScale > 2 ? Theme.mm(0.4 * letterScale) : 0
    readonly property bool squeezed: first.squeezed || second.squeezed
    property string title: ""
    property string value: ""

    implicitHeight: markRoom + first.implicitHeight + (second.visible ? second.implicitHeight : 0)

    PhoneLabel {
        id: first

        Accessible.ignored: true
        letterScale: root.letterScale
        text: withBreaksFor(root.title, root.width)
        width: parent.width
        y: root.markRoom
    }
    PhoneLabel {
        id: second

        Accessible.ignored: true
        anchors.top: first.bottom
        color: Theme.faintInk
        letterScale: root.letterScale
        text: withBreaksFor(root.value, root.width)
        visible: text !== ""
        width: parent.width
    }
}
