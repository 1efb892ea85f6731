pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A paper with a code, a little askew as it is before a camera, between the corners that aim at it.
Item {
    id: root

    property string code: ""
    property string caption: ""
    property real letterScale: 1

    implicitHeight: paper.height

    Rectangle {
        id: paper

        width: parent.width
        height: image.height + (label.visible ? label.implicitHeight + Theme.mm(1.6) : 0)
        antialiasing: true
        color: Theme.codePaper
        rotation: -3

        QrImage {
            id: image

            width: parent.width
            height: width
            payload: root.code
        }

        PhoneLabel {
            id: label

            anchors.top: image.bottom
            width: parent.width
            visible: text !== ""
            text: root.caption
            letterScale: root.letterScale
            color: Theme.codeInk
            horizontalAlignment: Text.AlignHCenter
        }
    }

    Repeater {
        model: 4

        Item {
            id: corner

            required property int index

            readonly property bool far: index % 2 === 1
            readonly property bool low: index > 1

            x: far ? root.width + Theme.mm(4) - width : -Theme.mm(4)
            y: low ? root.height + Theme.mm(4) - height : -Theme.mm(4)
            width: Theme.mm(9)
            height: width

            Rectangle {
                anchors.top: corner.low ? undefined : parent.top
                anchors.bottom: corner.low ? parent.bottom : undefined
                width: parent.width
                height: Theme.thick
                color: Theme.cameraSign
            }

            Rectangle {
                anchors.left: corner.far ? undefined : parent.left
                anchors.right: corner.far ? parent.right : undefined
                width: Theme.thick
                height: parent.height
                color: Theme.cameraSign
            }
        }
    }
}
