import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The lesson as a learner sees it, from the chosen step; over it what can be changed of the view.
Rectangle {
    id: root

    required property VisitViewModel visit

    signal closed

    color: Theme.ground

    KioskView {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: strip.bottom
        visit: root.visit
    }
    PlayStrip {
        id: strip

        anchors.left: parent.left
        anchors.right: parent.right
        height: implicitHeight
        visit: root.visit

        onClosed: root.closed()
    }
}
