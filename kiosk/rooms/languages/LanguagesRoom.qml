pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Every language is a big switch; the first one is what the kiosk begins with.
Item {
    id: root

    required property LanguagesRoomModel room

    Label {
        id: about

        anchors.left: parent.left
        anchors.right: parent.right
        capMm: Theme.smallCap
        color: Theme.faintInk
        lineHeight: 0.85
        //: In the staff's room for languages.
        text: qsTr("Chạm để bật hoặc tắt. Máy bắt đầu bằng tiếng đứng đầu.")
    }
    Column {
        id: list

        readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (rowHeight + spacing)))
        readonly property int page: pages > 1 ? turned % pages : 0
        readonly property int pages: Math.ceil(root.room.languages.length / fitting)
        readonly property real rowHeight: Math.max(Theme.target, Theme.mm(20 * Theme.textScale))
        property int turned: 0

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: about.bottom
        anchors.topMargin: Theme.gap
        spacing: Theme.smallGap

        Repeater {
            model: root.room.languages.slice(list.page * list.fitting, (list.page + 1) * list.fitting)

            Row {
                id: row

                //: In the staff's room for languages, after its name: sentences that are spoken and written, of all.
                readonly property string amount: qsTr("Nói %1, chữ %2 trong %3 câu").arg(modelData.spoken).arg(modelData.written).arg(modelData.total)
                readonly property bool isHidden: modelData.on && !modelData.seen
                required property var modelData
                readonly property list<string> told: [modelData.name, modelData.counted ? amount : "", isHidden ? hiddenWords : ""]
                //: In the staff's room for languages: there is too little of it, so learners are not offered it.
                readonly property string hiddenWords: qsTr("Bác chưa thấy")

                spacing: Theme.smallGap

                ActionButton {
                    Accessible.checkable: true
                    Accessible.checked: row.modelData.on
                    capMm: row.modelData.counted ? Theme.smallCap : Theme.bodyCap
                    enabled: !row.modelData.last
                    height: list.rowHeight
                    iconName: row.modelData.on ? "check" : ""
                    manner: row.modelData.on ? ActionButton.Lead : ActionButton.Quiet
                    objectName: "language:" + row.modelData.code
                    text: row.told.filter(each => each !== "").join(" · ")
                    width: list.width - rise.width - Theme.smallGap

                    onActivated: root.room.toggle(row.modelData.code)
                }
                ActionButton {
                    id: rise

                    enabled: row.modelData.mayRise
                    height: list.rowHeight
                    iconName: "shift"
                    objectName: "rise:" + row.modelData.code
                    opacity: enabled ? 1 : 0
                    //: Read aloud by a screen reader: the language stands one place further up.
                    spokenName: qsTr("Đưa lên trên")
                    width: Theme.mm(28)

                    onActivated: root.room.moveUp(row.modelData.code)
                }
            }
        }
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        height: foot.height
        iconName: "next"
        objectName: "more-languages"
        //: In the staff's room for languages: shows the other ones.
        text: qsTr("Tiếng khác")
        visible: list.pages > 1

        onActivated: list.turned += 1
    }
    SettingFoot {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: more.visible ? more.right : parent.left
        anchors.leftMargin: more.visible ? Theme.gap : 0
        anchors.right: parent.right
        mayUndo: root.room.mayUndo
        told: root.room.told

        onUndone: root.room.undo()
    }
}
