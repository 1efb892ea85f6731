pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Larger letters, clearer colours, a slower or louder voice.
Sheet {
    id: root

    readonly property real rowHeight: Math.min(Theme.mm(46), (body.height - done.height - Theme.gap * 5) / 4)
    required property VisitViewModel visit

    //: Heading of the page for letters, colours and voice.
    heading: qsTr("Cho dễ nhìn, dễ nghe")

    Column {
        id: rows

        readonly property real optionsWidth: width - Math.min(width * 0.26, Theme.mm(90)) - Theme.smallGap

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap
        y: (done.y - height) / 2

        Row4 {
            id: sizes

            Caption {
                iconName: "text-size"
                //: Before the three sizes of letters.
                text: qsTr("Cỡ chữ")
            }
            Option {
                chosen: root.visit.comfort.textSize === "normal"
                objectName: "text-normal"
                //: The usual size of letters.
                text: qsTr("Vừa")
                width: (rows.optionsWidth - Theme.smallGap * 2) / 3

                onActivated: root.visit.comfort.chooseTextSize("normal")
            }
            Option {
                capMm: Theme.smallCap * Theme.scaleOf("large")
                chosen: root.visit.comfort.textSize === "large"
                objectName: "text-large"
                //: Large letters.
                text: qsTr("To")
                width: (rows.optionsWidth - Theme.smallGap * 2) / 3

                onActivated: root.visit.comfort.chooseTextSize("large")
            }
            Option {
                capMm: Theme.smallCap * Theme.scaleOf("largest")
                chosen: root.visit.comfort.textSize === "largest"
                objectName: "text-largest"
                //: The largest letters.
                text: qsTr("Rất to")
                width: (rows.optionsWidth - Theme.smallGap * 2) / 3

                onActivated: root.visit.comfort.chooseTextSize("largest")
            }
        }
        Row4 {
            Caption {
                iconName: "contrast"
                //: Before the two choices of colours.
                text: qsTr("Màu")
            }
            Option {
                chosen: root.visit.comfort.contrast === "warm"
                objectName: "contrast-warm"
                //: The usual colours.
                text: qsTr("Nền sáng")
                width: (rows.optionsWidth - Theme.smallGap) / 2

                onActivated: root.visit.comfort.chooseContrast("warm")
            }
            Option {
                chosen: root.visit.comfort.contrast === "high"
                objectName: "contrast-high"
                //: White and yellow on black.
                text: qsTr("Nền đen, chữ rõ")
                width: (rows.optionsWidth - Theme.smallGap) / 2

                onActivated: root.visit.comfort.chooseContrast("high")
            }
        }
        Row4 {
            Caption {
                iconName: "slow"
                //: Before the two speeds of the voice.
                text: qsTr("Giọng đọc")
            }
            Option {
                chosen: !root.visit.comfort.slow
                objectName: "voice-normal"
                //: The usual speed of the voice.
                text: qsTr("Bình thường")
                width: (rows.optionsWidth - Theme.smallGap) / 2

                onActivated: root.visit.comfort.chooseSlow(false)
            }
            Option {
                chosen: root.visit.comfort.slow
                objectName: "voice-slow"
                //: A slow voice.
                text: qsTr("Đọc chậm")
                width: (rows.optionsWidth - Theme.smallGap) / 2

                onActivated: root.visit.comfort.chooseSlow(true)
            }
        }
        Row4 {
            Caption {
                iconName: "sound"
                //: Before the loudness of the voice.
                text: qsTr("Tiếng to nhỏ")
            }
            Option {
                chosen: false
                enabled: root.visit.comfort.volume > 1
                iconName: "minus"
                objectName: "quieter"
                //: Read aloud by a screen reader: a softer voice.
                spokenName: qsTr("Nhỏ hơn")
                width: Theme.mm(28)

                onActivated: root.visit.comfort.chooseVolume(root.visit.comfort.volume - 1)
            }
            Item {
                height: root.rowHeight
                width: rows.optionsWidth - Theme.mm(28) * 2 - Theme.smallGap * 2

                Row {
                    anchors.centerIn: parent
                    spacing: Theme.smallGap

                    Repeater {
                        model: 5

                        Rectangle {
                            required property int index

                            anchors.bottom: parent?.bottom
                            border.color: Theme.lead
                            border.width: Theme.stroke
                            color: index < root.visit.comfort.volume ? Theme.lead : "transparent"
                            height: Theme.mm(5 + index * 2.6)
                            radius: Theme.mm(1)
                            width: Theme.mm(7)
                        }
                    }
                }
            }
            Option {
                chosen: false
                enabled: root.visit.comfort.volume < 5
                iconName: "plus"
                objectName: "louder"
                //: Read aloud by a screen reader: a louder voice.
                spokenName: qsTr("To hơn")
                width: Theme.mm(28)

                onActivated: root.visit.comfort.chooseVolume(root.visit.comfort.volume + 1)
            }
        }
    }
    ActionButton {
        id: done

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        capMm: Theme.bodyCap
        height: Theme.primary
        iconName: "check"
        manner: ActionButton.Lead
        objectName: "adjusted"
        //: Closes the page for letters, colours and voice.
        text: qsTr("Xong")
        width: Math.min(parent.width, Theme.mm(120))

        onActivated: root.visit.adjust()
    }

    component Caption: Item {
        id: caption

        required property string iconName
        required property string text

        height: root.rowHeight
        width: Math.min(root.body.width * 0.26, Theme.mm(90))

        Icon {
            id: captionIcon

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.lead
            name: caption.iconName
            size: Math.min(Theme.mm(12), root.rowHeight * 0.7)
        }
        Label {
            anchors.left: captionIcon.right
            anchors.leftMargin: Theme.smallGap
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            capMm: Theme.smallCap
            font.bold: true
            lineHeight: 0.85
            text: caption.text
        }
    }
    component Option: ActionButton {
        required property bool chosen

        Accessible.checkable: true
        Accessible.checked: chosen
        anchors.verticalCenter: parent?.verticalCenter
        height: Math.min(root.rowHeight, Theme.mm(34))
        iconName: chosen ? "check" : ""
        iconSize: Theme.mm(10)
        manner: chosen ? ActionButton.Lead : ActionButton.Quiet
    }
    component Row4: Row {
        property string caption: ""
        property string iconName: ""

        height: root.rowHeight
        spacing: Theme.smallGap
        width: parent.width
    }
}
