pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The phone's keyboard: wide keys, close together, so that fingers find them.
Rectangle {
    id: root

    readonly property real between: Theme.mm(1.35)
    readonly property real edge: Theme.mm(2)
    readonly property real keyWidth: Math.floor((width - 2 * edge - 9 * spacing) / 10)
    readonly property var rows: step.rows
    readonly property real spacing: Theme.mm(1.5)
    required property TypeViewModel step
    required property VoiceViewModel voice

    //! How many keys wide the row's own keys and the spaces between them are.
    function spanOf(keys: int): real {
        return keys * keyWidth + (keys - 1) * spacing;
    }

    bottomLeftRadius: Theme.mm(4.6)
    bottomRightRadius: Theme.mm(4.6)
    color: Theme.keyboard
    implicitHeight: 5 * Theme.target + 6 * between
    implicitWidth: 10 * Theme.target + 9 * spacing + 2 * edge

    Repeater {
        model: root.rows.length

        Row {
            id: row

            required property int index
            readonly property var keys: root.rows[index]
            readonly property bool last: index === 4
            readonly property bool third: index === 3

            spacing: root.spacing
            x: Math.round((root.width - width) / 2)
            y: root.between + index * (Theme.target + root.between)
            z: keys.some(key => key.name === root.step.pointed) || third && shift.pointed || last && space.pointed ? 1 : 0

            Key {
                id: shift

                checkable: true
                checked: root.step.capitals
                iconName: "shift"
                objectName: "key:shift"
                //: The key that makes the next letter a capital, read aloud by a screen reader.
                spokenName: qsTr("Chữ hoa")
                visible: row.third
                width: root.spanOf(2) - root.keyWidth / 2

                // The step says whether capitals follow, not the finger.
                onToggled: checked = Qt.binding(() => root.step.capitals)
            }
            Repeater {
                model: row.keys.length

                Key {
                    required property int index

                    objectName: row.keys[index].name
                    text: row.keys[index].text
                    width: root.keyWidth
                }
            }
            Key {
                id: space

                iconName: "space"
                objectName: "key: "
                //: The key for the space between two words, read aloud by a screen reader.
                spokenName: qsTr("Dấu cách")
                visible: row.last
                width: root.spanOf(5)
            }
        }
    }

    component Key: KeyboardKey {
        glowing: root.step.glowing === objectName
        pointed: root.step.pointed === objectName

        onActivated: root.step.touch(objectName)
    }
}
