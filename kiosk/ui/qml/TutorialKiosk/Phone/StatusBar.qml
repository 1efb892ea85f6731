pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The status bar of the phone: clock, icons, battery. A touch or a downward drag opens the notification
//! shade.
Item {
    id: root

    required property list<PhoneElementViewModel> elements
    required property PhoneViewModel phone

    readonly property int count: root.phone.messages.count

    implicitHeight: count > 0 ? Theme.leastTarget : Theme.mm(8)

    // Activated by a touch, or by a downward drag, which cancels the press.
    KioskButton {
        anchors.left: clock.right
        anchors.leftMargin: Theme.smallGap
        anchors.right: signs.left
        anchors.rightMargin: Theme.smallGap
        height: Theme.leastTarget
        objectName: "phone:messages"
        //: Opens the messages that have arrived on the drawn phone, read aloud by a screen reader.
        spokenName: qsTr("Xem tin nhắn đã tới")
        visible: root.count > 0

        background: Rectangle {
            border.color: Theme.outline
            border.width: Theme.stroke
            color: Theme.paper
            radius: height / 2
        }
        contentItem: Item {
            Row {
                anchors.centerIn: parent
                spacing: Theme.smallGap

                Icon {
                    name: "message"
                    size: Theme.mm(8)
                }
                Icon {
                    name: "down"
                    size: Theme.mm(8)
                }
            }
        }

        onActivated: root.phone.touch("shade")
        onCanceled: root.phone.touch("shade")
    }
    PhoneLabel {
        id: clock

        anchors.verticalCenter: parent.verticalCenter
        text: "9:41"
    }
    Row {
        id: signs

        anchors.right: battery.left
        anchors.rightMargin: Theme.tinyGap
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
        id: battery

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        name: "battery"
        size: Theme.mm(8)
    }
}
