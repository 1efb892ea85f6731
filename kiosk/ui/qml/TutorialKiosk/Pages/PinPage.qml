pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The staff's door: digits that are neither shown nor spoken.
Item {
    id: root

    readonly property bool portrait: height > width
    //! How many places wait for digits; more may follow.
    readonly property int shortest: 6
    readonly property StaffViewModel staff: visit.staff
    required property VisitViewModel visit

    //! What the door says now.
    function word(): string {
        if (!root.staff.hasPin)
            //: On the staff's door when no PIN was set. Keep the command as it is.
            return qsTr("Máy chưa đặt mã PIN. Cán bộ đặt bằng lệnh: kiosk pin");
        if (root.staff.waitSeconds > 0)
            //: On the staff's door after several wrong PINs.
            return qsTr("Thử lại sau %1 giây.").arg(root.staff.waitSeconds);
        if (root.staff.checking)
            //: On the staff's door while the PIN is checked.
            return qsTr("Đang kiểm tra…");
        if (root.staff.refused)
            //: On the staff's door after a wrong PIN.
            return qsTr("Mã chưa đúng.");
        //: On the staff's door.
        return qsTr("Mời cán bộ nhập mã PIN.");
    }

    Rectangle {
        border.color: Theme.hairline
        border.width: Theme.stroke
        color: Theme.paper
        height: root.portrait && pad.visible ? pad.y - Theme.gap * 2 : parent.height
        radius: Theme.radius
        width: root.portrait || !pad.visible ? parent.width : pad.x - Theme.gap * 2

        Column {
            anchors.centerIn: parent
            spacing: Theme.gap * 2
            width: parent.width - Theme.gap * 4

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: Theme.lead
                name: "key"
                size: Theme.mm(30)
            }
            Label {
                capMm: Theme.bodyCap * 1.2
                horizontalAlignment: Text.AlignHCenter
                text: root.word()
                width: parent.width
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.smallGap
                visible: root.staff.hasPin

                Repeater {
                    model: Math.max(root.shortest, root.staff.typed)

                    Rectangle {
                        required property int index

                        border.color: Theme.outline
                        border.width: Theme.stroke
                        color: index < root.staff.typed ? Theme.lead : "transparent"
                        height: width
                        radius: width / 2
                        width: Theme.mm(6)
                    }
                }
            }
        }
    }
    Grid {
        id: pad

        readonly property real key: Math.min(Theme.mm(40), (root.height - spacing * 3) / 4)

        anchors.bottom: root.portrait ? parent.bottom : undefined
        anchors.horizontalCenter: root.portrait ? parent.horizontalCenter : undefined
        anchors.right: root.portrait ? undefined : parent.right
        anchors.verticalCenter: root.portrait ? undefined : parent.verticalCenter
        columns: 3
        spacing: Theme.smallGap
        visible: root.staff.hasPin

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

            ActionButton {
                id: digit

                required property string modelData

                capMm: Theme.titleCap
                height: pad.key
                objectName: "pin:" + modelData
                quick: true
                text: modelData
                width: pad.key

                onActivated: root.staff.type(digit.modelData)
            }
        }
        ActionButton {
            height: pad.key
            iconName: "backspace"
            objectName: "pin:erase"
            //: On the staff's door, read aloud by a screen reader: takes back the last digit.
            spokenName: qsTr("Xóa số cuối")
            width: pad.key

            onActivated: root.staff.erase()
        }
        ActionButton {
            capMm: Theme.titleCap
            height: pad.key
            objectName: "pin:0"
            quick: true
            text: "0"
            width: pad.key

            onActivated: root.staff.type("0")
        }
        ActionButton {
            height: pad.key
            iconName: "check"
            manner: ActionButton.Lead
            objectName: "pin:enter"
            //: On the staff's door, read aloud by a screen reader: all digits are typed.
            spokenName: qsTr("Vào")
            width: pad.key

            onActivated: root.staff.enter()
        }
    }
}
