import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A text field with its on-screen keyboard, and space for related content.
Item {
    id: root

    readonly property bool beside: width > height * 1.2
    property alias caption: field.caption
    default property alias content: side.data
    //! The number of lines in the field, where the page is high enough.
    property int lines: 1
    property alias longest: typing.longest
    //! Whether the keyboard is a pad of digits.
    property alias numeric: typing.numeric
    //! Whether the keyboard has only plain letters, digits and signs: for passwords, addresses and the like.
    property alias plain: typing.plain
    property alias secret: field.secret
    readonly property alias side: side
    property alias text: typing.text

    //! Emitted when the person changed the text.
    signal edited(words: string)

    //! Emitted when the person touched the key "done".
    signal finished

    KeyboardViewModel {
        id: typing

        longest: 60

        onEdited: words => root.edited(words)
        onFinished: root.finished()
    }
    EntryField {
        id: field

        anchors.left: root.beside ? board.right : parent.left
        anchors.leftMargin: root.beside ? Theme.gap * 2 : 0
        anchors.right: parent.right
        height: Math.max(implicitHeight, Math.min(implicitHeight + (root.lines - 1) * Theme.scaled(Theme.signLarge), root.height * 0.4))
        keys: typing

        Component.onCompleted: takeFocus()
    }
    ScreenKeyboard {
        id: board

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        height: root.beside ? parent.height : Math.min(parent.height * 0.5, implicitHeight * 1.25)
        keys: typing
        width: root.beside ? Math.max(implicitWidth, Math.min(parent.width * 0.56, Theme.boardWidth)) : parent.width
    }
    Item {
        id: side

        anchors.bottom: root.beside ? parent.bottom : board.top
        anchors.bottomMargin: root.beside ? 0 : Theme.gap
        anchors.left: field.left
        anchors.right: parent.right
        anchors.top: field.bottom
        anchors.topMargin: Theme.gap
    }
}
