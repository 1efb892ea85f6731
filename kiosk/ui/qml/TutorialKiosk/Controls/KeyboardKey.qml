import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A key of the phone's keyboard; keys may follow each other quickly.
KioskButton {
    id: root

    property string iconName: ""
    readonly property bool lit: checked || down
    required property StepViewModel step

    glowing: step.glowing === objectName
    height: Theme.target
    padding: 0
    pointed: step.pointed === objectName
    quick: true

    background: Rectangle {
        border.color: Theme.outline
        border.width: Math.max(1, Theme.stroke / 2)
        color: root.lit ? Theme.leadPressed : root.glowing ? Theme.hereSoft : Theme.key
        radius: Theme.mm(2)

        Glow {
            on: root.glowing
        }
    }
    contentItem: Item {
        Label {
            Accessible.ignored: true
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -Theme.mm(0.9)
            capMm: Theme.sentenceCap
            color: root.lit ? Theme.leadInk : Theme.ink
            font.pixelSize: Theme.lettersAt(Theme.sentenceCap, 1)
            text: root.text
        }
        Icon {
            anchors.centerIn: parent
            colour: root.lit ? Theme.leadInk : Theme.ink
            name: root.iconName
            size: Theme.mm(9)
        }
    }

    onActivated: step.touch(objectName)
}
