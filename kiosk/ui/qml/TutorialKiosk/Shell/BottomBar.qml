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
    //! Whether each label fits beside its icon in one line, on whatever page. The font metrics signal a new font size
    //! only by their height.
    readonly property bool inLines: metrics.height > 0 && [home, back, hear].every(each => beside(each.text) <= share) && beside(call.text) <= share * 1.2 && [wordDone, wordEarlier, wordPage, wordOther, wordNext].every(each => beside(each) <= share * 1.4)
    readonly property real share: (width - gaps) / 5.6
    readonly property bool stacked: width < Theme.barWidth || Theme.textScale > 1.1 && !inLines
    required property VisitViewModel visit
    //: On the button to continue, while the learner does the step on her own phone. At most 11 letters.
    readonly property string wordDone: qsTr("Đã làm xong")
    //: On the button to continue, at the end of a lesson: returns to the lesson that was interrupted. At most 12 letters.
    readonly property string wordEarlier: qsTr("Bài lúc nãy")
    //: On the button to continue. At most 9 letters.
    readonly property string wordNext: qsTr("Tiếp tục")
    //: On the button to continue, at the end of a lesson. At most 12 letters.
    readonly property string wordOther: qsTr("Bài khác")
    //: On the button to continue, at the end of a lesson. At most 12 letters.
    readonly property string wordPage: qsTr("Trang sau")

    //! Width of a button with this label in one line beside its icon.
    function beside(label: string): real {
        return Math.ceil(metrics.advanceWidth(label)) + call.iconSize + Theme.smallGap + call.leftPadding + call.rightPadding;
    }

    //! The label of the button that leads on.
    function wordOn(): string {
        if (root.inOwnPhone)
            return root.wordDone;
        if (root.visit.page === "done")
            return root.visit.assist.setAside !== "" ? root.wordEarlier : root.wordOther;
        return root.visit.page === "home" ? root.wordPage : root.wordNext;
    }

    height: stacked ? Theme.primary * 1.25 * Math.max(1, Theme.textScale * 0.97) : Theme.primary

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.letters(call.capMm)
    }
    Row {
        anchors.fill: parent
        spacing: Theme.smallGap

        ActionButton {
            id: home

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
            id: back

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
            id: hear

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
            id: call

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
