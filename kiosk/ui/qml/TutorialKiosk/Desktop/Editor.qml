pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import TutorialKiosk.Backend
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The lesson editor in its own window; a lesson that is played covers it.
Window {
    id: root

    required property real capRatio
    required property real diagonalIn
    required property real distanceFactor
    required property EditorViewModel editor
    required property string family
    required property bool motion
    required property VisitViewModel visit

    color: Theme.ground
    minimumHeight: Theme.desktopMm(150)
    minimumWidth: Theme.desktopMm(250)
    title: root.editor.fileName

    ThemeSettings {
        capRatio: root.capRatio
        contrast: root.visit.preferences.contrast
        diagonalIn: root.diagonalIn
        distanceFactor: root.distanceFactor
        family: root.family
        heightPx: view.played?.screenHeight || root.height
        motion: root.motion
        textSize: view.playing ? root.visit.preferences.textSize : "normal"
        widthPx: view.played?.screenWidth || root.width
    }
    EditorView {
        id: view

        anchors.fill: parent
        editor: root.editor
        visit: root.visit
    }
}
