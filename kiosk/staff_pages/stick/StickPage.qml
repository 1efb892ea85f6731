pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The steps of an import: USB stick, list of lessons, one lesson, result; and the undo list.
Item {
    id: root

    required property StickPageModel viewModel

    function shownPage(): Component {
        if (root.viewModel.busy)
            return working;
        if (root.viewModel.listening)
            return listening;
        switch (root.viewModel.page) {
        case "kept":
            return kept;
        case "lesson":
            return lesson;
        case "list":
            return list;
        case "result":
            return result;
        case "sticks":
            return sticks;
        default:
            return waiting;
        }
    }

    Loader {
        anchors.bottom: consent.visible ? consent.top : foot.top
        anchors.bottomMargin: consent.visible || foot.height > 0 ? Theme.gap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        sourceComponent: root.shownPage()
    }
    ActionButton {
        id: consent

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.max(Theme.target, implicitHeight)
        iconName: root.viewModel.agreed ? "check" : "hear"
        manner: root.viewModel.agreed ? ActionButton.Lead : ActionButton.Quiet
        objectName: "agree-elsewhere"
        //: In the staff's page for USB sticks: lets the recordings be heard in other lessons too; %1 are their titles.
        text: qsTr("Dùng tiếng này cả ở: %1").arg(root.viewModel.elsewhere)
        visible: !root.viewModel.busy && !root.viewModel.reading && root.viewModel.page === "lesson" && root.viewModel.elsewhere !== "" && root.viewModel.takeable

        onActivated: root.viewModel.agreeElsewhere()
    }
    Row {
        id: foot

        readonly property int count: (lead.visible ? 1 : 0) + (pack.visible ? 1 : 0) + (trial.visible ? 1 : 0) + (back.visible ? 1 : 0)
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
            //: In the staff's page for USB sticks: plays a lesson without taking it over.
            text: qsTr("Xem thử")
            visible: !root.viewModel.busy && !root.viewModel.reading && root.viewModel.page === "lesson" && root.viewModel.playable
            width: foot.part

            onActivated: root.viewModel.tryLesson()
        }
        ActionButton {
            id: back

            height: Theme.primary
            iconName: "undo"
            objectName: "show-kept"
            //: In the staff's page for USB sticks: leads to what can be taken back.
            text: qsTr("Hoàn tác")
            visible: !root.viewModel.busy && root.viewModel.kept.count > 0 && ["waiting", "list", "result"].includes(root.viewModel.page)
            width: foot.part

            onActivated: root.viewModel.last !== "" ? root.viewModel.takeBack(root.viewModel.last) : root.viewModel.showKept()
        }
        ActionButton {
            id: pack

            height: Theme.primary
            iconName: "download"
            objectName: "open-packs"
            //: In the staff's page for USB sticks: leads to the page of signed packs. At most 20 letters.
            text: qsTr("Gói có chữ ký")
            visible: !root.viewModel.busy && !root.viewModel.reading && root.viewModel.hasPack && root.viewModel.page === "list"
            width: foot.part

            onActivated: root.viewModel.openPacks()
        }
        ActionButton {
            id: lead

            readonly property bool one: root.viewModel.page === "lesson"

            height: Theme.primary
            iconName: "download"
            manner: ActionButton.Lead
            objectName: "take"
            text: one ?
            //: In the staff's page for USB sticks: takes over the lesson that is shown.
            qsTr("Lấy vào máy") : root.viewModel.anyChosen ?
            //: In the staff's page for USB sticks: takes over the lessons that were chosen; %1 is how many.
            qsTr("Lấy %1 bài đã chọn").arg(root.viewModel.wanted) :
            //: In the staff's page for USB sticks: takes over all new lessons; %1 is how many.
            qsTr("Lấy hết bài mới (%1)").arg(root.viewModel.wanted)
            visible: !root.viewModel.busy && !root.viewModel.reading && (one ? root.viewModel.takeable : root.viewModel.page === "list" && root.viewModel.wanted > 0)
            width: foot.part

            onActivated: one ? root.viewModel.takeThis() : root.viewModel.takeThese()
        }
    }
    Component {
        id: waiting

        Waiting {
            //: In the staff's page for USB sticks, when none is plugged in.
            words: qsTr("Cắm USB vào máy")
        }
    }
    Component {
        id: listening

        Waiting {
            //: In the staff's page for USB sticks, while the recordings of a lesson are made ready to be heard.
            words: qsTr("Đang chuẩn bị tiếng thu để nghe thử…")
        }
    }
    Component {
        id: working

        Waiting {
            //: In the staff's page for USB sticks, while lessons are copied; %1 of %2.
            words: qsTr("Đang làm: %1 trong %2. Đừng rút USB.").arg(Math.min(root.viewModel.done + 1, root.viewModel.total)).arg(root.viewModel.total)
        }
    }
    Component {
        id: sticks

        StickRows {
            rows: root.viewModel.sticks

            onTouched: name => root.viewModel.openStick(name)
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
                text: root.viewModel.note
            }
            Waiting {
                anchors.fill: parent
                visible: root.viewModel.lessons.count === 0
                words: root.viewModel.reading ?
                //: In the staff's page for USB sticks, while a stick is read.
                qsTr("Đang đọc USB…") :
                //: In the staff's page for USB sticks: there is no lesson on it.
                qsTr("USB này không có bài nào.")
            }
            StickRows {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: note.text !== "" ? note.bottom : parent.top
                rows: root.viewModel.lessons
                visible: root.viewModel.lessons.count > 0

                onChosen: name => root.viewModel.choose(name)
                onTouched: name => root.viewModel.showLesson(name)
            }
        }
    }
    Component {
        id: lesson

        FindingsCard {
            findings: root.viewModel.findings
            heading: root.viewModel.lessonTitle
        }
    }
    Component {
        id: result

        FindingsCard {
            findings: root.viewModel.results
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
                text: root.viewModel.kept.count > 0 ?
                //: In the staff's page for USB sticks, above what was taken over.
                qsTr("Chạm vào lần lấy muốn bỏ.") :
                //: In the staff's page for USB sticks, when nothing was taken over.
                qsTr("Không có gì để hoàn tác.")
            }
            StickRows {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: ask.bottom
                anchors.topMargin: Theme.smallGap
                rows: root.viewModel.kept

                onTouched: name => root.viewModel.takeBack(name)
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
                colour: Theme.accent
                name: "stick"
                size: Math.min(Theme.picture, wait.height * 0.5)
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
