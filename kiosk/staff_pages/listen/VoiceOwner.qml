import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! One speaker's consent, the consequences of withdrawing it, and buttons to withdraw and undo.
ColumnLayout {
    id: root

    required property VoiceWithdrawal withdrawal

    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        font.bold: true
        lineHeight: 0.9
        objectName: "owner-allowed"
        text: root.withdrawal.allowed
        visible: !root.withdrawal.taken
        wrapMode: Text.Wrap
    }
    Label {
        Layout.fillHeight: true
        Layout.fillWidth: true
        fontSizeMode: Text.Fit
        lineHeight: 0.9
        minimumPixelSize: Theme.lettersAt(Theme.leastCap, 1)
        objectName: "owner-consequence"
        text: root.withdrawal.consequence
        verticalAlignment: Text.AlignTop
        wrapMode: Text.Wrap
    }
    Label {
        Layout.fillWidth: true
        capMm: Theme.smallCap
        color: Theme.call
        lineHeight: 0.9
        objectName: "owner-message"
        text: root.withdrawal.message
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    ActionButton {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.primary
        enabled: !root.withdrawal.working
        iconName: root.withdrawal.taken ? "undo" : "cross"
        objectName: root.withdrawal.taken ? "give-back" : "withdraw"
        text: root.withdrawal.taken ?
        //: On the page of recordings: restores the voice that was removed.
        qsTr("Hoàn tác") :
        //: On the page of recordings: deletes all that this speaker has recorded.
        qsTr("Rút lại và xóa hết")

        onActivated: root.withdrawal.taken ? root.withdrawal.undo() : root.withdrawal.withdraw()
    }
}
