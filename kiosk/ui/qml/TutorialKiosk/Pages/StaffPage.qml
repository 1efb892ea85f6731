pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! For the people at the counter: what ails the kiosk, and the way out.
Item {
    id: root

    required property VisitViewModel visit

    Label {
        id: heading

        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        capMm: Theme.titleCap
        font.bold: true
        //: Heading of the staff's page.
        text: qsTr("Dành cho cán bộ")
    }
    Column {
        id: troubles

        readonly property int shown: Math.max(1, Math.floor(height / Theme.mm(34)))

        anchors.bottom: leave.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        spacing: Theme.smallGap

        Label {
            //: On the staff's page when nothing ails the kiosk.
            text: qsTr("Máy chạy tốt. Không có bài nào bị lỗi.")
            visible: root.visit.staff.troubles.length === 0
            width: parent.width
        }
        Repeater {
            model: root.visit.staff.troubles.slice(0, troubles.shown)

            Label {
                required property string modelData

                capMm: Theme.smallCap
                objectName: "trouble"
                text: "• " + modelData
                width: troubles.width
            }
        }
        Label {
            capMm: Theme.smallCap
            color: Theme.faintInk
            //: Under the list of troubles: how many more there are. Keep the command as it is.
            text: qsTr("Còn %1 điều nữa; xem bằng lệnh: kiosk lint").arg(root.visit.staff.troubles.length - troubles.shown)
            visible: root.visit.staff.troubles.length > troubles.shown
            width: parent.width
        }
    }
    Row {
        id: leave

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        ActionButton {
            height: Theme.primary
            iconName: "people"
            manner: ActionButton.Lead
            objectName: "end-visit"
            //: Wipes everything for the next person.
            text: qsTr("Cho người tiếp theo")
            width: (parent.width - Theme.gap) / 2

            onActivated: root.visit.endVisit()
        }
        ActionButton {
            enabled: root.visit.mayLeave
            height: Theme.primary
            iconName: "unlock"
            objectName: "leave"
            //: Leaves the kiosk for the desktop.
            text: qsTr("Thoát ra màn hình máy")
            width: (parent.width - Theme.gap) / 2

            onActivated: root.visit.staff.leaveKiosk()
        }
    }
}
