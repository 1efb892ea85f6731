pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What is told: the step's sentence, a note to read off, the answer to the last touch.
Rectangle {
    id: root

    readonly property real belowHeight: footHeight > 0 ? footHeight + Theme.gap : 0
    readonly property string count: lesson.stepNumber > 0 ? lesson.stepNumber + "/" + lesson.stepCount : ""
    readonly property real feedbackRoom: Math.max(Theme.mm(12), Math.min(inner * 0.36, inner - ways.height - belowHeight - (note.visible ? note.height : 0) - Theme.gap * 2 - Theme.smallGap * 2))
    readonly property Item footSlot: foot
    //! How high the view of the step's kind is that stands under the words; 0 for none.
    property real footHeight: 0
    readonly property real inner: height - Theme.gap * 2
    readonly property LessonViewModel lesson: visit.lesson
    readonly property real lineRoom: inner - spent
    readonly property real between: narrow ? Theme.smallGap : Theme.gap
    readonly property bool narrow: width < Theme.mm(120) * Theme.textScale && count !== ""
    readonly property real spent: ways.height + (goal.visible ? goal.height + Theme.smallGap : 0) + (note.visible ? note.height + between : 0) + (standIn.visible ? standIn.height + between : 0) + (feedback.visible ? feedback.height + between : 0) + belowHeight + between
    required property VisitViewModel visit
    readonly property VoiceViewModel voice: visit.voice
    readonly property string wayName: names.nameOf(lesson.way)

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    radius: Theme.radius

    WayNames {
        id: names
    }
    Item {
        id: ways

        anchors.left: parent.left
        anchors.margins: root.between
        anchors.right: parent.right
        anchors.top: parent.top
        height: wayButton.height

        ActionButton {
            id: wayButton

            height: Math.max(Theme.target, implicitHeight)
            iconName: root.narrow && hint.visible ? "" : names.iconOf(root.lesson.way)
            leftPadding: root.narrow ? Theme.mm(0.8) : Theme.smallGap
            objectName: "ways"
            rightPadding: leftPadding
            spokenName: root.wayName + " " + root.count
            text: root.narrow ? root.count : root.count === "" ? root.wayName : root.wayName + " · " + root.count
            width: Math.min(implicitWidth, parent.width - hint.room - pause.leastRoom)

            onActivated: root.visit.sheets.showWays()
        }
        ActionButton {
            id: pause

            readonly property real fullWidth: wordRoom.implicitWidth + iconSize + Theme.smallGap * 3
            //: Makes the voice go on that was told to wait. At most 5 letters.
            readonly property string goOn: qsTr("Nghe")
            readonly property real leastRoom: Theme.target + Theme.smallGap
            //: Makes the voice wait in the middle of a long sentence. At most 5 letters.
            readonly property string wait: qsTr("Dừng")
            readonly property string word: root.voice.paused ? goOn : wait

            anchors.right: parent.right
            anchors.rightMargin: hint.room
            height: wayButton.height
            iconName: root.voice.paused ? "play" : "pause"
            objectName: "pause"
            spokenName: word
            text: fullWidth <= parent.width - hint.room - wayButton.width - Theme.smallGap ? word : ""
            visible: root.voice.pausable
            width: text === "" ? Theme.target : fullWidth

            onActivated: root.voice.paused ? root.voice.resume() : root.voice.pause()
        }
        // As wide as the wider word, so that nothing moves when it changes.
        Label {
            id: wordRoom

            capMm: pause.capMm
            font.bold: true
            text: pause.goOn + "\n" + pause.wait
            visible: false
        }
        ActionButton {
            id: hint

            readonly property real room: visible ? width + Theme.smallGap : 0

            anchors.right: parent.right
            height: wayButton.height
            iconName: root.narrow ? "" : "question"
            leftPadding: wayButton.leftPadding
            objectName: "hint"
            rightPadding: leftPadding
            //: Asks for a hint. At most 6 letters.
            text: qsTr("Gợi ý")
            visible: root.lesson.mayAskHelp

            onActivated: root.lesson.askHelp()
        }
    }
    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: root.between * 1.4
        anchors.right: parent.right
        anchors.rightMargin: root.between * 1.4
        anchors.top: ways.bottom
        anchors.topMargin: root.between
        spacing: root.between

        SpokenText {
            id: goal

            bold: true
            capMm: Theme.bodyCap
            colour: Theme.faintInk
            maximumHeight: root.inner * 0.3
            sentence: root.lesson.place === "phone" || root.lesson.feedback !== "" && !root.lesson.opening ? "" : root.lesson.goal
            voice: root.voice
            width: parent.width
        }
        Item {
            height: line.height
            // The answer to a touch matters more where there is no room for both.
            visible: root.lesson.line !== "" && (!feedback.visible || root.lineRoom >= Theme.mm(12))
            width: parent.width

            // A bar beside it: these are somebody else's words.
            Rectangle {
                color: Theme.call
                height: parent.height
                radius: width / 2
                visible: root.lesson.otherSpeaks
                width: Theme.thick
            }
            SpokenText {
                id: line

                maximumHeight: Math.max(Theme.mm(14), root.lineRoom)
                objectName: "line"
                sentence: root.lesson.line
                voice: root.voice
                width: parent.width - x
                x: root.lesson.otherSpeaks ? Theme.gap : 0
            }
        }
        Row {
            id: standIn

            objectName: "stand-in"
            spacing: Theme.smallGap
            visible: root.voice.standIn && root.lesson.line !== ""

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.faintInk
                name: "language"
                size: standInWords.implicitHeight * 0.8
            }
            Label {
                id: standInWords

                capMm: Theme.smallCap
                color: Theme.faintInk
                //: Under the sentence, when Vietnamese is spoken because the learner's language has no voice for it yet. At most 20 letters.
                text: qsTr("Đang đọc tiếng Việt")
            }
        }
        PaperNote {
            id: note

            rows: root.lesson.note
            width: parent.width
        }
        Rectangle {
            id: feedback

            border.color: Theme.here
            border.width: Theme.stroke
            color: Theme.hereSoft
            height: Math.max(answer.implicitHeight, sign.visible ? sign.height : 0) + (root.narrow ? Theme.mm(2) : Theme.smallGap * 2)
            radius: Theme.radius
            visible: root.lesson.feedback !== ""
            width: parent.width

            Icon {
                id: sign

                anchors.left: parent.left
                anchors.leftMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.ink
                name: root.narrow ? "" : "info"
                size: Theme.mm(9)
            }
            SpokenText {
                id: answer

                anchors.left: sign.visible ? sign.right : parent.left
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                capMm: Theme.bodyCap * (root.narrow ? 1 : 1.2)
                maximumHeight: root.feedbackRoom
                objectName: "feedback"
                sentence: root.lesson.feedback
                voice: root.voice
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.left: column.left
        anchors.right: column.right
        height: root.footHeight
    }
}
