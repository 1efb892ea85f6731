pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A row for each voice, which plays a sample when touched; buttons below select or remove it.
ColumnLayout {
    id: root

    required property VoicesPageModel viewModel

    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        capMm: Theme.smallCap
        color: root.viewModel.problem !== "" ? Theme.call : Theme.faintInk
        lineHeight: 0.85
        objectName: "voices-words"
        text: root.viewModel.problem !== "" ? root.viewModel.problem : root.viewModel.working ?
        //: On the page for the machine's voices, while a voice is tried or written.
        qsTr("Chờ một chút…") :
        //: On the page for the machine's voices.
        qsTr("Chạm để nghe từng giọng. Giọng nào bà con nghe quen thì dùng.")
        wrapMode: Text.Wrap
    }
    PagedRows {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        model: root.viewModel.rows

        delegate: ActionButton {
            required property bool chosen
            required property bool inUse
            required property string name
            required property string sign
            required property string title

            Accessible.checkable: true
            Accessible.checked: inUse
            capMm: Theme.smallCap
            enabled: !root.viewModel.working
            height: list.rowHeight
            iconName: sign
            manner: chosen ? ActionButton.Lead : ActionButton.Quiet
            objectName: "voice:" + name
            //: On the page for the machine's voices: the one that speaks now.
            text: inUse ? qsTr("%1 · đang dùng").arg(title) : title
            width: list.width

            onActivated: root.viewModel.hear(name)
        }
    }
    Label {
        Layout.fillWidth: true
        capMm: Theme.leastCap
        lineHeight: 0.85
        objectName: "voice-licence"
        //: On the page for the machine's voices, before a voice from a stick is installed; %1 is the text of its licence.
        text: qsTr("Giấy phép: %1").arg(root.viewModel.licence !== "" ? root.viewModel.licence :
        //: On the page for the machine's voices: a voice on a stick that came without a licence.
        qsTr("không có, hỏi người đưa giọng"))
        visible: root.viewModel.isBrought
        wrapMode: Text.Wrap
    }
    RowLayout {
        //! A fixed height, also without buttons: the number of rows that fit must not depend on whether there are
        //! more.
        Layout.fillWidth: true
        Layout.maximumHeight: Theme.primary
        Layout.minimumHeight: Theme.primary
        spacing: Theme.gap

        MoreButton {
            Layout.preferredHeight: Theme.primary
            model: root.viewModel.rows
            objectName: "more-voices"
            //: On the page for the machine's voices: shows the other ones.
            text: qsTr("Giọng khác")
        }
        ActionButton {
            Layout.preferredHeight: Theme.primary
            enabled: !root.viewModel.working
            iconName: "cross"
            objectName: "drop-voice"
            //: On the page for the machine's voices: removes a neural voice.
            text: qsTr("Gỡ giọng này")
            visible: root.viewModel.mayDrop

            onActivated: root.viewModel.drop()
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.primary
            enabled: !root.viewModel.working
            iconName: "check"
            manner: ActionButton.Lead
            objectName: "take-voice"
            text: root.viewModel.isBrought ?
            //: On the page for the machine's voices: agrees to the licence, and installs the voice.
            qsTr("Đồng ý và cài") :
            //: On the page for the machine's voices: this voice speaks from now on.
            qsTr("Dùng giọng này")
            visible: root.viewModel.mayTake

            onActivated: root.viewModel.take()
        }
    }
    SettingFooter {
        Layout.fillWidth: true
        mayUndo: root.viewModel.mayUndo
        message: root.viewModel.message

        onUndone: root.viewModel.undo()
    }
}
