pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A captioned text field with its on-screen keyboard: below it, or beside it when the height is small.
//!
//!     TextEntry {
//!         caption: root.caption
//!         text: viewModel.speakerName
//!         onEdited: words => viewModel.rename(words)
//!         onFinished: viewModel.goOn()
//!     }
Item {
    id: root

    //! Whether the keyboard is beside the field; depends only on sizes that do not change with the result.
    readonly property bool beside: height < Theme.block + Theme.gap + board.implicitHeight && width > board.implicitWidth + Theme.picture
    property string caption: ""
    //! The language of the keyboard; Vietnamese can be written in Telex.
    property alias language: typing.language
    //! The language's additional letters, in order.
    property alias letters: typing.letters
    property alias longest: typing.longest
    //! Whether the keyboard is a pad of digits.
    property alias numeric: typing.numeric
    //! Whether the keyboard has only plain letters, digits and signs: for passwords, addresses and the like.
    property bool plain: secret
    readonly property real stackedHeight: box.implicitHeight + Theme.gap + board.implicitHeight
    property alias secret: box.secret
    property alias text: typing.text

    //! Emitted when the person changed the text.
    signal edited(words: string)

    //! Emitted when the person touched the key "done".
    signal finished

    implicitHeight: stackedHeight
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

        caption: root.caption
        height: root.beside ? Math.min(root.height, Theme.picture) : root.height - board.height - Theme.gap
        keys: typing
        width: root.beside ? root.width - board.width - Theme.gap : root.width
    }
    ScreenKeyboard {
        id: board

        // The field gets the height that it may need before the keys grow.
        height: root.beside ? root.height : implicitHeight + Math.min(implicitHeight * 0.3, Math.max(0, root.height - implicitHeight - Theme.picture) / 2)
        keys: typing
        width: root.beside ? Math.max(implicitWidth, root.width * 0.58) : Math.min(root.width, Theme.boardWidth)
        x: root.beside ? root.width - width : (root.width - width) / 2
        y: root.height - height
    }
}
