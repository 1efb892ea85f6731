pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Recording of one sentence: listen, record, play back, then save or record again.
Item {
    id: root

    readonly property bool beside: width > height
    readonly property RecordingSession session: viewModel.session
    readonly property SentenceRecorder recorder: viewModel.recorder
    readonly property bool idle: !session.onAir && session.recordingState !== "working" && !recorder.busy
    //! Whether there is an old recording that may fit the edited sentence.
    readonly property bool offered: recorder.oldSource !== ""
    required property StudioPageModel viewModel
    readonly property bool taken: session.recordingState === "taken" || session.recordingState === "missing" && session.holds

    Item {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.max(sign.height, progress.height)

        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.accent
            name: root.recorder.icon
            size: Theme.sign
        }
        Label {
            id: place

            anchors.left: sign.right
            anchors.leftMargin: Theme.smallGap
            anchors.verticalCenter: parent.verticalCenter
            capMm: Theme.leastCap
            color: Theme.faintInk
            lineHeight: 0.82
            maximumLineCount: 2
            text: root.recorder.place
            width: root.width * 0.5
        }
        ProgressLine {
            id: progress

            anchors.left: place.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            done: root.recorder.recordedCount
            of: root.recorder.count
        }
    }
    Rectangle {
        id: card

        anchors.left: parent.left
        anchors.top: head.bottom
        anchors.topMargin: Theme.smallGap
        border.color: root.session.praising ? Theme.right : root.session.message !== "" ? Theme.call : Theme.hairline
        border.width: root.session.message !== "" ? Theme.thick : Theme.stroke
        color: Theme.paper
        height: root.beside ? foot.y - y - Theme.smallGap : (foot.y - y) * 0.45
        radius: Theme.radius
        width: root.beside ? root.width * 0.54 : root.width

        SpokenText {
            id: source

            capMm: Theme.sentenceCap
            maximumHeight: (card.height - Theme.smallGap * 3) * (second.text === "" ? 1 : 0.55)
            objectName: "source"
            sentence: root.recorder.source
            voice: root.viewModel.voice
            width: parent.width - 2 * x - (done.visible ? done.width : 0)
            x: Theme.gap
            y: Theme.smallGap
        }
        Icon {
            id: done

            anchors.right: parent.right
            anchors.rightMargin: Theme.smallGap
            anchors.top: parent.top
            anchors.topMargin: Theme.smallGap
            colour: Theme.right
            name: root.recorder.recorded ? "check" : ""
            objectName: "recorded"
            size: Theme.signLarge
        }
        Rectangle {
            anchors.left: parent.left
            anchors.margins: Theme.gap
            anchors.right: parent.right
            anchors.top: source.bottom
            anchors.topMargin: Theme.smallGap
            color: Theme.hairline
            height: Theme.stroke
            visible: second.text !== ""
        }
        StudioWords {
            id: second

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.smallGap
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.top: source.bottom
            anchors.topMargin: Theme.smallGap * 2
            objectName: "message"
            //: In the recording studio: above an edited sentence's old words. %1 is the old sentence.
            text: root.session.message !== "" ? root.session.message : root.offered ? qsTr("Trước đây là: %1").arg(root.recorder.oldSource) : root.recorder.translation
            warning: root.session.message !== "" && !root.session.praising
        }
    }
    Item {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.smallGap
        anchors.left: root.beside ? card.right : parent.left
        anchors.leftMargin: root.beside ? Theme.gap : 0
        anchors.right: parent.right
        anchors.top: root.beside ? head.bottom : card.bottom
        anchors.topMargin: Theme.smallGap

        LevelMeter {
            id: meter

            session: root.session
            height: Math.min(Theme.primary, parent.height * 0.2)
            visible: !root.offered
            width: parent.width
        }
        SpeakButton {
            anchors.bottom: parent.bottom
            anchors.top: meter.bottom
            anchors.topMargin: Theme.smallGap
            session: root.session
            enabled: root.session.mayRecord && !root.recorder.busy
            visible: !root.offered && !root.taken
            width: parent.width
        }
        // The buttons to keep or repeat a recording after it was heard.
        Row {
            id: verdict

            readonly property real share: (width - spacing) / 2

            anchors.bottom: parent.bottom
            anchors.top: root.offered ? parent.top : meter.bottom
            anchors.topMargin: root.offered ? 0 : Theme.smallGap
            spacing: Theme.gap
            visible: root.offered || root.taken
            width: parent.width

            Column {
                readonly property real share: (height - spacing) / 2

                height: parent.height
                spacing: Theme.smallGap
                width: verdict.share

                ActionButton {
                    enabled: root.idle
                    height: parent.share
                    iconName: "play"
                    iconSize: Math.min(Theme.primary, height * 0.45)
                    objectName: "hear-back"
                    stacked: true
                    text: root.offered ?
                    //: In the recording studio: hears the recording of the sentence as it was before. At most 12 letters.
                    qsTr("Nghe bản cũ") : qsTr("Nghe thử")
                    width: parent.width

                    onActivated: root.offered ? root.recorder.hearKept() : root.session.hearBack()
                }
                ActionButton {
                    enabled: root.idle
                    height: parent.share
                    iconName: root.offered ? "microphone" : "again"
                    iconSize: Math.min(Theme.primary, height * 0.45)
                    objectName: "again"
                    stacked: true
                    //: In the recording studio: speaks the sentence once more. At most 8 letters.
                    text: qsTr("Nói lại")
                    width: parent.width

                    onActivated: root.offered ? root.recorder.renew() : root.recorder.again()
                }
            }
            ActionButton {
                enabled: root.idle
                height: parent.height
                iconName: "check"
                iconSize: Math.min(Theme.drawing, height * 0.5, width * 0.6)
                manner: ActionButton.Lead
                objectName: "keep"
                stacked: true
                text: root.offered ?
                //: In the recording studio: an old recording is still right. At most 10 letters.
                qsTr("Vẫn đúng") :
                //: In the recording studio: keeps what was recorded. At most 10 letters.
                qsTr("Được rồi")
                width: verdict.share

                onActivated: root.offered ? root.recorder.confirm() : root.recorder.keep()
            }
        }
    }
    Row {
        id: foot

        readonly property int count: several ? 5 : 3
        readonly property bool several: root.recorder.count > 1
        readonly property real share: (width - spacing * (count - 1)) / count

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.smallGap

        ActionButton {
            enabled: root.idle
            height: Theme.primary
            iconName: "back"
            iconSize: Theme.sign
            objectName: "before"
            //: In the recording studio, read aloud by a screen reader: goes to the sentence before.
            spokenName: qsTr("Câu trước")
            visible: foot.several
            width: foot.share

            onActivated: root.recorder.turn(-1)
        }
        ActionButton {
            enabled: root.idle
            height: Theme.primary
            iconName: "hear"
            iconSize: Theme.signLarge
            manner: ActionButton.Lead
            objectName: "ear"
            //: In the recording studio, read aloud by a screen reader: says the Vietnamese sentence.
            spokenName: qsTr("Nghe tiếng Việt")
            width: foot.share

            onActivated: root.recorder.hearSource()
        }
        ActionButton {
            enabled: root.idle && root.recorder.recorded
            height: Theme.primary
            iconName: "play"
            iconSize: Theme.sign
            objectName: "hear-kept"
            opacity: root.recorder.recorded ? 1 : 0
            //: In the recording studio, read aloud by a screen reader: hears the recording that was kept.
            spokenName: qsTr("Nghe bản đã giữ")
            width: foot.share

            onActivated: root.recorder.hearKept()
        }
        ActionButton {
            enabled: root.idle && root.recorder.mayUndo
            height: Theme.primary
            iconName: "undo"
            iconSize: Theme.sign
            objectName: "undo"
            opacity: root.recorder.mayUndo ? 1 : 0
            //: In the recording studio, read aloud by a screen reader: takes back the recording that was kept last.
            spokenName: qsTr("Bỏ bản vừa giữ")
            width: foot.share

            onActivated: root.recorder.undo()
        }
        ActionButton {
            enabled: root.idle
            height: Theme.primary
            iconName: "next"
            iconSize: Theme.sign
            objectName: "after"
            //: In the recording studio, read aloud by a screen reader: goes to the sentence after.
            spokenName: qsTr("Câu sau")
            visible: foot.several
            width: foot.share

            onActivated: root.recorder.turn(1)
        }
    }
}
