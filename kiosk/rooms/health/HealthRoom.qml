import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What is well and what is not, sentence by sentence, and the way to start anew.
Item {
    id: root

    required property HealthRoomModel room

    Rectangle {
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        border.color: Theme.hairline
        border.width: Theme.stroke
        color: Theme.paper
        radius: Theme.radius

        FindingsList {
            id: list

            anchors.fill: parent
            anchors.margins: Theme.gap
            findings: root.room.findings
        }
        Label {
            anchors.centerIn: parent
            capMm: Theme.bodyCap
            //: In the staff's room on the state of the kiosk, before the first finding is there.
            text: qsTr("Đang khám máy…")
            visible: root.room.checking && root.room.findings.length === 0
        }
    }
    Row {
        id: buttons

        readonly property int count: list.pages > 1 ? 3 : 2
        readonly property real share: (width - spacing * (count - 1)) / count

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        ActionButton {
            enabled: !root.room.checking
            height: Theme.primary
            iconName: "health"
            objectName: "check-again"
            opacity: root.room.checking ? 0.6 : 1
            //: Looks the machine over once more; while that goes on, says so.
            text: root.room.checking ? qsTr("Đang khám…") : qsTr("Khám lại")
            width: buttons.share

            onActivated: root.room.checkAgain()
        }
        ActionButton {
            height: Theme.primary
            iconName: "next"
            objectName: "more-findings"
            //: Shows further sentences on the state of the kiosk.
            text: qsTr("Xem tiếp")
            visible: list.pages > 1
            width: buttons.share

            onActivated: list.turned += 1
        }
        ActionButton {
            height: Theme.primary
            iconName: "play"
            objectName: "start-anew"
            //: Starts the kiosk once more. At most 20 letters.
            text: qsTr("Mở lại ki-ốt")
            width: buttons.share

            onActivated: root.room.startAnew()
        }
    }
}
