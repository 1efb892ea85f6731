import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The notification shade with the messages that have arrived; any touch closes it.
KioskButton {
    id: root

    //! Rows of `MessageRow`.
    required property TypedListModel messages

    Accessible.description: list.messageTexts
    objectName: "phone:shade"
    //: The phone's messages, pulled down over its screen, read aloud by a screen reader.
    spokenName: qsTr("Tin nhắn đã tới. Chạm để đóng.")

    background: Rectangle {
        color: Theme.phoneGround
        radius: Theme.phoneRadius
    }
    contentItem: Item {
        MessageList {
            id: list

            letterScale: Theme.phoneScale * Math.max(1, root.width / Theme.mm(125))
            messages: root.messages
            width: parent.width
        }
        Icon {
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.accent
            name: "up"
            size: Theme.mm(12)
        }
    }
}
