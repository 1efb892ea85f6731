pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What ails the kiosk, or that nothing does.
Rectangle {
    id: root

    readonly property bool ailing: room.troubles.length > 0
    required property HealthRoomModel room

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    radius: Theme.radius

    Column {
        anchors.centerIn: parent
        spacing: Theme.gap
        visible: !root.ailing
        width: parent.width - Theme.gap * 4

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.right
            name: "check"
            size: Math.min(Theme.mm(30), root.height * 0.4)
        }
        Label {
            horizontalAlignment: Text.AlignHCenter
            //: In the staff's room on the state of the kiosk when nothing ails it.
            text: qsTr("Máy chạy tốt. Không có bài nào bị lỗi.")
            width: parent.width
        }
    }
    Column {
        id: troubles

        readonly property int shown: Math.max(1, Math.floor(height / Theme.mm(38 * Theme.textScale)))

        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.smallGap
        visible: root.ailing

        Repeater {
            model: root.room.troubles.slice(0, troubles.shown)

            Item {
                required property string modelData

                height: Math.max(sign.height, trouble.implicitHeight)
                width: troubles.width

                Icon {
                    id: sign

                    colour: Theme.call
                    name: "warning"
                    size: Theme.mm(10)
                }
                Label {
                    id: trouble

                    anchors.left: sign.right
                    anchors.leftMargin: Theme.smallGap
                    anchors.right: parent.right
                    capMm: Theme.smallCap
                    lineHeight: 0.85
                    objectName: "trouble"
                    text: parent.modelData
                    wrapMode: Text.Wrap
                }
            }
        }
        Label {
            capMm: Theme.smallCap
            color: Theme.faintInk
            lineHeight: 0.85
            //: Under the list of troubles: how many more there are. Keep the command as it is.
            text: qsTr("Còn %1 điều nữa; xem bằng lệnh: kiosk lint").arg(root.room.troubles.length - troubles.shown)
            visible: root.room.troubles.length > troubles.shown
            width: parent.width
        }
    }
}
