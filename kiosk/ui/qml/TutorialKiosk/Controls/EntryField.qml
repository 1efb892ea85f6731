pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A caption above the text being edited; a touch moves the cursor. Accepts a real keyboard while it has the
//! focus.
FocusScope {
    id: root

    property string caption: ""
    property bool hidden: secret
    required property KeyboardViewModel keys
    //! Whether letters are shown as dots, with a button to show them.
    property bool secret: false
    property string spokenName: caption
    //! Marks an item to which the window guard passes the keys of a real keyboard.
    readonly property bool takesText: true

    //! The rectangle of the cursor at `place`; the last two arguments make bindings depend on text width and font
    //! size.
    function caretAt(place: int, length: int, _width: real, _size: int): rect {
        return written.positionToRectangle(Math.min(place, length));
    }
    function fit(): void {
        const smallest = Theme.lettersAt(Theme.smallCap, 1);
        let size = Theme.letters(Theme.bodyCap);
        written.font.pixelSize = size;
        while (written.contentHeight > box.height - Theme.smallGap && size > smallest) {
            size = Math.max(smallest, Math.floor(size * 0.97));
            written.font.pixelSize = size;
        }
    }
    //! Handles a key of a real keyboard.
    function strike(event: KeyEvent): void {
        const command = event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier);
        event.accepted = !command && root.keys.strike(event.key, event.text);
    }
    function takeFocus(): void {
        box.forceActiveFocus();
    }

    implicitHeight: label.height + Theme.primary

    Label {
        id: label

        Accessible.ignored: true
        capMm: Theme.smallCap
        color: Theme.faintInk
        height: visible ? implicitHeight : 0
        lineHeight: 0.85
        text: root.caption
        visible: text !== ""
        width: parent.width
    }
    KioskButton {
        id: box

        property bool pointedAt: false

        Accessible.description: root.secret ? "" : root.keys.text
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: eye.visible ? eye.left : parent.right
        anchors.rightMargin: eye.visible ? Theme.gap : 0
        anchors.top: label.bottom
        focus: true
        leftPadding: Theme.gap
        objectName: "field"
        quick: true
        spokenName: root.spokenName

        background: Rectangle {
            border.color: box.activeFocus ? Theme.accent : Theme.outline
            border.width: box.activeFocus ? Theme.stroke * 1.5 : Theme.stroke
            color: Theme.paper
            radius: Theme.radius
        }
        contentItem: Item {
            TextEdit {
                id: written

                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.ink
                enabled: false
                font.family: Theme.family
                font.pixelSize: Theme.letters(Theme.bodyCap)
                readOnly: true
                text: root.hidden ? "●".repeat(root.keys.text.length) : root.keys.text
                textFormat: TextEdit.PlainText
                width: parent.width
                wrapMode: TextEdit.Wrap

                onTextChanged: root.fit()
            }
            Rectangle {
                readonly property rect at: root.caretAt(root.keys.place, written.length, written.contentWidth, written.font.pixelSize)

                color: Theme.accent
                height: at.height
                visible: root.enabled
                width: Theme.tinyGap
                x: at.x
                y: written.y + at.y
            }
        }

        // Here the space key writes a space; the cursor is placed only by touch.
        Keys.onPressed: event => root.strike(event)
        onActivated: {
            forceActiveFocus();
            if (pointedAt)
                root.keys.moveTo(written.positionAt(pressX - leftPadding, pressY - topPadding - written.y));
            pointedAt = false;
        }
        onPressed: pointedAt = true
    }
    ActionButton {
        id: eye

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        height: box.height
        iconName: root.hidden ? "eye" : "eye-off"
        objectName: "field:show"
        //: Shows or hides what was written in a secret field, read aloud by a screen reader.
        spokenName: root.hidden ? qsTr("Hiện chữ") : qsTr("Giấu chữ")
        visible: root.secret
        width: Theme.primary

        onActivated: root.hidden = !root.hidden
    }
    Connections {
        function onTextScaleChanged(): void {
            root.fit();
        }
        function onUnitPxChanged(): void {
            root.fit();
        }

        target: Theme
    }
    onHeightChanged: fit()
    onWidthChanged: fit()
}
