pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The pad for typing a lesson number; it also shows when there is no such lesson.
Sheet {
    id: root

    readonly property StaffAssistViewModel assist: visit.assist
    readonly property bool portrait: height > width

    Item {
        id: message

        anchors.bottom: root.portrait ? pad.top : close.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: root.portrait ? parent.right : pad.left
        anchors.rightMargin: root.portrait ? 0 : Theme.gap * 2
        anchors.top: parent.top

        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap
            width: parent.width

            SpokenText {
                alignment: Text.AlignHCenter
                bold: true
                capMm: Theme.titleCap
                maximumHeight: message.height - shown.height - Theme.gap * 2
                sentence: root.assist.padLine
                voice: root.visit.voice
                width: parent.width
            }
            Rectangle {
                id: shown

                anchors.horizontalCenter: parent.horizontalCenter
                border.color: root.assist.refused ? Theme.highlight : Theme.outline
                border.width: Theme.thick
                color: root.assist.refused ? Theme.highlightSoft : Theme.paper
                height: Theme.scaled(Theme.block)
                radius: Theme.radius
                width: Math.min(parent.width, Theme.scaled(Theme.buttonWidth))

                Label {
                    anchors.centerIn: parent
                    capMm: Theme.greetingCap
                    font.bold: true
                    font.letterSpacing: Theme.slimGap
                    text: root.assist.digits
                }
            }
        }
    }
    Grid {
        id: pad

        readonly property real key: Math.max(Theme.target, Math.min(Theme.drawing, ((root.portrait ? root.body.height * 0.52 : root.body.height) - spacing * 3) / 4))

        anchors.bottom: root.portrait ? close.top : undefined
        anchors.bottomMargin: Theme.gap * 2
        anchors.horizontalCenter: root.portrait ? parent.horizontalCenter : undefined
        anchors.right: root.portrait ? undefined : parent.right
        anchors.verticalCenter: root.portrait ? undefined : parent.verticalCenter
        columns: 3
        spacing: Theme.smallGap

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

            ActionButton {
                id: digit

                required property string modelData

                capMm: Theme.titleCap
                height: pad.key
                objectName: "number:" + modelData
                quick: true
                text: modelData
                width: pad.key * 1.2

                onActivated: root.assist.typeDigit(digit.modelData)
            }
        }
        ActionButton {
            height: pad.key
            iconName: "backspace"
            iconSize: Theme.signLarge
            objectName: "number:erase"
            //: On the pad for a lesson's number, read aloud by a screen reader: takes back the last digit.
            spokenName: qsTr("Xóa số cuối")
            width: pad.key * 1.2

            onActivated: root.assist.eraseDigit()
        }
        ActionButton {
            capMm: Theme.titleCap
            height: pad.key
            objectName: "number:0"
            quick: true
            text: "0"
            width: pad.key * 1.2

            onActivated: root.assist.typeDigit("0")
        }
        ActionButton {
            capMm: Theme.smallCap
            height: pad.key
            manner: ActionButton.Lead
            objectName: "number:open"
            //: On the pad for a lesson's number: opens the lesson. At most 7 letters.
            text: qsTr("Mở bài")
            width: pad.key * 1.2

            onActivated: root.assist.openNumber()
        }
    }
    ActionButton {
        id: close

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: root.portrait ? parent.horizontalCenter : undefined
        anchors.left: root.portrait ? undefined : parent.left
        height: Theme.primary
        iconName: "back"
        objectName: "number-close"
        //: Closes the pad for a lesson's number and returns to the previous page.
        text: qsTr("Quay lại")
        width: Math.min(message.width, Theme.buttonWidth)

        onActivated: root.assist.closePad()
    }
}
