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

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        //: Heading of the staff's page.
        text: qsTr("Dành cho cán bộ")
        capMm: Theme.titleCap
        font.bold: true
        Accessible.role: Accessible.Heading
    }

    Column {
        id: troubles

        readonly property int shown: Math.max(1, Math.floor(height / Theme.mm(34)))

        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: leave.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.smallGap

        Label {
            width: parent.width
            visible: root.visit.staff.troubles.length === 0
            //: On the staff's page when nothing ails the kiosk.
            text: qsTr("Máy chạy tốt. Không có bài nào bị lỗi.")
        }

        Repeater {
            model: root.visit.staff.troubles.slice(0, troubles.shown)

            Label {
                required property string modelData

                objectName: "trouble"
                width: troubles.width
                text: "• " + modelData
                capMm: Theme.smallCap
            }
        }

        Label {
            width: parent.width
            visible: root.visit.staff.troubles.length > troubles.shown
            //: Under the list of troubles: how many more there are. Keep the command as it is.
            text: qsTr("Còn %1 điều nữa; xem bằng lệnh: kiosk lint").arg(root.visit.staff.troubles.length - troubles.shown)
            capMm: Theme.smallCap
            color: Theme.faintInk
        }
    }

    Row {
        id: leave

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        ActionButton {
            objectName: "end-visit"
            width: (parent.width - Theme.gap) / 2
            height: Theme.primary
            manner: ActionButton.Lead
            iconName: "people"
            //: Wipes everything for the next person.
            text: qsTr("Cho người tiếp theo")
            onActivated: root.visit.endVisit()
        }

        ActionButton {
            objectName: "leave"
            width: (parent.width - Theme.gap) / 2
            height: Theme.primary
            iconName: "unlock"
            //: Leaves the kiosk for the desktop.
            text: qsTr("Thoát ra màn hình máy")
            enabled: root.visit.mayLeave
            onActivated: root.visit.staff.leaveKiosk()
        }
    }
}
