pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The staff login: digits are neither shown nor spoken.
Item {
    id: root

    readonly property bool portrait: height > width
    //! The number of places displayed for digits; a PIN may be longer.
    readonly property int shortest: 6
    readonly property StaffViewModel staff: visit.staff
    required property VisitViewModel visit

    //! The current message of the login.
    function word(): string {
        if (root.staff.pinDamaged)
            //: On the staff login when the file with the PIN is damaged. Keep the command as it is.
            return qsTr("Tệp mã PIN bị hỏng. Cán bộ đặt lại bằng lệnh: kiosk pin");
        if (root.staff.pinLocked)
            //: On the staff login after ten wrong PINs. Keep the command as it is.
            return qsTr("Đã sai mười lần, mã PIN bị khóa. Cán bộ đặt lại bằng lệnh: kiosk pin");
        if (root.staff.choosesPin)
            return root.wordOfNewPin();
        if (root.staff.waitSeconds > 0)
            //: On the staff login after several wrong PINs.
            return qsTr("Thử lại sau %1 giây.").arg(root.staff.waitSeconds);
        if (root.staff.checking)
            //: On the staff login while the PIN is checked.
            return qsTr("Đang kiểm tra…");
        if (root.staff.refused)
            //: On the staff login after a wrong PIN.
            return qsTr("Mã chưa đúng.");
        //: On the staff login.
        return qsTr("Mời cán bộ nhập mã PIN.");
    }

    //! The current message while a new PIN is chosen.
    function wordOfNewPin(): string {
        if (root.staff.checking)
            //: On the staff login while a new PIN is kept.
            return qsTr("Đang ghi mã PIN…");
        if (root.staff.choosesAgain)
            //: On the staff login: the new PIN is typed the second time.
            return qsTr("Mời cán bộ gõ lại mã PIN ấy lần nữa.");
        if (root.staff.newPinRefusal === "differs")
            //: On the staff login: the new PIN was not the same the second time.
            return qsTr("Hai lần không giống nhau. Mời cán bộ gõ lại từ đầu.");
        if (root.staff.newPinRefusal === "easy")
            //: On the staff login: the new PIN is a date, or digits in a row.
            return qsTr("Mã này dễ đoán quá. Mời cán bộ chọn mã khác.");
        if (root.staff.newPinRefusal === "not-kept")
            //: On the staff login: the disk did not keep the new PIN.
            return qsTr("Máy không ghi được mã PIN. Có thể đĩa đã đầy.");
        if (root.staff.newPinRefusal)
            //: On the staff login: the new PIN is too short.
            return qsTr("Mã PIN phải có 6 đến 12 số.");
        if (root.staff.hasPin)
            //: In the staff's area: staff change the PIN.
            return qsTr("Mời cán bộ đặt mã mới, 6 đến 12 số.");
        //: On the staff login of a kiosk without a PIN: staff choose one.
        return qsTr("Máy chưa có mã PIN. Mời cán bộ đặt mã, 6 đến 12 số.");
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
                colour: Theme.accent
                name: "key"
                size: Theme.block
            }
            Label {
                capMm: Theme.bodyCap * 1.2
                horizontalAlignment: Text.AlignHCenter
                text: Theme.withoutOrphan(root.word())
                width: parent.width
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.smallGap
                visible: root.staff.hasPin || root.staff.choosesPin

                Repeater {
                    model: Math.max(root.shortest, root.staff.typed)

                    Rectangle {
                        required property int index

                        border.color: Theme.outline
                        border.width: Theme.stroke
                        color: index < root.staff.typed ? Theme.accent : "transparent"
                        height: width
                        radius: width / 2
                        width: Theme.signSmall
                    }
                }
            }
        }
    }
    Grid {
        id: pad

        readonly property real key: Math.min(Theme.drawing, (root.height - spacing * 3) / 4)

        anchors.bottom: root.portrait ? parent.bottom : undefined
        anchors.horizontalCenter: root.portrait ? parent.horizontalCenter : undefined
        anchors.right: root.portrait ? undefined : parent.right
        anchors.verticalCenter: root.portrait ? undefined : parent.verticalCenter
        columns: 3
        spacing: Theme.smallGap
        visible: root.staff.hasPin || root.staff.choosesPin

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
            //: On the staff login, read aloud by a screen reader: takes back the last digit.
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
            //: On the staff login, read aloud by a screen reader: all digits are typed.
            spokenName: qsTr("Vào")
            width: pad.key

            onActivated: root.staff.enter()
        }
    }
}
