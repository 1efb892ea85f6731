pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A button for each speaker who has recordings.
ColumnLayout {
    id: root

    required property VoiceWithdrawal withdrawal

    signal chosen(string name)

    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        lineHeight: 0.85
        objectName: "owners-words"
        text: root.withdrawal.message !== "" ? root.withdrawal.message : root.withdrawal.rows.count > 0 ?
        //: On the page of recordings, above the names: whose voice is to be removed.
        qsTr("Giọng của ai?") : root.withdrawal.working ? qsTr("Đang mở…") :
        //: On the page of recordings: nobody has recorded anything.
        qsTr("Chưa ai thu giọng ở máy này.")
        wrapMode: Text.Wrap
    }
    PagedRows {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        model: root.withdrawal.rows

        delegate: ActionButton {
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
    MoreButton {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.primary
        model: root.withdrawal.rows
        objectName: "more-owners"
    }
}
