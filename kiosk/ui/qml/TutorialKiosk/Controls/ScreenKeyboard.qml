pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The kiosk's own keyboard: ten columns of large keys, nothing to hold, nothing to drag.
Item {
    id: root

    readonly property real between: Theme.keyGap
    readonly property real column: (width + between) / 10
    required property KeyboardViewModel keys
    readonly property real rowHeight: Math.floor(Math.min(Theme.signHuge, (height + between) / rows.length - between))
    readonly property var rows: keys.rows

    //! What a screen reader calls a key that bears no word.
    function nameOf(key: var): string {
        switch (key?.act ?? "") {
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
        return key?.text ?? "";
    }

    //! The width of a key, with the spaces between the columns that it covers.
    function widthOf(key: var): real {
        return Math.floor((key?.columns ?? 1) * column - between);
    }

    implicitHeight: rows.length * Theme.target + (rows.length - 1) * between
    implicitWidth: 10 * Theme.target + 9 * between

    Repeater {
        model: root.rows.length

        Row {
            id: row

            required property int index
            readonly property var keys: root.rows[index] ?? []

            spacing: root.between
            x: Math.round((root.width - width) / 2)
            y: index * (root.rowHeight + root.between)

            Repeater {
                model: row.keys.length

                KeyboardKey {
                    required property int index
                    readonly property var key: row.keys[index]
                    readonly property bool lasting: key?.act === "shift" || key?.act === "telex"
                    readonly property bool on: (key?.act === "shift" && root.keys.capitals) || (key?.act === "telex" && root.keys.telex)

                    capMm: key?.word ? Math.max(Theme.bodyCap, Theme.leastCap * Theme.textScale) : Theme.keyCap
                    checkable: lasting
                    checked: on
                    focusPolicy: Qt.TabFocus
                    height: root.rowHeight
                    iconName: key?.icon ?? ""
                    lift: 0
                    objectName: key?.name ?? ""
                    spokenName: root.nameOf(key)
                    text: key?.text ?? ""
                    width: root.widthOf(key)

                    onActivated: root.keys.press(objectName)
                    // What is typed says whether it is on, not the finger.
                    onToggled: checked = Qt.binding(() => on)
                }
            }
        }
    }
}
