pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! A hand that comes and points at what it lies upon, from below, so that the words stay seen.
Item {
    id: root

    Accessible.ignored: true

    Image {
        id: hand

        property real away: Theme.motion ? 1 : 0

        // The finger's tip in the drawing, as shares of its width and height.
        readonly property real tipX: 38 / 120
        readonly property real tipY: 8 / 150
        // On something wide, near its end: its words stand at the beginning or in the middle.
        readonly property real wideAt: root.width > root.height * 2.2 ? root.width - Theme.mm(17) - root.width / 2 : 0

        height: width * 150 / 120
        source: "image://picture/finger"
        sourceSize: Qt.size(width, height)
        width: Theme.mm(17)
        x: root.width / 2 + Math.max(wideAt, Math.min(root.width * 0.2, Theme.mm(16))) - width * tipX + away * Theme.mm(14)
        y: root.height * 0.9 - height * tipY + away * Theme.mm(20)

        SequentialAnimation on away {
            loops: 3
            running: Theme.motion

            NumberAnimation {
                duration: Theme.glide
                easing.type: Easing.OutCubic
                from: 1
                to: 0
            }
            PauseAnimation {
                duration: Theme.glide
            }
            NumberAnimation {
                duration: Theme.glide / 4
                to: 0.12
            }
            NumberAnimation {
                duration: Theme.glide / 4
                to: 0
            }
            PauseAnimation {
                duration: Theme.glide * 2
            }
        }
    }
}
