pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The keyboard of the phone: wide keys with small gaps, so that they are easy to hit.
Rectangle {
    id: root

    readonly property real between: pad ? Theme.mm(2.4) : Theme.mm(1.35)
    readonly property real edge: Theme.mm(2)
    // Read from the step once, not by every key.
    readonly property string glowing: step.glowing
    readonly property string pointed: step.pointed
    readonly property string pressed: step.pressed
    //! Scale of keys and letters: an upright screen has room for larger ones, less of it in larger text.
    readonly property real growth: !Theme.portrait ? 1 : !pad ? 1.3 : Theme.textScale > 1 ? 1.28 : 1.5
    readonly property real keyHeight: low && pad ? Theme.leastTarget : Theme.target * growth
    readonly property real keyWidth: Math.floor(Math.min(pad ? Theme.mm(48 * growth) : width, (width - 2 * edge - (step.columns - 1) * spacing) / step.columns))
    //! Whether height is scarce because an element follows the field, or letters are larger.
    property bool low: false
    //! Whether only digits are needed: a pad of few, larger keys.
    readonly property bool pad: step.columns === 3
    readonly property real spacing: pad ? Theme.mm(2.4) : Theme.mm(1.5)
    required property TypeViewModel step
    required property VoiceViewModel voice

    //! The name of a key for a screen reader, also for keys without text.
    function nameOf(sign: string, text: string): string {
        if (sign === "shift")
            //: The key that makes the next letter a capital, read aloud by a screen reader.
            return qsTr("Chữ hoa");
        if (sign === "space")
            //: The key for the space between two words, read aloud by a screen reader.
            return qsTr("Dấu cách");
        if (sign === "backspace")
            //: The key that takes back the letter written last, read aloud by a screen reader.
            return qsTr("Xóa chữ trước");
        if (text === "?123")
            //: The key that leads to digits and signs, read aloud by a screen reader.
            return text + ", " + qsTr("Số và dấu");
        if (text === "abc")
            //: The key that leads back to the letters, read aloud by a screen reader.
            return text + ", " + qsTr("Chữ cái");
        return text;
    }

    bottomLeftRadius: Theme.phoneRadius
    bottomRightRadius: Theme.phoneRadius
    color: Theme.keyboard
    implicitHeight: step.rowCount * (keyHeight + between) + between
    implicitWidth: 10 * Theme.target + 9 * spacing + 2 * edge

    Repeater {
        model: root.step.keys

        KeyboardKey {
            id: key

            required property real before
            required property real columns
            required iconName
            required property string name
            required property int row
            required property real rowColumns
            readonly property bool shifts: iconName === "shift"
            required text

            capMm: (text.length > 1 ? Theme.smallCap : Theme.sentenceCap) * root.growth
            checkable: shifts
            checked: shifts && root.step.capitals
            enabled: name !== ""
            glowing: root.glowing === objectName
            height: root.keyHeight
            objectName: name
            opacity: enabled ? 1 : 0
            pointed: root.pointed === objectName
            // Below the shift key at the left edge is a key with a word.
            pointedFromLeft: shifts
            shownPressed: root.pressed === objectName
            spokenName: root.nameOf(iconName, text)
            width: Math.floor(columns * (root.keyWidth + root.spacing) - root.spacing)
            x: Math.round((root.width + root.spacing) / 2 + (before - rowColumns / 2) * (root.keyWidth + root.spacing))
            y: root.between + row * (root.keyHeight + root.between)

            onActivated: root.step.touch(objectName)
            // The step determines whether capitals follow, not the touch.
            onToggled: checked = Qt.binding(() => key.shifts && root.step.capitals)
        }
    }
}
