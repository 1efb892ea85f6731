pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A stick is waited for; its lessons, one of them, what was done, what can be taken back.
Item {
    id: root

    readonly property var pages: ({
            kept: kept,
            lesson: lesson,
            list: list,
            result: result,
            sticks: sticks,
            waiting: waiting
        })
    required property StickRoomModel room

    Loader {
        anchors.bottom: foot.top
        anchors.bottomMargin: foot.height > 0 ? Theme.gap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        sourceComponent: root.room.busy ? working : root.pages[root.room.page]
    }
    Row {
        id: foot

        readonly property int count: (lead.visible ? 1 : 0) + (trial.visible ? 1 : 0) + (back.visible ? 1 : 0)
        readonly property real part: (width - spacing * (count - 1)) / Math.max(1, count)

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: count > 0 ? Theme.primary : 0
        spacing: Theme.gap

        ActionButton {
            id: trial

            height: Theme.primary
            iconName: "play"
            objectName: "try"
            //: In the staff's room for USB sticks: plays a lesson without taking it over.
            text: qsTr("Xem thử")
            visible: !root.room.busy && !root.room.reading && root.room.page === "lesson" && (root.room.lesson.playable ?? false)
            width: foot.part

            onActivated: root.room.tryLesson()
        }
        ActionButton {
            id: back

            height: Theme.primary
            iconName: "undo"
            objectName: "show-kept"
            //: In the staff's room for USB sticks: leads to what can be taken back.
            text: qsTr("Hoàn tác")
            visible: !root.room.busy && root.room.kept.length > 0 && ["waiting", "list", "result"].includes(root.room.page)
            width: foot.part

            onActivated: root.room.showKept()
        }
        ActionButton {
            id: lead

            readonly property bool one: root.room.page === "lesson"

            height: Theme.primary
            iconName: "download"
            manner: ActionButton.Lead
            objectName: "take"
            text: one ?
            //: In the staff's room for USB sticks: takes over the lesson that is shown.
            qsTr("Lấy vào máy") : root.room.anyChosen ?
            //: In the staff's room for USB sticks: takes over the lessons that were chosen; %1 is how many.
            qsTr("Lấy %1 bài đã chọn").arg(root.room.wanted) :
            //: In the staff's room for USB sticks: takes over all new lessons; %1 is how many.
            qsTr("Lấy hết bài mới (%1)").arg(root.room.wanted)
            visible: !root.room.busy && !root.room.reading && (one ? root.room.lesson.takeable ?? false : root.room.page === "list" && root.room.wanted > 0)
            width: foot.part

            onActivated: one ? root.room.takeThis() : root.room.takeThese()
        }
    }
    Component {
        id: waiting

        Waiting {
            //: In the staff's room for USB sticks, when none is plugged in.
            words: qsTr("Cắm USB vào máy")
        }
    }
    Component {
        id: working

        Waiting {
            //: In the staff's room for USB sticks, while lessons are copied; %1 of %2.
            words: qsTr("Đang làm: %1 trong %2. Đừng rút USB.").arg(Math.min(root.room.done + 1, root.room.total)).arg(root.room.total)
        }
    }
    Component {
        id: sticks

        StickRows {
            rows: root.room.sticks.map(each => ({
                        icon: "stick",
                        name: each.place,
                        note: "",
                        title: each.name
                    }))

            onTouched: name => root.room.openStick(name)
        }
    }
    Component {
        id: list

        Item {
            Label {
                id: note

                anchors.left: parent.left
                anchors.right: parent.right
                capMm: Theme.smallCap
                color: Theme.call
                lineHeight: 0.85
                text: root.room.note
            }
            Waiting {
                anchors.fill: parent
                visible: root.room.lessons.length === 0
                words: root.room.reading ?
                //: In the staff's room for USB sticks, while a stick is read.
                qsTr("Đang đọc USB…") :
                //: In the staff's room for USB sticks: there is no lesson on it.
                qsTr("USB này không có bài nào.")
            }
            StickRows {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: note.text !== "" ? note.bottom : parent.top
                rows: root.room.lessons
                visible: root.room.lessons.length > 0

                onChosen: name => root.room.choose(name)
                onTouched: name => root.room.showLesson(name)
            }
        }
    }
    Component {
        id: lesson

        StickFindings {
            findings: root.room.findings
            heading: [root.room.lesson.number ?? "", root.room.lesson.title ?? ""].filter(each => each !== "").join(". ")
        }
    }
    Component {
        id: result

        StickFindings {
            findings: root.room.results
        }
    }
    Component {
        id: kept

        Item {
            Label {
                id: ask

                anchors.left: parent.left
                anchors.right: parent.right
                capMm: Theme.smallCap
                lineHeight: 0.85
                text: root.room.kept.length > 0 ?
                //: In the staff's room for USB sticks, above what was taken over.
                qsTr("Chạm vào lần lấy muốn bỏ.") :
                //: In the staff's room for USB sticks, when nothing was taken over.
                qsTr("Không có gì để hoàn tác.")
            }
            StickRows {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: ask.bottom
                anchors.topMargin: Theme.smallGap
                rows: root.room.kept.map(each => ({
                            icon: "undo",
                            name: each.name,
                            note: each.note,
                            title: each.title
                        }))

                onTouched: name => root.room.takeBack(name)
            }
        }
    }

    component Waiting: Item {
        id: wait

        required property string words

        Column {
            anchors.centerIn: parent
            spacing: Theme.gap
            width: parent.width

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: Theme.lead
                name: "stick"
                size: Math.min(Theme.mm(60), wait.height * 0.5)
            }
            Label {
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                objectName: "waiting"
                text: wait.words
                width: parent.width
            }
        }
    }
}
