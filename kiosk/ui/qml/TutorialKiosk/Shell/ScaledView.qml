import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The whole kiosk as on another screen, to scale; without a chosen screen it fills its place.
Item {
    id: root

    //! Size of the chosen screen in pixels; 0 for none.
    property int screenHeight: 0
    property int screenWidth: 0
    readonly property bool scaled: screenWidth > 0
    required property VisitViewModel visit

    Rectangle {
        anchors.fill: parent
        color: Theme.quietPressed
        visible: root.scaled
    }
    Rectangle {
        anchors.centerIn: parent
        clip: true
        color: Theme.ground
        height: root.scaled ? root.screenHeight : root.height
        objectName: "scaled-view"
        scale: root.scaled ? Math.min(1, root.width / width, root.height / height) : 1
        width: root.scaled ? root.screenWidth : root.width

        KioskView {
            anchors.fill: parent
            visit: root.visit
        }
    }
}
