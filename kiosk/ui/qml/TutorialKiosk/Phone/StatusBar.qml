pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The top of the phone: clock, signs, battery, and that all of this is only a simulation.
Item {
    id: root

    required property list<PhoneElementViewModel> elements

    implicitHeight: Theme.mm(9.4)

    PhoneLabel {
        id: clock

        anchors.verticalCenter: parent.verticalCenter
        text: "9:41"
    }
    Row {
        id: signs

        anchors.left: clock.right
        anchors.leftMargin: Theme.mm(2)
        anchors.verticalCenter: parent.verticalCenter

        StatusSigns {
            visible: root.elements.length === 0
        }
        Repeater {
            model: root.elements

            ElementSlot {
                required property PhoneElementViewModel modelData

                element: modelData
            }
        }
    }
    Icon {
        anchors.left: signs.right
        anchors.leftMargin: Theme.mm(1)
        anchors.verticalCenter: parent.verticalCenter
        name: "battery"
        size: Theme.mm(8)
        visible: x + width < mark.x
    }
    Rectangle {
        id: mark

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.call
        height: Theme.mm(9)
        radius: Theme.mm(1.6)
        width: words.implicitWidth + Theme.mm(3)

        PhoneLabel {
            id: words

            anchors.centerIn: parent
            // The hook over the last letters needs its place too.
            anchors.verticalCenterOffset: Theme.mm(0.8)
            color: Theme.callInk
            font.bold: true
            //: The mark on the drawn phone that it is only for practice: "simulation".
            text: qsTr("MÔ PHỎNG")
        }
    }
}
