pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Larger letters, clearer colours, a slower or louder voice.
Sheet {
    id: root

    required property VisitViewModel visit

    readonly property real rowHeight: (body.height - done.height - Theme.gap * 4) / 4

    //: Heading of the page for letters, colours and voice.
    heading: qsTr("Cho dễ nhìn, dễ nghe")

    component Row4: Row {
        property string caption: ""
        property string iconName: ""

        spacing: Theme.smallGap
        height: root.rowHeight
        width: parent.width
    }

    component Caption: Item {
        id: caption

        required property string iconName
        required property string text

        width: Math.min(root.body.width * 0.26, Theme.mm(90))
        height: root.rowHeight

        Icon {
            id: captionIcon

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: caption.iconName
            colour: Theme.lead
            size: Math.min(Theme.mm(12), root.rowHeight * 0.7)
        }

        Label {
            anchors.left: captionIcon.right
            anchors.leftMargin: Theme.smallGap
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: caption.text
            capMm: Theme.smallCap
            font.bold: true
            lineHeight: 0.85
        }
    }

    component Option: ActionButton {
        required property bool chosen

        height: Math.min(root.rowHeight, Theme.mm(30))
        anchors.verticalCenter: parent?.verticalCenter
        manner: chosen ? ActionButton.Lead : ActionButton.Quiet
        iconName: chosen ? "check" : ""
        Accessible.checkable: true
        Accessible.checked: chosen
    }

    Column {
        id: rows

        readonly property real optionsWidth: width - Math.min(width * 0.26, Theme.mm(90)) - Theme.smallGap

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        Row4 {
            id: sizes

            Caption {
                iconName: "text-size"
                //: Before the three sizes of letters.
                text: qsTr("Cỡ chữ")
            }
            Option {
                objectName: "text-normal"
                width: (rows.optionsWidth - Theme.smallGap * 2) / 3
                chosen: root.visit.textSize === "normal"
                //: The usual size of letters.
                text: qsTr("Vừa")
                onActivated: root.visit.chooseTextSize("normal")
            }
            Option {
                objectName: "text-large"
                width: (rows.optionsWidth - Theme.smallGap * 2) / 3
                chosen: root.visit.textSize === "large"
                //: Large letters.
                text: qsTr("To")
                capMm: Theme.bodyCap
                onActivated: root.visit.chooseTextSize("large")
            }
            Option {
                objectName: "text-largest"
                width: (rows.optionsWidth - Theme.smallGap * 2) / 3
                chosen: root.visit.textSize === "largest"
                //: The largest letters.
                text: qsTr("Rất to")
                capMm: Theme.sentenceCap
                onActivated: root.visit.chooseTextSize("largest")
            }
        }

        Row4 {
            Caption {
                iconName: "contrast"
                //: Before the two choices of colours.
                text: qsTr("Màu")
            }
            Option {
                objectName: "contrast-warm"
                width: (rows.optionsWidth - Theme.smallGap) / 2
                chosen: root.visit.contrast === "warm"
                //: The usual colours.
                text: qsTr("Nền sáng")
                onActivated: root.visit.chooseContrast("warm")
            }
            Option {
                objectName: "contrast-high"
                width: (rows.optionsWidth - Theme.smallGap) / 2
                chosen: root.visit.contrast === "high"
                //: White and yellow on black.
                text: qsTr("Nền đen, chữ rõ")
                onActivated: root.visit.chooseContrast("high")
            }
        }

        Row4 {
            Caption {
                iconName: "slow"
                //: Before the two speeds of the voice.
                text: qsTr("Giọng đọc")
            }
            Option {
                objectName: "voice-normal"
                width: (rows.optionsWidth - Theme.smallGap) / 2
                chosen: !root.visit.slow
                //: The usual speed of the voice.
                text: qsTr("Bình thường")
                onActivated: root.visit.chooseSlow(false)
            }
            Option {
                objectName: "voice-slow"
                width: (rows.optionsWidth - Theme.smallGap) / 2
                chosen: root.visit.slow
                //: A slow voice.
                text: qsTr("Đọc chậm")
                onActivated: root.visit.chooseSlow(true)
            }
        }

        Row4 {
            Caption {
                iconName: "sound"
                //: Before the loudness of the voice.
                text: qsTr("Tiếng to nhỏ")
            }
            Option {
                objectName: "quieter"
                width: Theme.mm(28)
                chosen: false
                enabled: root.visit.volume > 1
                iconName: "minus"
                spokenName: qsTr("Nhỏ hơn")
                onActivated: root.visit.chooseVolume(root.visit.volume - 1)
            }
            Item {
                width: rows.optionsWidth - Theme.mm(28) * 2 - Theme.smallGap * 2
                height: root.rowHeight

                Row {
                    anchors.centerIn: parent
                    spacing: Theme.smallGap

                    Repeater {
                        model: 5

                        Rectangle {
                            required property int index

                            anchors.bottom: parent?.bottom
                            width: Theme.mm(7)
                            height: Theme.mm(5 + index * 2.6)
                            radius: Theme.mm(1)
                            color: index < root.visit.volume ? Theme.lead : "transparent"
                            border.width: Theme.stroke
                            border.color: Theme.lead
                        }
                    }
                }
            }
            Option {
                objectName: "louder"
                width: Theme.mm(28)
                chosen: false
                enabled: root.visit.volume < 5
                iconName: "plus"
                spokenName: qsTr("To hơn")
                onActivated: root.visit.chooseVolume(root.visit.volume + 1)
            }
        }
    }

    ActionButton {
        id: done

        objectName: "adjusted"
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.mm(120))
        height: Theme.primary
        manner: ActionButton.Lead
        iconName: "check"
        capMm: Theme.bodyCap
        //: Closes the page for letters, colours and voice.
        text: qsTr("Xong")
        onActivated: root.visit.adjust()
    }
}
