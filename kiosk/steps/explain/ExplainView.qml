import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls

//! The picture of an explaining step, scaled to its place.
Item {
    id: root

    required property ExplainViewModel step
    required property VoiceViewModel voice

    implicitHeight: picture.visible ? Math.round(width * 0.75) : 0

    Picture {
        id: picture

        anchors.fill: parent
        name: root.step.picture
    }
}
