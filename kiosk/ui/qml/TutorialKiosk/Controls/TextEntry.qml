pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A field with its caption, and the keyboard that writes in it.
//!
//!     TextEntry {
//!         caption: qsTr("Tên người đọc")
//!         text: room.speakerName
//!         onEdited: words => room.rename(words)
//!         onFinished: room.goOn()
//!     }
Item {
    id: root

    property string caption: ""
    //! The keyboard of this language; Vietnamese may be written in Telex.
    property alias language: typing.language
    //! The letters that the language has of its own, in their order.
    property alias letters: typing.letters
    property alias longest: typing.longest
    //! Only a pad of digits.
    property alias numeric: typing.numeric
    //! Only plain letters, digits and signs: for passwords, addresses and the like.
    property bool plain: secret
    property alias secret: box.secret
    property alias text: typing.text

    //! The person changed the text.
    signal edited(words: string)

    //! The person touched the key that says "done".
    signal finished

    implicitHeight: box.implicitHeight + Theme.gap + board.implicitHeight
    implicitWidth: board.implicitWidth

    Component.onCompleted: box.takeFocus()

    KeyboardViewModel {
        id: typing

        plain: root.plain

        onEdited: words => root.edited(words)
        onFinished: root.finished()
    }
    EntryField {
        id: box

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        caption: root.caption
        height: root.height - board.height - Theme.gap
        keys: typing
    }
    ScreenKeyboard {
        id: board

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        // The field takes what it may need before the keys grow.
        height: implicitHeight + Math.min(implicitHeight * 0.3, Math.max(0, root.height - implicitHeight - Theme.mm(60)) / 2)
        keys: typing
        width: Math.min(parent.width, Theme.mm(300))
    }
}
