pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The checks before the first sentence: microphone, level meter, playback and consent.
Item {
    id: root

    readonly property RecordingSession session: viewModel.session
    readonly property bool beside: width > height
    readonly property bool choice: session.microphone.devices.count > 1
    required property StudioPageModel viewModel

    Label {
        id: asked

        anchors.left: parent.left
        anchors.right: parent.right
        color: root.session.message !== "" ? Theme.call : Theme.ink
        lineHeight: 0.85
        objectName: "message"
        //: In the recording studio, above the trial of the microphone.
        text: root.session.message !== "" ? root.session.message : root.viewModel.heard ? qsTr("Nghe rõ chưa?") : root.viewModel.consent.wording !== "" ?
        //: In the recording studio: the speaker says aloud what may be done with her voice; %1 is the sentence.
        qsTr("Giữ nút đỏ và nói: %1").arg(root.viewModel.consent.wording) :
        //: In the recording studio: the speaker says anything, to try the microphone.
        qsTr("Thử mi-crô: giữ nút đỏ, nói một câu")
    }
    Column {
        id: devices

        anchors.left: parent.left
        anchors.top: asked.bottom
        anchors.topMargin: Theme.smallGap
        spacing: Theme.smallGap
        visible: root.choice
        width: root.choice ? (root.beside ? root.width * 0.36 : root.width) : 0

        Repeater {
            model: root.session.microphone.devices

            ActionButton {
                id: choice

                required property bool chosen
                required property string device
                required property string name

                height: Math.max(Theme.target, implicitHeight)
                iconName: chosen ? "check" : "microphone"
                manner: chosen ? ActionButton.Lead : ActionButton.Quiet
                objectName: "device:" + device
                text: name
                width: devices.width

                onActivated: root.session.chooseDevice(choice.device)
            }
        }
    }
    Item {
        anchors.bottom: parent.bottom
        anchors.left: root.beside && root.choice ? devices.right : parent.left
        anchors.leftMargin: root.beside && root.choice ? Theme.gap : 0
        anchors.right: parent.right
        anchors.top: root.beside || !root.choice ? asked.bottom : devices.bottom
        anchors.topMargin: Theme.smallGap

        LevelMeter {
            id: meter

            anchors.horizontalCenter: parent.horizontalCenter
            session: root.session
            height: Math.min(Theme.block, parent.height * 0.25)
            width: Math.min(parent.width, Theme.paneWidth)
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: meter.bottom
            anchors.topMargin: Theme.gap
            height: Math.min(parent.height - y, Theme.paneWidth)
            spacing: Theme.gap

            SpeakButton {
                session: root.session
                height: parent.height
                width: root.viewModel.heard ? Math.min(Theme.columnWidth, (root.width - devices.width * (root.beside ? 1 : 0)) * 0.4) : Math.min(Theme.paneWidth, root.width * (root.choice && root.beside ? 0.6 : 1))
            }
            Column {
                readonly property real share: (height - spacing) / 2

                height: parent.height
                spacing: Theme.gap
                visible: root.viewModel.heard
                width: Math.min(Theme.buttonWidth, (root.width - devices.width * (root.beside ? 1 : 0)) * 0.5)

                ActionButton {
                    enabled: root.session.recordingState === "taken"
                    height: parent.share
                    iconName: "play"
                    iconSize: Math.min(Theme.signHuge, height * 0.5)
                    objectName: "hear-back"
                    stacked: true
                    //: In the recording studio: hears one's own recording.
                    text: qsTr("Nghe thử")
                    width: parent.width

                    onActivated: root.session.hearBack()
                }
                ActionButton {
                    enabled: root.session.recordingState === "taken"
                    height: parent.share
                    iconName: "check"
                    iconSize: Math.min(Theme.block, height * 0.5)
                    manner: enabled ? ActionButton.Lead : ActionButton.Quiet
                    objectName: "go-on"
                    stacked: true
                    //: In the recording studio: the microphone is well. At most 12 letters.
                    text: qsTr("Nghe rõ rồi")
                    width: parent.width

                    onActivated: root.viewModel.goOn()
                }
            }
        }
    }
}
