pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A large switch for each language; the first one is the language at the start of a visit.
ColumnLayout {
    id: root

    required property LanguagesPageModel viewModel

    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        capMm: Theme.smallCap
        color: Theme.faintInk
        lineHeight: 0.85
        //: In the staff's page for languages.
        text: qsTr("Chạm để bật hoặc tắt. Máy bắt đầu bằng tiếng đứng đầu.")
    }
    PagedRows {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        model: root.viewModel.languages

        delegate: RowLayout {
            id: row

            //: In the staff's page for languages, after its name: sentences that are spoken and written, of all.
            readonly property string amount: qsTr("Nói %1, chữ %2 trong %3 câu").arg(spoken).arg(written).arg(total)
            required property string code
            required property bool counted
            //: In the staff's page for languages: there is too little of it, so learners are not offered it.
            readonly property string hiddenWords: qsTr("Bác chưa thấy")
            required property bool last
            required property bool mayRise
            required property string name
            required property bool offered
            required property bool seen
            required property int spoken
            readonly property list<string> texts: [name, counted ? amount : "", offered && !seen ? hiddenWords : ""]
            required property int total
            required property int written

            height: list.rowHeight
            spacing: Theme.smallGap
            width: list.width

            ActionButton {
                Accessible.checkable: true
                Accessible.checked: row.offered
                Layout.fillHeight: true
                Layout.fillWidth: true
                capMm: row.counted ? Theme.smallCap : Theme.bodyCap
                enabled: !row.last
                iconName: row.offered ? "check" : ""
                manner: row.offered ? ActionButton.Lead : ActionButton.Quiet
                objectName: "language:" + row.code
                text: row.texts.filter(each => each !== "").join(" · ")

                onActivated: root.viewModel.toggle(row.code)
            }
            ActionButton {
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.block
                enabled: row.mayRise
                iconName: "shift"
                objectName: "rise:" + row.code
                opacity: enabled ? 1 : 0
                //: Read aloud by a screen reader: moves the language up by one.
                spokenName: qsTr("Đưa lên trên")

                onActivated: root.viewModel.moveUp(row.code)
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        MoreButton {
            Layout.fillHeight: true
            model: root.viewModel.languages
            objectName: "more-languages"
            //: In the staff's page for languages: shows the other ones.
            text: qsTr("Tiếng khác")
        }
        SettingFooter {
            Layout.fillWidth: true
            mayUndo: root.viewModel.mayUndo
            message: root.viewModel.message

            onUndone: root.viewModel.undo()
        }
    }
}
