pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Help when the learner's own phone differs or does not respond: the list of troubles, then one remedy after
//! the other; the last one is to call staff.
Sheet {
    id: root

    readonly property bool chosen: visit.sheets.troubleChosen

    Column {
        id: message

        //! What the answers leave when they are as low as they can be.
        readonly property real room: parent.height - answers.leastHeight - Theme.gap * 3
        readonly property real roomBelowFirst: room - (lines.itemAt(0)?.height ?? 0) - spacing * (lines.count - 1)

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.gap
        spacing: Theme.smallGap

        Repeater {
            id: lines

            model: root.visit.lines

            SpokenText {
                required property int index
                required property string modelData

                bold: index === 0
                capMm: index === 0 ? root.chosen ? Theme.sentenceCap : Theme.titleCap : Theme.bodyCap
                maximumHeight: root.chosen ? root.height * 0.34 : Math.min(root.height * 0.14, index === 0 ? message.room : message.roomBelowFirst / (lines.count - 1))
                sentence: modelData
                voice: root.visit.voice
                width: message.width
            }
        }
    }
    Picture {
        anchors.bottom: answers.top
        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        anchors.top: message.bottom
        name: "need-help"
        visible: !root.chosen && height > Theme.drawing
    }
    Column {
        id: answers

        readonly property real leastHeight: {
            let sum = -spacing;
            for (const each of children) {
                if (each instanceof ActionButton && each.visible)
                    sum += Math.max(Theme.target, each.implicitHeight) + spacing;
            }
            return sum;
        }
        readonly property real rowHeight: Math.max(Theme.target, Math.min(Theme.block, (parent.height - message.height - Theme.gap * 2 - spacing * 5) / 5))

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.smallGap

        Repeater {
            model: root.visit.sheets.troubles

            ActionButton {
                required property string name
                required property string title

                capMm: Theme.bodyCap
                height: Math.max(answers.rowHeight, implicitHeight)
                iconName: "question"
                objectName: "trouble:" + name
                text: title
                width: answers.width

                onActivated: root.visit.sheets.chooseTrouble(name)
            }
        }
        ActionButton {
            capMm: Theme.bodyCap
            height: answers.rowHeight
            iconName: "check"
            manner: ActionButton.Lead
            objectName: "trouble-done"
            //: What was tried on her own phone has helped. At most 12 letters.
            text: qsTr("Được rồi")
            visible: root.chosen
            width: answers.width

            onActivated: root.visit.sheets.showTroubles()
        }
        ActionButton {
            capMm: Theme.bodyCap
            height: answers.rowHeight
            iconName: "next"
            objectName: "trouble-tried"
            //: What was tried on her own phone has not helped: tells the next thing. At most 16 letters.
            text: qsTr("Vẫn chưa được")
            visible: root.chosen && root.visit.sheets.moreToTry
            width: answers.width

            onActivated: root.visit.sheets.triedInVain()
        }
        ActionButton {
            capMm: Theme.bodyCap
            height: answers.rowHeight
            iconName: "hand"
            manner: ActionButton.Call
            objectName: "trouble-call"
            //: On the sheet of troubles: calls a person. At most 12 letters.
            text: qsTr("Gọi cán bộ")
            width: answers.width

            onActivated: root.visit.sheets.callStaff()
        }
        ActionButton {
            height: answers.rowHeight
            iconName: "back"
            objectName: "trouble-close"
            //: On the sheet of troubles: back to the step. At most 10 letters.
            text: qsTr("Quay lại")
            visible: !root.chosen
            width: answers.width

            onActivated: root.visit.sheets.showTroubles()
        }
    }
}
