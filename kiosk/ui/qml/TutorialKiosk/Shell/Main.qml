pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The kiosk's window.
Window {
    id: root

    required property real capRatio
    required property real diagonalIn
    required property real distanceFactor
    required property string family
    //! Whether the window fills the screen in front of all others; see window_guard.py.
    property bool locked: false
    required property bool motion
    //! Whether a lesson is played from the editor, whose page remains open behind it.
    readonly property bool fromEditor: visit.page !== "staff" && visit.staff.fullWindow
    required property VisitViewModel visit

    //! Loads the strip by URL, because it belongs to the editor, which learners never need.
    function showStrip(): void {
        view.screenWidth = view.screenHeight = 0;
        if (root.fromEditor)
            strip.setSource(Qt.resolvedUrl("../Desktop/PlayStrip.qml"), {
                view: view,
                visit: root.visit
            });
        else
            strip.setSource("");
    }

    color: Theme.ground
    flags: locked ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window
    title: "Ki-ốt"

    onFromEditorChanged: showStrip()
    onClosing: close => {
        close.accepted = false;
    }

    ThemeSettings {
        capRatio: root.capRatio
        contrast: root.visit.preferences.contrast
        diagonalIn: root.diagonalIn
        distanceFactor: root.distanceFactor
        family: root.family
        heightPx: view.scaled ? view.screenHeight : root.height
        motion: root.motion && root.visit.preferences.motion
        textSize: root.visit.preferences.textSize
        widthPx: view.scaled ? view.screenWidth : root.width
    }
    ScaledView {
        id: view

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: strip.bottom
        visit: root.visit
    }
    Loader {
        id: strip

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: status === Loader.Ready ? (item as Item).implicitHeight : 0
    }
    Connections {
        function onClosed(): void {
            root.visit.goHome();
        }

        ignoreUnknownSignals: true
        target: strip.item
    }
}
