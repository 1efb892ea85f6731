import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A QR code on a white card, scaled to its place, with a caption.
Item {
    id: root

    readonly property bool known: step.payload !== ""
    required property QrViewModel step
    required property VoiceViewModel voice

    implicitHeight: width

    Rectangle {
        id: card

        anchors.centerIn: parent
        border.color: Theme.outline
        border.width: Theme.stroke
        color: Theme.codePaper
        height: code.height + caption.implicitHeight + 3 * Theme.smallGap
        radius: Theme.radius
        visible: root.known
        width: Math.min(root.width, root.height)

        QrImage {
            id: code

            anchors.horizontalCenter: parent.horizontalCenter
            height: width
            objectName: "code"
            payload: root.step.payload
            width: Math.floor(Math.min(card.width - 2 * Theme.gap, root.height - caption.implicitHeight - 3 * Theme.smallGap))
            y: Theme.smallGap
        }
        Label {
            id: caption

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: code.bottom
            anchors.topMargin: Theme.smallGap
            color: Theme.codeInk
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.85
            text: root.step.caption
            width: card.width - 2 * Theme.gap
            wrapMode: Text.Wrap
        }
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.gap
        visible: !root.known
        width: parent.width

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.accent
            name: "person"
            size: Theme.mm(26)
        }
        Label {
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.85
            //: Shown instead of the Wi-Fi code where the centre has set no network of its own.
            text: qsTr("Bác hỏi cán bộ tên mạng và mật khẩu nhé.")
            width: parent.width
        }
    }
}
