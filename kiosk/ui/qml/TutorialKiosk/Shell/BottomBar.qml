import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The bar of every page, with five fixed places: home, back, hear again, call staff, next.
Item {
    id: root

    readonly property real gaps: Theme.smallGap * 4
    readonly property bool inLesson: visit.page === "lesson"
    readonly property bool inOwnPhone: inLesson && visit.lesson.doneOnOwnPhone
    readonly property bool mayGoOn: inLesson || visit.page === "done" || (visit.page === "home" && visit.home.pageCount > 1)
    readonly property real share: (width - gaps) / 5.6
    readonly property bool stacked: Theme.textScale > 1.1 || width < Theme.barWidth
    required property VisitViewModel visit

    //! The label of the button that leads on.
    function wordOn(): string {
        if (root.inOwnPhone)
            //: On the button that leads on, while the learner does the step on her own phone. At most 11 letters.
            return qsTr("Đã làm xong");
        if (root.visit.page === "done" && root.visit.assist.setAside !== "")
            //: On the button that leads on from the end of a lesson back to the one that was broken off. At most 12 letters.
            return qsTr("Bài lúc nãy");
        if (root.visit.page === "done" || root.visit.page === "home")
            //: On the button that leads on from the end of a lesson. At most 12 letters.
            return root.visit.page === "home" ? qsTr("Trang sau") : qsTr("Bài khác");
        //: On the button that leads on. At most 9 letters.
        return qsTr("Tiếp tục");
    }

    height: stacked ? Theme.primary * 1.25 * Math.max(1, Theme.textScale * 0.97) : Theme.primary

    Row {
        anchors.fill: parent
        spacing: Theme.smallGap

        ActionButton {
            height: root.height
            iconName: "home"
            objectName: "home"
            stacked: root.stacked
            //: Goes back to all lessons. At most 7 letters.
            text: qsTr("Về đầu")
            width: root.share

            onActivated: root.visit.goHome()
        }
        ActionButton {
            height: root.height
            iconName: "back"
            objectName: "back"
            stacked: root.stacked
            //: Goes one step back. At most 8 letters.
            text: qsTr("Quay lại")
            width: root.share

            onActivated: root.visit.goBack()
        }
        ActionButton {
            height: root.height
            iconName: "hear"
            objectName: "hear"
            stacked: root.stacked
            //: Says the sentence once more; as wide as the button that calls staff. At most 10 letters.
            text: qsTr("Nghe lại")
            width: root.share

            onActivated: root.visit.hearAgain()
        }
        ActionButton {
            height: root.height
            iconName: "hand"
            manner: ActionButton.Call
            objectName: "call"
            stacked: root.stacked
            //: Calls a person to help. At most 10 letters.
            text: qsTr("Gọi cán bộ")
            width: root.share * 1.2

            onActivated: root.visit.sheets.callStaff()
        }
        ActionButton {
            enabled: root.mayGoOn
            height: root.height
            iconName: root.inOwnPhone ? "check" : "next"
            manner: root.mayGoOn && (!root.inLesson || root.visit.lesson.nextLeadsOn) ? ActionButton.Lead : ActionButton.Quiet
            objectName: "next"
            opacity: root.mayGoOn ? 1 : 0
            stacked: root.stacked
            text: root.wordOn()
            width: root.share * 1.4

            onActivated: root.visit.goOn()
        }
    }
    Row {
        Accessible.ignored: true
        anchors.bottom: parent.top
        anchors.right: parent.right
        visible: root.visit.voice.problem !== ""

        Icon {
            colour: Theme.faintInk
            name: "sound-off"
            objectName: "voice-problem"
            size: Theme.signSmall
        }
    }
}
