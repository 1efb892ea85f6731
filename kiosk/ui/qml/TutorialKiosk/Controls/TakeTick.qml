import QtQuick
import TutorialKiosk.Theme

//! The icon of an option, replaced by a large tick after the first touch; a second touch on tick or text
//! takes the option.
Item {
    id: root

    //! Width and height.
    property real size: Theme.target
    default property alias content: slot.data
    //! Whether the option was touched once and waits for the second touch.
    property bool waits: false

    height: size
    width: size

    Item {
        id: slot

        anchors.fill: parent
        visible: !root.waits
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: root.size * 0.12
        color: Theme.accent
        objectName: "take"
        radius: height / 2
        visible: root.waits

        Icon {
            anchors.centerIn: parent
            colour: Theme.accentInk
            name: "check"
            size: root.size * 0.575
        }
    }
}
