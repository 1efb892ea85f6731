pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The one window.
Window {
    id: root

    required property real capRatio
    required property real diagonalIn
    required property real distanceFactor
    required property string family
    required property bool motion
    required property VisitViewModel visit

    color: Theme.ground
    title: "Ki-ốt"

    onClosing: close => {
        close.accepted = false;
    }

    ThemeSettings {
        capRatio: root.capRatio
        contrast: root.visit.preferences.contrast
        diagonalIn: root.diagonalIn
        distanceFactor: root.distanceFactor
        family: root.family
        heightPx: root.height
        motion: root.motion && root.visit.preferences.motion
        textSize: root.visit.preferences.textSize
        widthPx: root.width
    }
    KioskView {
        anchors.fill: parent
        visit: root.visit
    }
}
