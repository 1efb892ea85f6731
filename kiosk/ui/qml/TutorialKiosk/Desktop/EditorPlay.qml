import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The lesson as a learner sees it, from the selected step; above it the display options.
Rectangle {
    id: root

    //! Size in pixels of the other screen that is simulated; 0 for none.
    readonly property int screenHeight: view.screenHeight
    readonly property int screenWidth: view.screenWidth
    required property VisitViewModel visit

    signal closed

    color: Theme.ground

    ScaledView {
        id: view

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
        view: view
        visit: root.visit

        onClosed: root.closed()
    }
}
