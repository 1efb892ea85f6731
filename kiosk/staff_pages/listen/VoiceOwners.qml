pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Everybody who has recorded something, one button each.
ColumnLayout {
    id: root

    required property VoiceWithdrawal withdrawal

    signal chosen(string name)

    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        lineHeight: 0.85
        objectName: "owners-words"
        text: root.withdrawal.told !== "" ? root.withdrawal.told : root.withdrawal.rows.count > 0 ?
        //: On the page of recordings, above the names: whose voice is to be taken out.
        qsTr("Giọng của ai?") : root.withdrawal.working ? qsTr("Đang mở…") :
        //: On the page of recordings: nobody has recorded anything.
        qsTr("Chưa ai thu giọng ở máy này.")
        wrapMode: Text.Wrap
    }
    Column {
        id: list

        readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (rowHeight + spacing)))
        readonly property real rowHeight: Theme.scaled(Theme.primary)

        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Theme.smallGap

        Repeater {
            model: root.withdrawal.rows

            ActionButton {
                required property string name
                required property string note
                required property string title

                height: list.rowHeight
                iconName: "person"
                objectName: "owner:" + name
                text: title + " · " + note
                width: list.width

                onActivated: root.chosen(name)
            }
        }
        Binding {
            property: "pageSize"
            restoreMode: Binding.RestoreNone
            target: root.withdrawal.rows
            value: list.fitting
        }
    }
    ActionButton {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.primary
        iconName: "next"
        objectName: "more-owners"
        //: On the page of recordings: shows further names.
        text: qsTr("Xem tiếp")
        visible: root.withdrawal.rows.pages > 1

        onActivated: root.withdrawal.rows.turn(1)
    }
}
