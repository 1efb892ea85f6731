pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Before the first sentence: which microphone, does the meter rise, and can it be heard?
Item {
    id: root

    readonly property StudioBooth booth: room.booth
    readonly property bool beside: width > height
    readonly property bool choice: booth.microphone.devices.length > 1
    required property StudioRoomModel room

    Label {
        id: asked

        anchors.left: parent.left
        anchors.right: parent.right
        color: root.booth.told !== "" ? Theme.call : Theme.ink
        lineHeight: 0.85
        objectName: "told"
        //: In the recording studio, above the trial of the microphone.
        text: root.booth.told !== "" ? root.booth.told : root.room.heard ? qsTr("Nghe rõ chưa?") :
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
            model: root.booth.microphone.devices.slice(0, 4)

            ActionButton {
                id: device

                required property var modelData

                height: Math.max(Theme.target, implicitHeight)
                iconName: modelData.chosen ? "check" : "microphone"
                manner: modelData.chosen ? ActionButton.Lead : ActionButton.Quiet
                objectName: "device:" + modelData.id
                text: modelData.name
                width: devices.width

                onActivated: root.booth.chooseDevice(device.modelData.id)
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
            booth: root.booth
            height: Math.min(Theme.mm(30), parent.height * 0.25)
            width: Math.min(parent.width, Theme.mm(160))
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: meter.bottom
            anchors.topMargin: Theme.gap
            height: Math.min(parent.height - y, Theme.mm(130))
            spacing: Theme.gap

            SpeakButton {
                booth: root.booth
                height: parent.height
                width: root.room.heard ? Math.min(Theme.mm(80), (root.width - devices.width * (root.beside ? 1 : 0)) * 0.4) : Math.min(Theme.mm(150), root.width * (root.choice && root.beside ? 0.6 : 1))
            }
            Column {
                readonly property real share: (height - spacing) / 2

                height: parent.height
                spacing: Theme.gap
                visible: root.room.heard
                width: Math.min(Theme.mm(110), (root.width - devices.width * (root.beside ? 1 : 0)) * 0.5)

                ActionButton {
                    enabled: root.booth.doing === "taken"
                    height: parent.share
                    iconName: "play"
                    iconSize: Math.min(Theme.mm(22), height * 0.5)
                    objectName: "hear-back"
                    stacked: true
                    //: In the recording studio: hears one's own recording.
                    text: qsTr("Nghe thử")
                    width: parent.width

                    onActivated: root.booth.hearBack()
                }
                ActionButton {
                    enabled: root.booth.doing === "taken"
                    height: parent.share
                    iconName: "check"
                    iconSize: Math.min(Theme.mm(26), height * 0.5)
                    manner: enabled ? ActionButton.Lead : ActionButton.Quiet
                    objectName: "go-on"
                    stacked: true
                    //: In the recording studio: the microphone is well. At most 12 letters.
                    text: qsTr("Nghe rõ rồi")
                    width: parent.width

                    onActivated: root.room.goOn()
                }
            }
        }
    }
}
