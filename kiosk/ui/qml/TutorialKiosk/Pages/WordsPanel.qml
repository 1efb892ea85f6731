pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The text of a step, without a card: its sentence, a note to read, the feedback to a touch.
Item {
    id: root

    readonly property real belowHeight: (footHeight > 0 ? footHeight + between : 0) + trouble.bottomRoom + trouble.topRoom
    //! Width of the buttons at the end of the row with the way.
    readonly property real endRoom: hint.room + trouble.endRoom
    readonly property string count: lesson.stepNumber > 0 ? lesson.stepNumber + "/" + lesson.stepCount : ""
    //! The maximum height of the feedback: sentence and feedback become smaller together where they do not fit at their
    //! full size.
    readonly property real feedbackRoom: Math.max(Theme.mm(12), whole.implicitHeight * Math.min(1, Math.max(0, wordsRoom) / (least.implicitHeight + whole.implicitHeight)))
    //! The height for the sentence and the feedback.
    readonly property real wordsRoom: inner - ways.height - belowHeight - (note.visible ? note.height + between : 0) - between * 3 - Theme.smallGap * 2
    readonly property Item footSlot: foot
    //! The height of the step's own view below the text; 0 for none.
    property real footHeight: 0
    // Above a phone there is already a gap.
    readonly property real inner: height - (stacked ? Theme.smallGap : between * 2)
    //! The minimum height of the sentence.
    readonly property real leastLine: Theme.mm(14)
    readonly property LessonViewModel lesson: visit.lesson
    readonly property real lineRoom: inner - spent
    readonly property real between: narrow || Theme.textScale > 1 || stacked && note.visible ? Theme.smallGap : Theme.gap
    readonly property bool narrow: width < Theme.mm(120) * Theme.textScale && count !== ""
    //! Whether there is nothing but a picture beside the sentence, so that it can be larger.
    property bool free: false
    //! Whether there is no phone below it on an upright screen, so that text can be larger.
    property bool roomy: false
    readonly property real spent: ways.height + (goal.visible ? goal.height + Theme.smallGap : 0) + (note.visible ? note.height + between : 0) + (standIn.visible ? standIn.height + between : 0) + (feedback.visible ? feedback.height + between : 0) + belowHeight + between
    //! Whether the phone or picture is below the text instead of beside it.
    property bool stacked: false
    required property VisitViewModel visit
    readonly property VoiceViewModel voice: visit.voice
    //! The maximum height of the step's view below the text: about half; in larger text only what remains beside the
    //! sentence in letters as large as in the normal text.
    readonly property real viewRoom: Theme.textScale > 1 ? Math.max(1, Math.min(mostViewRoom, inner - usual.implicitHeight - ways.height - (note.visible ? note.height + between : 0) - trouble.bottomRoom - trouble.topRoom - between * 3)) : mostViewRoom
    readonly property real mostViewRoom: inner * (Theme.portrait ? 0.42 : 0.52)
    readonly property string wayName: names.nameOf(lesson.way)

    WayNames {
        id: names
    }
    Item {
        id: ways

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.smallGap
        height: wayButton.height

        ActionButton {
            id: wayButton

            height: Math.max(Theme.target, implicitHeight)
            iconName: root.narrow && hint.visible ? "" : names.iconOf(root.lesson.way)
            leftPadding: !root.narrow ? Theme.smallGap : hint.visible ? Theme.mm(0.8) : Theme.slimGap
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
            //: Continues the paused voice. At most 5 letters.
            readonly property string goOn: qsTr("Nghe")
            readonly property real leastRoom: Theme.target + Theme.smallGap
            //: Pauses the voice in the middle of a long sentence. At most 5 letters.
            readonly property string wait: qsTr("Dừng")
            readonly property string word: root.voice.paused ? goOn : wait

            anchors.right: parent.right
            anchors.rightMargin: root.endRoom
            height: wayButton.height
            iconName: root.voice.paused ? "play" : "pause"
            objectName: "pause"
            spokenName: word
            text: fullWidth <= parent.width - root.endRoom - wayButton.width - Theme.smallGap ? word : ""
            visible: root.voice.pausable
            width: text === "" ? Theme.target : fullWidth

            onActivated: root.voice.paused ? root.voice.resume() : root.voice.pause()
        }
        // As wide as the wider label, so that nothing moves when it changes.
        Label {
            id: wordRoom

            capMm: pause.capMm
            font.bold: true
            text: pause.goOn + "\n" + pause.wait
            visible: false
        }
        // The way with the longest step count that a lesson has.
        Label {
            id: widestWay

            capMm: wayButton.capMm
            font.bold: true
            text: root.wayName + " · 88/88"
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
    // The sentence in letters as large as those of the feedback, for measuring.
    SpokenText {
        id: least

        capMm: answer.capMm
        names: root.lesson.namesShown
        sentence: root.lesson.feedback === "" ? "" : root.lesson.line
        visible: false
        voice: root.voice
        width: line.width
    }
    // The feedback at its full size, for measuring.
    SpokenText {
        id: whole

        capMm: answer.capMm
        names: root.lesson.namesShown
        sentence: root.lesson.feedback
        visible: false
        voice: root.voice
        width: answer.width
    }
    // The sentence in letters as large as in the normal text, for measuring.
    SpokenText {
        id: usual

        capMm: line.capMm / Theme.textScale
        names: root.lesson.namesShown
        sentence: Theme.textScale > 1 ? root.lesson.line : ""
        visible: false
        voice: root.voice
        width: line.width
    }
    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.tinyGap
        anchors.right: parent.right
        anchors.rightMargin: Theme.tinyGap
        anchors.top: ways.bottom
        anchors.topMargin: root.between + trouble.topRoom
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
            // Hidden if only the feedback has room.
            visible: root.lesson.line !== "" && (!feedback.visible || line.implicitHeight <= root.lineRoom)
            width: parent.width

            // A bar beside the sentence marks the words of another person.
            Rectangle {
                color: Theme.call
                height: parent.height
                radius: width / 2
                visible: root.lesson.otherSpeaks
                width: Theme.thick
            }
            SpokenText {
                id: line

                maximumHeight: Math.max(root.leastLine, root.lineRoom)
                mostPx: feedback.visible ? Math.floor(answer.lettersPx / answer.leastShare) : 0
                capMm: root.roomy ? Theme.sentenceAloneCap : root.stacked || root.free ? Theme.sentenceAbovePhoneCap : Theme.sentenceBesidePhoneCap
                names: root.lesson.namesShown
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

            cellsLarger: root.roomy ? 1.7 : 1
            copiedCount: root.lesson.copiedCount
            larger: Theme.textScale > 1 ? (root.roomy ? 1.75 / Theme.textScale : 1) : root.roomy ? 1.75 : root.stacked ? 1.4 : 1
            room: root.inner - ways.height - root.belowHeight - root.between * 2 - root.leastLine
            spelled: !root.narrow || root.lesson.feedback === ""
            rows: root.lesson.note
            voice: root.voice
            width: parent.width
        }
        Rectangle {
            id: feedback

            readonly property bool praise: root.lesson.praised && !root.lesson.waits

            border.color: praise ? Theme.right : Theme.highlight
            border.width: Theme.thick * 0.7
            color: praise ? Theme.rightSoft : Theme.highlightSoft
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
                name: root.narrow ? "" : feedback.praise ? "check" : "info"
                size: Theme.mm(9) * (root.roomy ? 1.5 : 1)
            }
            SpokenText {
                id: answer

                //! The smallest size of its letters, as a share of those of the sentence.
                readonly property real leastShare: 0.8

                anchors.left: sign.visible ? sign.right : parent.left
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                capMm: line.capMm * leastShare
                maximumHeight: root.feedbackRoom
                names: root.lesson.namesShown
                objectName: "feedback"
                sentence: root.lesson.feedback
                voice: root.voice
            }
        }
    }
    // At the same place in every step: beside a phone or picture the width of the panel varies, but not its foot;
    // above them it is the other way round.
    ActionButton {
        id: trouble

        readonly property real bottomRoom: visible && !root.stacked ? height + Theme.gap : 0
        readonly property real endRoom: inRow ? width + Theme.smallGap : 0
        //! Whether it is in the row of the way; the same in all lessons.
        readonly property bool inRow: visible && root.stacked && implicitWidth + widestWay.implicitWidth + wayButton.iconSize + Theme.smallGap * 4 + pause.leastRoom <= ways.width
        readonly property real topRoom: visible && root.stacked && !inRow ? height + Theme.smallGap : 0

        height: inRow ? wayButton.height : Math.max(Theme.target, implicitHeight)
        iconName: "question"
        objectName: "trouble"
        //: On the learner's own phone: it looks different, or it did not work. At most 24 letters.
        text: qsTr("Máy tôi khác, chưa được")
        visible: root.visit.sheets.mayHaveTrouble
        width: Math.min(implicitWidth, column.width)
        x: inRow ? ways.width - width : root.stacked ? 0 : column.x
        y: inRow ? ways.y : root.stacked ? ways.y + ways.height + Theme.smallGap : parent.height - Theme.gap - height

        onActivated: root.visit.sheets.showTroubles()
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.tinyGap + trouble.bottomRoom
        anchors.left: column.left
        anchors.right: column.right
        height: root.footHeight
    }
}
