import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The same five places on every page: home, back, hear again, call staff, on.
Item {
    id: root

    required property VisitViewModel visit

    readonly property bool inLesson: visit.page === "lesson"
    readonly property bool inOwnPhone: inLesson && visit.lesson.way === "own-phone" && !visit.lesson.opening
    readonly property bool mayGoOn: inLesson || visit.page === "done" || (visit.page === "home" && visit.home.pageCount > 1)
    readonly property bool stacked: Theme.textScale > 1.1 || width < Theme.mm(330)

    readonly property real gaps: Theme.smallGap * 4
    readonly property real share: (width - gaps) / 5.6

    //! The words on the button that leads on.
    function wordOn(): string {
        if (root.inOwnPhone)
            //: On the button that leads on, while the learner does the step on her own phone. At most 16 letters.
            return qsTr("Tôi làm xong rồi");
        if (root.visit.page === "done" || root.visit.page === "home")
            //: On the button that leads on from the end of a lesson. At most 12 letters.
            return root.visit.page === "home" ? qsTr("Trang sau") : qsTr("Bài khác");
        //: On the button that leads on. At most 9 letters.
        return qsTr("Tiếp tục");
    }

    height: stacked ? Theme.mm(25) * Math.max(1, Theme.textScale * 0.92) : Theme.primary

    Row {
        anchors.fill: parent
        spacing: Theme.smallGap

        ActionButton {
            objectName: "home"
            width: root.share
            height: root.height
            stacked: root.stacked
            iconName: "home"
            //: Goes back to all lessons. At most 7 letters.
            text: qsTr("Về đầu")
            onActivated: root.visit.goHome()
        }

        ActionButton {
            objectName: "back"
            width: root.share
            height: root.height
            stacked: root.stacked
            iconName: "back"
            //: Goes one step back. At most 8 letters.
            text: qsTr("Quay lại")
            onActivated: root.visit.goBack()
        }

        ActionButton {
            objectName: "hear"
            width: root.share
            height: root.height
            stacked: root.stacked
            iconName: "hear"
            //: Says the sentence once more. At most 8 letters.
            text: qsTr("Nghe lại")
            onActivated: root.visit.hearAgain()
        }

        ActionButton {
            objectName: "call"
            width: root.share
            height: root.height
            stacked: root.stacked
            manner: ActionButton.Call
            iconName: "hand"
            //: Calls a person to help. At most 10 letters.
            text: qsTr("Gọi cán bộ")
            onActivated: root.visit.callStaff()
        }

        ActionButton {
            objectName: "next"
            width: root.share * 1.6
            height: root.height
            stacked: root.stacked
            manner: root.mayGoOn && (!root.inLesson || root.visit.lesson.nextLeadsOn) ? ActionButton.Lead : ActionButton.Quiet
            opacity: root.mayGoOn ? 1 : 0
            enabled: root.mayGoOn
            iconName: root.inOwnPhone ? "check" : "next"
            text: root.wordOn()
            onActivated: root.visit.goOn()
        }
    }

    Row {
        visible: root.visit.voice.problem !== ""
        anchors.right: parent.right
        anchors.bottom: parent.top
        Accessible.ignored: true

        Icon {
            objectName: "voice-problem"
            name: "sound-off"
            colour: Theme.faintInk
            size: Theme.mm(6)
        }
    }
}
