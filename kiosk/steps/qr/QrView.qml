import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A code on a white card, as large as its place, with its words under it.
Item {
    id: root

    required property QrViewModel step
    required property VoiceViewModel voice

    readonly property bool known: step.payload !== ""

    implicitHeight: width

    Rectangle {
        id: card

        anchors.centerIn: parent
        width: Math.min(root.width, root.height)
        height: code.height + caption.implicitHeight + 3 * Theme.smallGap
        visible: root.known
        color: Theme.codePaper
        border.width: Theme.stroke
        border.color: Theme.outline
        radius: Theme.radius

        QrImage {
            id: code

            objectName: "code"
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.smallGap
            width: Math.floor(Math.min(card.width - 2 * Theme.gap, root.height - caption.implicitHeight - 3 * Theme.smallGap))
            height: width
            payload: root.step.payload
        }

        Label {
            id: caption

            anchors.top: code.bottom
            anchors.topMargin: Theme.smallGap
            anchors.horizontalCenter: parent.horizontalCenter
            width: card.width - 2 * Theme.gap
            text: root.step.caption
            color: Theme.codeInk
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.85
            wrapMode: Text.Wrap
        }
    }

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.gap
        visible: !root.known

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "person"
            colour: Theme.lead
            size: Theme.mm(26)
        }

        Label {
            width: parent.width
            //: Shown instead of the Wi-Fi code where the centre has set no network of its own.
            text: qsTr("Bác hỏi cán bộ tên mạng và mật khẩu nhé.")
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.85
        }
    }
}
