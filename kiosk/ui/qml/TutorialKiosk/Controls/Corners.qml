pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! The four corners that a camera draws around its subject.
Item {
    id: root

    property color colour: Theme.cameraSign
    property real reach: Theme.sign

    Repeater {
        model: 4

        Item {
            id: corner

            readonly property bool far: index % 2 === 1
            required property int index
            readonly property bool low: index > 1

            height: width
            width: root.reach
            x: far ? root.width - width : 0
            y: low ? root.height - height : 0

            Rectangle {
                anchors.bottom: corner.low ? parent.bottom : undefined
                anchors.top: corner.low ? undefined : parent.top
                color: root.colour
                height: Theme.thick
                width: parent.width
            }
            Rectangle {
                anchors.left: corner.far ? undefined : parent.left
                anchors.right: corner.far ? parent.right : undefined
                color: root.colour
                height: parent.height
                width: Theme.thick
            }
        }
    }
}
