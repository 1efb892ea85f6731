import QtQuick
import TutorialKiosk.Theme

//! The place before a choice: a big tick once it was touched, else what it tells. The tick is part of the
//! choice: a second touch takes it, on the tick as on its words.
Item {
    id: root

    //! How high and wide it is.
    property real size: Theme.target
    default property alias content: slot.data
    //! Whether the choice was touched and waits to be taken.
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
        color: Theme.lead
        objectName: "take"
        radius: height / 2
        visible: root.waits

        Icon {
            anchors.centerIn: parent
            colour: Theme.leadInk
            name: "check"
            size: root.size * 0.575
        }
    }
}
