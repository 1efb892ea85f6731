pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    //! How much larger everything but the text is on a wide phone.
    readonly property real growth: Math.max(1, width / Theme.mm(125))
    readonly property real keyRoom: keys.count > 0 ? keyRow.height + Theme.gap : 0
    //! Who can still answer has not done so: else the caller is being listened to.
    readonly property bool ringing: root.element.fields.keys.includes("answer")

    implicitHeight: caller.tall + Theme.gap * 2 + keyRoom
    squeezed: name.squeezed

    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Theme.high ? Theme.stroke : 0
        color: Theme.cameraView
        radius: Theme.gap
    }
    PhoneColumn {
        id: caller

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap
        width: parent.width - 2 * Theme.gap
        y: Math.max(Theme.gap, (parent.height - root.keyRoom - tall) / 2)

        PhoneLabel {
            id: callState

            // In one line, as far as letters may shrink.
            capMm: Theme.smallCap * Math.max(1, Math.min(root.letterScale, 0.99 * width / Math.max(1, lineRuler.contentWidth))) / root.letterScale
            color: Theme.cameraSign
            horizontalAlignment: Text.AlignHCenter
            letterScale: root.letterScale
            text: root.element.phone.hungUp ? "Cuộc gọi đã kết thúc" : root.ringing ? "Cuộc gọi đến" : "Đang nghe máy"
            width: parent.width
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Theme.cameraSign
            border.width: Theme.thick
            color: Theme.cameraView
            height: width
            radius: width / 2
            width: Math.round(Theme.block * root.growth)

            Icon {
                anchors.centerIn: parent
                colour: Theme.cameraSign
                name: "person"
                size: Theme.mm(18 * root.growth)
            }
        }
        PhoneLabel {
            id: name

            // As large as the longest word allows; a phone number counts as one word.
            capMm: Theme.bodyCap * 1.2 * Math.min(1, width / Math.max(1, ruler.contentWidth))
            color: Theme.cameraSign
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            letterScale: root.letterScale
            text: Theme.withoutBadBreaks(root.element.fields.incoming)
            width: parent.width
        }
    }
    PhoneLabel {
        id: lineRuler

        text: callState.text
        visible: false
        wrapMode: Text.NoWrap
    }
    PhoneLabel {
        id: ruler

        capMm: Theme.bodyCap * 1.2
        font.bold: true
        letterScale: root.letterScale
        text: name.text.split(" ").join("\n")
        visible: false
        wrapMode: Text.NoWrap
    }
    Row {
        id: keyRow

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        enabled: !root.element.phone.hungUp
        height: keys.count > 0 ? Theme.mm(30 * root.growth) : 0
        // Hidden keys still take their space.
        opacity: enabled ? 1 : 0
        spacing: Theme.mm(24 * root.growth)

        Repeater {
            id: keys

            model: root.element.fields.keys

            PhoneTarget {
                id: key

                readonly property bool declines: modelData === "decline"
                required property string modelData

                element: root.element
                height: keyRow.height
                name: modelData
                text: !declines ? "Trả lời" : root.ringing ? "Từ chối" : "Cúp máy"
                width: height

                background: Rectangle {
                    border.color: Theme.cameraSign
                    border.width: Theme.stroke
                    color: key.declines ? Theme.callRed : Theme.callGreen
                    radius: width / 2

                    Glow {
                        on: key.glowing
                        radius: height / 2
                    }
                }
                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        colour: Theme.cameraSign
                        name: key.declines ? "hang-up" : "call"
                        size: Theme.mm(17 * root.growth)
                    }
                }
            }
        }
    }
}
