pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The keypad of the phone. All keys glow, as any digit is right; no key shows what was typed.
Rectangle {
    id: root

    readonly property real between: Theme.mm(2)
    readonly property list<string> digits: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "erase"]
    //! An upright screen has room for larger keys.
    readonly property real growth: Theme.portrait ? 1.5 : 1
    readonly property real keyHeight: Math.round(Theme.target * growth)
    readonly property real keyWidth: Math.floor(Math.min(Theme.mm(44 * growth), (width - 4 * between) / 3))
    required property StepViewModel step
    required property VoiceViewModel voice

    bottomLeftRadius: Theme.phoneRadius
    bottomRightRadius: Theme.phoneRadius
    color: Theme.keyboard
    implicitHeight: keys.height + 2 * keys.y
    implicitWidth: 3 * Theme.target + 4 * between

    Item {
        id: keys

        height: 4 * root.keyHeight + 3 * root.between
        width: 3 * root.keyWidth + 2 * root.between
        x: Math.round((root.width - width) / 2)
        y: Theme.mm(2.4)

        Repeater {
            model: root.digits.length

            KeyboardKey {
                readonly property int at: index < 9 ? index : index + 1
                readonly property bool erases: index === 10
                required property int index

                capMm: Theme.sentenceCap * root.growth
                glowing: false
                height: root.keyHeight
                pointed: root.step.pointed === objectName
                shownPressed: root.step.pressed === objectName
                iconName: erases ? "backspace" : ""
                objectName: "digit:" + root.digits[index]
                //: The key that takes back the digit typed last, read aloud by a screen reader.
                spokenName: erases ? qsTr("Xóa số trước") : text
                text: erases ? "" : root.digits[index]
                width: root.keyWidth
                x: at % 3 * (root.keyWidth + root.between)
                y: Math.floor(at / 3) * (root.keyHeight + root.between)

                onActivated: root.step.touch(objectName)
            }
        }
    }
    Glow {
        anchors.fill: keys
        on: root.step.glowing !== ""
    }
}
