pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A pad on which a lesson's number is touched; it also says when there is no such lesson.
Sheet {
    id: root

    readonly property CounterViewModel counter: visit.counter
    readonly property bool portrait: height > width
    required property VisitViewModel visit

    Item {
        id: told

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
                maximumHeight: told.height - shown.height - Theme.gap * 2
                sentence: root.counter.padLine
                voice: root.visit.voice
                width: parent.width
            }
            Rectangle {
                id: shown

                anchors.horizontalCenter: parent.horizontalCenter
                border.color: root.counter.refused ? Theme.here : Theme.outline
                border.width: Theme.thick
                color: root.counter.refused ? Theme.hereSoft : Theme.paper
                height: Theme.mm(26 * Theme.textScale)
                radius: Theme.radius
                width: Math.min(parent.width, Theme.mm(110 * Theme.textScale))

                Label {
                    anchors.centerIn: parent
                    capMm: Theme.greetingCap
                    font.bold: true
                    font.letterSpacing: Theme.mm(2)
                    text: root.counter.digits
                }
            }
        }
    }
    Grid {
        id: pad

        readonly property real key: Math.max(Theme.target, Math.min(Theme.mm(36), ((root.portrait ? root.body.height * 0.52 : root.body.height) - spacing * 3) / 4))

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

                onActivated: root.counter.typeDigit(digit.modelData)
            }
        }
        ActionButton {
            height: pad.key
            iconName: "backspace"
            iconSize: Theme.mm(12)
            objectName: "number:erase"
            //: On the pad for a lesson's number, read aloud by a screen reader: takes back the last digit.
            spokenName: qsTr("Xóa số cuối")
            width: pad.key * 1.2

            onActivated: root.counter.eraseDigit()
        }
        ActionButton {
            capMm: Theme.titleCap
            height: pad.key
            objectName: "number:0"
            quick: true
            text: "0"
            width: pad.key * 1.2

            onActivated: root.counter.typeDigit("0")
        }
        ActionButton {
            capMm: Theme.smallCap
            height: pad.key
            manner: ActionButton.Lead
            objectName: "number:open"
            //: On the pad for a lesson's number: opens the lesson. At most 7 letters.
            text: qsTr("Mở bài")
            width: pad.key * 1.2

            onActivated: root.counter.openNumber()
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
        //: Closes the pad for a lesson's number and returns to where one was.
        text: qsTr("Quay lại")
        width: Math.min(told.width, Theme.mm(120))

        onActivated: root.counter.closePad()
    }
}
