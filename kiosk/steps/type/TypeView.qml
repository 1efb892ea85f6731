pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The phone's keyboard: wide keys, close together, so that fingers find them.
Rectangle {
    id: root

    required property TypeViewModel step
    required property VoiceViewModel voice

    readonly property var rows: step.rows
    readonly property real spacing: Theme.mm(1.5)
    readonly property real between: Theme.mm(1.2)
    readonly property real edge: Theme.mm(2)
    readonly property real keyWidth: Math.floor((width - 2 * edge - 9 * spacing) / 10)

    //! How many keys wide the row's own keys and the spaces between them are.
    function spanOf(keys: int): real {
        return keys * keyWidth + (keys - 1) * spacing;
    }

    implicitWidth: 10 * Theme.target + 9 * spacing + 2 * edge
    implicitHeight: 5 * Theme.target + 6 * between
    color: Theme.keyboard
    bottomLeftRadius: Theme.mm(4.6)
    bottomRightRadius: Theme.mm(4.6)

    Repeater {
        model: root.rows.length

        Row {
            id: row

            required property int index

            readonly property var keys: root.rows[index]
            readonly property bool third: index === 3
            readonly property bool last: index === 4

            x: Math.round((root.width - width) / 2)
            y: root.between + index * (Theme.target + root.between)
            z: keys.some(key => key.name === root.step.pointed) || third && shift.pointed || last && space.pointed ? 1 : 0
            spacing: root.spacing

            Key {
                id: shift

                objectName: "key:shift"
                //: The key that makes the next letter a capital, read aloud by a screen reader.
                spokenName: qsTr("Chữ hoa")
                visible: row.third
                width: root.spanOf(2) - root.keyWidth / 2
                iconName: "shift"
                down: root.step.capitals
                Accessible.checkable: true
                Accessible.checked: root.step.capitals
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

                objectName: "key: "
                //: The key for the space between two words, read aloud by a screen reader.
                spokenName: qsTr("Dấu cách")
                visible: row.last
                width: root.spanOf(5)
                iconName: "space"
            }
        }
    }

    component Key: KioskButton {
        id: key

        property string iconName: ""

        height: Theme.target
        padding: 0
        quick: true
        glowing: root.step.glowing === objectName
        pointed: root.step.pointed === objectName
        onActivated: root.step.touch(objectName)

        background: Rectangle {
            color: key.down ? Theme.leadPressed : key.glowing ? Theme.hereSoft : Theme.key
            border.width: Math.max(1, Theme.stroke / 2)
            border.color: Theme.outline
            radius: Theme.mm(2)

            Glow {
                on: key.glowing
            }
        }

        contentItem: Item {
            Label {
                anchors.centerIn: parent
                text: key.text
                capMm: Theme.sentenceCap
                font.pixelSize: Theme.lettersAt(Theme.sentenceCap, 1)
                color: key.down ? Theme.leadInk : Theme.ink
                Accessible.ignored: true
            }

            Icon {
                anchors.centerIn: parent
                name: key.iconName
                colour: key.down ? Theme.leadInk : Theme.ink
                size: Theme.mm(9)
            }
        }
    }
}
