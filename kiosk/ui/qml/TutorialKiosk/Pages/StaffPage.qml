pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! For the people at the counter: what ails the kiosk, and the way out.
Item {
    id: root

    readonly property bool ailing: visit.staff.troubles.length > 0
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
    Rectangle {
        id: card

        anchors.bottom: leave.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
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
                size: Math.min(Theme.mm(30), card.height * 0.4)
            }
            Label {
                horizontalAlignment: Text.AlignHCenter
                //: On the staff's page when nothing ails the kiosk.
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
                model: root.visit.staff.troubles.slice(0, troubles.shown)

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
                text: qsTr("Còn %1 điều nữa; xem bằng lệnh: kiosk lint").arg(root.visit.staff.troubles.length - troubles.shown)
                visible: root.visit.staff.troubles.length > troubles.shown
                width: parent.width
            }
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
