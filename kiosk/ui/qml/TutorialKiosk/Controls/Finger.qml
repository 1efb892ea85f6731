pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! A hand that comes and points at what it lies upon, beside its middle so that the words stay seen.
Item {
    id: root

    Accessible.ignored: true

    Image {
        id: hand

        property real away: Theme.motion ? 1 : 0

        // The finger's tip in the drawing, as shares of its width and height.
        readonly property real tipX: 38 / 120
        readonly property real tipY: 8 / 150

        width: Theme.mm(17)
        height: width * 150 / 120
        x: root.width / 2 + Math.min(root.width * 0.2, Theme.mm(16)) - width * tipX + away * Theme.mm(14)
        y: root.height * 0.6 - height * tipY + away * Theme.mm(20)
        source: "image://picture/finger"
        sourceSize.width: width
        sourceSize.height: height

        SequentialAnimation on away {
            running: Theme.motion
            loops: 3

            NumberAnimation {
                from: 1
                to: 0
                duration: Theme.glide
                easing.type: Easing.OutCubic
            }
            PauseAnimation {
                duration: Theme.glide
            }
            NumberAnimation {
                to: 0.12
                duration: Theme.glide / 4
            }
            NumberAnimation {
                to: 0
                duration: Theme.glide / 4
            }
            PauseAnimation {
                duration: Theme.glide * 2
            }
        }
    }
}
