pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The phone's keyboard: wide keys, close together, so that fingers find them.
Rectangle {
    id: root

    readonly property real between: pad ? Theme.mm(2.4) : Theme.mm(1.35)
    readonly property real edge: Theme.mm(2)
    readonly property real keyHeight: Theme.target
    readonly property real keyWidth: Math.floor(Math.min(pad ? Theme.mm(48) : width, (width - 2 * edge - (step.columns - 1) * spacing) / step.columns))
    //! Only digits are asked for: a pad of few, larger keys.
    readonly property bool pad: step.columns === 3
    readonly property var rows: step.rows
    readonly property real spacing: pad ? Theme.mm(2.4) : Theme.mm(1.5)
    required property TypeViewModel step
    required property VoiceViewModel voice

    //! What a screen reader calls a key that bears no word.
    function nameOf(key: var): string {
        if (key?.icon === "shift")
            //: The key that makes the next letter a capital, read aloud by a screen reader.
            return qsTr("Chữ hoa");
        if (key?.icon === "space")
            //: The key for the space between two words, read aloud by a screen reader.
            return qsTr("Dấu cách");
        if (key?.icon === "backspace")
            //: The key that takes back the letter written last, read aloud by a screen reader.
            return qsTr("Xóa chữ trước");
        if (key?.text === "?123")
            //: The key that leads to digits and signs, read aloud by a screen reader.
            return key.text + ", " + qsTr("Số và dấu");
        if (key?.text === "abc")
            //: The key that leads back to the letters, read aloud by a screen reader.
            return qsTr("Chữ cái");
        return key?.text ?? "";
    }

    bottomLeftRadius: Theme.mm(4.6)
    bottomRightRadius: Theme.mm(4.6)
    color: Theme.keyboard
    implicitHeight: rows.length * (keyHeight + between) + between
    implicitWidth: 10 * Theme.target + 9 * spacing + 2 * edge

    Repeater {
        model: root.rows.length

        Row {
            id: row

            required property int index
            readonly property var keys: root.rows[index] ?? []

            spacing: root.spacing
            x: Math.round((root.width - width) / 2)
            y: root.between + index * (root.keyHeight + root.between)
            z: keys.some(key => key.name === root.step.pointed) ? 1 : 0

            Repeater {
                model: row.keys.length

                KeyboardKey {
                    required property int index
                    readonly property var key: row.keys[index]
                    readonly property bool shifts: key?.icon === "shift"

                    capMm: text.length > 1 ? Theme.smallCap : Theme.sentenceCap
                    checkable: shifts
                    checked: shifts && root.step.capitals
                    glowing: root.step.glowing === objectName
                    height: root.keyHeight
                    iconName: key?.icon ?? ""
                    objectName: key?.name ?? ""
                    pointed: root.step.pointed === objectName
                    shownPressed: root.step.pressed === objectName
                    spokenName: root.nameOf(key)
                    text: key?.text ?? ""
                    enabled: objectName !== ""
                    opacity: enabled ? 1 : 0
                    width: Math.floor((key?.columns ?? 1) * (root.keyWidth + root.spacing) - root.spacing)

                    onActivated: root.step.touch(objectName)
                    // The step says whether capitals follow, not the finger.
                    onToggled: checked = Qt.binding(() => shifts && root.step.capitals)
                }
            }
        }
    }
}
