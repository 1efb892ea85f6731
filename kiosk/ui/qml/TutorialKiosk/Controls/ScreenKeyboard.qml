pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The kiosk's on-screen keyboard: ten columns of large keys, without long presses or drags.
Item {
    id: root

    readonly property real between: Theme.keyGap
    readonly property real column: (width + between) / 10
    required property KeyboardViewModel keys
    readonly property real rowHeight: Math.floor(Math.min(Theme.signHuge, (height + between) / keys.rowCount - between))

    //! The name of a key for a screen reader, also for keys without text.
    function nameOf(act: string, text: string): string {
        switch (act) {
        case "shift":
            //: A key of the keyboard on the screen, read aloud by a screen reader.
            return qsTr("Chữ hoa");
        case "erase":
            //: A key of the keyboard on the screen, read aloud by a screen reader.
            return qsTr("Xóa chữ trước");
        case "left":
            //: A key of the keyboard on the screen, read aloud by a screen reader.
            return qsTr("Lùi một chữ");
        case "right":
            //: A key of the keyboard on the screen, read aloud by a screen reader.
            return qsTr("Tới một chữ");
        case "done":
            //: A key of the keyboard on the screen, read aloud by a screen reader: writing is over.
            return qsTr("Xong");
        case "space":
            //: The key for the space between two words, read aloud by a screen reader.
            return qsTr("Dấu cách");
        }
        return text;
    }

    implicitHeight: keys.rowCount * Theme.target + (keys.rowCount - 1) * between
    implicitWidth: 10 * Theme.target + 9 * between

    Repeater {
        model: root.keys.board

        KeyboardKey {
            id: key

            required property string act
            required property real before
            required property real columns
            required iconName
            readonly property bool lasting: act === "shift" || act === "telex"
            required property string name
            readonly property bool on: (act === "shift" && root.keys.capitals) || (act === "telex" && root.keys.telex)
            required property int row
            required property real rowColumns
            required text
            required property bool word

            capMm: word ? Math.max(Theme.bodyCap, Theme.leastCap * Theme.textScale) : Theme.keyCap
            checkable: lasting
            checked: on
            focusPolicy: Qt.TabFocus
            height: root.rowHeight
            lift: 0
            objectName: name
            spokenName: root.nameOf(act, text)
            // Including the gaps between the columns that it covers.
            width: Math.floor(columns * root.column - root.between)
            x: Math.round((root.width + root.between) / 2 + (before - rowColumns / 2) * root.column)
            y: row * (root.rowHeight + root.between)

            onActivated: root.keys.press(objectName)
            // The typed text determines whether the key is on, not the touch.
            onToggled: checked = Qt.binding(() => key.on)
        }
    }
}
