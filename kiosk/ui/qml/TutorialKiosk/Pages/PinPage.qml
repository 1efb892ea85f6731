pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The staff's door: digits that are neither shown nor spoken.
Item {
    id: root

    required property VisitViewModel visit

    readonly property StaffViewModel staff: visit.staff
    readonly property bool portrait: height > width

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

    Column {
        id: words

        anchors.left: parent.left
        anchors.top: root.portrait ? parent.top : undefined
        anchors.verticalCenter: root.portrait ? undefined : parent.verticalCenter
        width: root.portrait ? parent.width : parent.width * 0.42
        spacing: Theme.gap

        Icon {
            name: "key"
            colour: Theme.lead
            size: Theme.mm(24)
        }

        Label {
            width: parent.width
            text: root.word()
            capMm: Theme.sentenceCap
        }

        Label {
            width: parent.width
            text: "●".repeat(root.staff.typed)
            capMm: Theme.sentenceCap
            Accessible.name: ""
        }
    }

    Grid {
        id: pad

        readonly property real key: Math.min(Theme.mm(34), (root.height - spacing * 3) / 4)

        anchors.right: root.portrait ? undefined : parent.right
        anchors.rightMargin: Theme.margin
        anchors.horizontalCenter: root.portrait ? parent.horizontalCenter : undefined
        anchors.verticalCenter: root.portrait ? undefined : parent.verticalCenter
        anchors.bottom: root.portrait ? parent.bottom : undefined
        columns: 3
        spacing: Theme.smallGap
        visible: root.staff.hasPin

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

            ActionButton {
                id: digit

                required property string modelData

                objectName: "pin:" + modelData
                width: pad.key
                height: pad.key
                quick: true
                text: modelData
                capMm: Theme.titleCap
                onActivated: root.staff.type(digit.modelData)
            }
        }

        ActionButton {
            objectName: "pin:erase"
            width: pad.key
            height: pad.key
            iconName: "backspace"
            spokenName: qsTr("Xóa số cuối")
            onActivated: root.staff.erase()
        }

        ActionButton {
            objectName: "pin:0"
            width: pad.key
            height: pad.key
            quick: true
            text: "0"
            capMm: Theme.titleCap
            onActivated: root.staff.type("0")
        }

        ActionButton {
            objectName: "pin:enter"
            width: pad.key
            height: pad.key
            manner: ActionButton.Lead
            iconName: "check"
            spokenName: qsTr("Vào")
            onActivated: root.staff.enter()
        }
    }
}
