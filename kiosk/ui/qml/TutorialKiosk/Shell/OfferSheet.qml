import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Asks the learner before staff open another lesson. No button is at the place of the bar, so that a touch
//! meant for the bar agrees to nothing.
Sheet {
    id: root

    readonly property StaffAssistViewModel assist: visit.assist
    readonly property bool portrait: height > width

    Picture {
        id: picture

        anchors.left: parent.left
        height: root.portrait ? parent.height * 0.34 : Math.max(Theme.picture, words.height)
        name: "together"
        width: root.portrait ? parent.width : parent.width * 0.3
        y: root.portrait ? Theme.gap : Math.max(Theme.gap, (buttons.y - height) / 2)
    }
    Column {
        id: words

        readonly property real share: (root.portrait ? buttons.y - picture.height : buttons.y) - Theme.gap * 4

        anchors.left: root.portrait ? parent.left : picture.right
        anchors.leftMargin: root.portrait ? 0 : Theme.gap
        anchors.right: parent.right
        spacing: Theme.gap
        y: root.portrait ? picture.height + Theme.gap * 3 : Math.max(Theme.gap, (buttons.y - height) / 2)

        SpokenText {
            alignment: root.portrait ? Text.AlignHCenter : Text.AlignLeft
            capMm: Theme.sentenceCap * 1.25
            maximumHeight: words.share * 0.3
            sentence: root.assist.question[0] ?? ""
            voice: root.visit.voice
            width: parent.width
        }
        Rectangle {
            border.color: Theme.highlight
            border.width: Theme.thick
            color: Theme.highlightSoft
            height: Math.max(title.implicitHeight, number.implicitHeight) + Theme.gap
            radius: Theme.radius
            width: parent.width

            Label {
                id: number

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                capMm: Theme.titleCap * 1.4
                color: Theme.accent
                font.bold: true
                text: root.assist.offeredNumber
            }
            SpokenText {
                id: title

                anchors.left: number.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                bold: true
                capMm: Theme.titleCap * 1.4
                maximumHeight: words.share * 0.36
                sentence: root.assist.question[1] ?? ""
                voice: root.visit.voice
            }
        }
        SpokenText {
            alignment: root.portrait ? Text.AlignHCenter : Text.AlignLeft
            bold: true
            capMm: Theme.titleCap * 1.5
            maximumHeight: words.share * 0.26
            sentence: root.assist.question[2] ?? ""
            voice: root.visit.voice
            width: parent.width
        }
    }
    // Positioned without a Row, so that each button is in its final place from the first moment.
    Item {
        id: buttons

        readonly property real share: (width - Theme.gap * 2) / 2

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.block
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.block

        ActionButton {
            capMm: Theme.bodyCap * 1.2
            height: Theme.block
            iconName: "cross"
            objectName: "offer-no"
            //: The person does not want another lesson to be opened. At most 16 letters.
            text: qsTr("Không, học tiếp")
            width: buttons.share

            onActivated: root.assist.decline()
        }
        ActionButton {
            anchors.right: parent.right
            capMm: Theme.bodyCap * 1.2
            height: Theme.block
            iconName: "check"
            manner: ActionButton.Lead
            objectName: "offer-yes"
            //: The person agrees that another lesson is opened. At most 16 letters.
            text: qsTr("Tôi đồng ý")
            width: buttons.share

            onActivated: root.assist.agree()
        }
    }
}
