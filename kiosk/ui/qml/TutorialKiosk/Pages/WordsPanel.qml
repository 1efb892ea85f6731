pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What is told: the step's sentence, a note to read off, the answer to the last touch.
Rectangle {
    id: root

    required property VisitViewModel visit
    //! How high the view of the step's kind is that stands under the words; 0 for none.
    property real footHeight: 0
    readonly property Item foot: foot

    readonly property LessonViewModel lesson: visit.lesson
    readonly property real belowHeight: footHeight > 0 ? footHeight + Theme.gap : 0
    readonly property real inner: height - Theme.gap * 2
    readonly property real feedbackRoom: inner * 0.36
    readonly property real spent: ways.height + (goal.visible ? goal.height + Theme.smallGap : 0) + (note.visible ? note.height + Theme.gap : 0) + (feedback.visible ? feedback.height + Theme.gap : 0) + belowHeight + Theme.gap

    color: Theme.paper
    border.width: Theme.stroke
    border.color: Theme.hairline
    radius: Theme.radius

    WayNames {
        id: names
    }

    Item {
        id: ways

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gap
        height: wayButton.height

        ActionButton {
            id: wayButton

            objectName: "ways"
            width: Math.min(implicitWidth, parent.width - (hint.visible ? hint.width + Theme.smallGap : 0))
            height: Math.max(Theme.target, implicitHeight)
            iconName: names.iconOf(root.lesson.way)
            text: root.lesson.stepNumber > 0 ? names.nameOf(root.lesson.way) + " · " + root.lesson.stepNumber + "/" + root.lesson.stepCount : names.nameOf(root.lesson.way)
            onActivated: root.visit.showWays()
        }

        ActionButton {
            id: hint

            objectName: "hint"
            anchors.right: parent.right
            height: wayButton.height
            visible: root.lesson.mayAskHelp
            iconName: "question"
            //: Asks for a hint. At most 6 letters.
            text: qsTr("Gợi ý")
            onActivated: root.lesson.askHelp()
        }
    }

    Column {
        id: column

        anchors.top: ways.bottom
        anchors.topMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap * 1.4
        anchors.rightMargin: Theme.gap * 1.4
        spacing: Theme.gap

        SpokenText {
            id: goal

            width: parent.width
            voice: root.visit.voice
            sentence: root.lesson.goal
            capMm: Theme.bodyCap
            colour: Theme.faintInk
            bold: true
            maximumHeight: root.inner * 0.3
        }

        SpokenText {
            id: line

            objectName: "line"
            width: parent.width
            voice: root.visit.voice
            sentence: root.lesson.line
            maximumHeight: Math.max(Theme.mm(14), root.inner - root.spent)
        }

        PaperNote {
            id: note

            width: parent.width
            rows: root.lesson.note
        }

        Rectangle {
            id: feedback

            width: parent.width
            height: Math.max(answer.implicitHeight, sign.height) + Theme.smallGap * 2
            visible: root.lesson.feedback !== ""
            color: Theme.hereSoft
            border.width: Theme.stroke
            border.color: Theme.here
            radius: Theme.radius

            Icon {
                id: sign

                anchors.left: parent.left
                anchors.leftMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                name: "info"
                colour: Theme.ink
                size: Theme.mm(9)
            }

            SpokenText {
                id: answer

                objectName: "feedback"
                anchors.left: sign.right
                anchors.leftMargin: Theme.smallGap
                anchors.right: parent.right
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                voice: root.visit.voice
                sentence: root.lesson.feedback
                capMm: Theme.bodyCap
                maximumHeight: root.feedbackRoom
            }
        }
    }

    Item {
        id: foot

        anchors.left: column.left
        anchors.right: column.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        height: root.footHeight
    }
}
