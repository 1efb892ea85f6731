pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A level meter with twelve bars; few bars are too quiet, the last ones too loud.
Item {
    id: root

    required property RecordingSession session
    readonly property int bars: 12

    Accessible.ignored: true

    Row {
        id: row

        anchors.fill: parent
        spacing: Theme.tinyGap

        Repeater {
            model: root.bars

            Rectangle {
                readonly property bool high: index >= root.bars - 1
                required property int index
                readonly property bool on: index < root.session.microphone.level

                anchors.bottom: parent.bottom
                border.color: on ? color : Theme.outline
                border.width: Theme.stroke
                color: !on ? Theme.paper : high ? Theme.call : index < 3 ? Theme.highlight : Theme.right
                height: row.height * (0.35 + 0.65 * (index + 1) / root.bars)
                radius: Theme.smallRadius
                width: (row.width - row.spacing * (root.bars - 1)) / root.bars
            }
        }
    }
}
