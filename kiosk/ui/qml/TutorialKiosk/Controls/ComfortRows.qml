pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! Size of letters, colours, speed and loudness of the voice: one row for each.
Column {
    id: root

    required property string contrast
    //! How many rows there are.
    readonly property int count: voices.length > 1 ? 5 : 4
    readonly property real optionsWidth: width - Math.min(width * 0.26, Theme.mm(90)) - Theme.smallGap
    //! How high a row is.
    required property real rowHeight
    required property bool slow
    required property string textSize
    //! The languages that can be heard, when there is a choice: `code`, `name`, `chosen`.
    property list<var> voices: []
    required property int volume

    signal contrastChosen(contrast: string)
    signal slowChosen(slow: bool)
    signal textSizeChosen(size: string)
    signal voiceChosen(language: string)
    signal volumeChosen(volume: int)

    spacing: Theme.gap

    Choices {
        Caption {
            iconName: "text-size"
            //: Before the three sizes of letters.
            text: qsTr("Cỡ chữ")
        }
        Option {
            chosen: root.textSize === "normal"
            objectName: "text-normal"
            //: The usual size of letters.
            text: qsTr("Vừa")
            width: (root.optionsWidth - Theme.smallGap * 2) / 3

            onActivated: root.textSizeChosen("normal")
        }
        Option {
            capMm: Theme.smallCap * Theme.scaleOf("large")
            chosen: root.textSize === "large"
            objectName: "text-large"
            //: Large letters.
            text: qsTr("To")
            width: (root.optionsWidth - Theme.smallGap * 2) / 3

            onActivated: root.textSizeChosen("large")
        }
        Option {
            capMm: Theme.smallCap * Theme.scaleOf("largest")
            chosen: root.textSize === "largest"
            objectName: "text-largest"
            //: The largest letters.
            text: qsTr("Rất to")
            width: (root.optionsWidth - Theme.smallGap * 2) / 3

            onActivated: root.textSizeChosen("largest")
        }
    }
    Choices {
        Caption {
            iconName: "contrast"
            //: Before the two choices of colours.
            text: qsTr("Màu")
        }
        Option {
            chosen: root.contrast === "warm"
            objectName: "contrast-warm"
            //: The usual colours.
            text: qsTr("Nền sáng")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.contrastChosen("warm")
        }
        Option {
            chosen: root.contrast === "high"
            objectName: "contrast-high"
            //: White and yellow on black.
            text: qsTr("Nền đen, chữ rõ")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.contrastChosen("high")
        }
    }
    Choices {
        id: languages

        readonly property int fitting: root.voices.length > 3 ? 2 : 3
        readonly property int page: turned % Math.max(1, Math.ceil(root.voices.length / fitting))
        readonly property var seen: root.voices.slice(page * fitting, (page + 1) * fitting)
        property int turned: Math.max(0, Math.floor(root.voices.findIndex(each => each.chosen) / fitting))

        visible: root.voices.length > 1

        Caption {
            iconName: "language"
            //: Before the languages in which the voice can speak. At most 12 letters.
            text: qsTr("Nghe tiếng")
        }
        Repeater {
            model: languages.seen

            Option {
                required property var modelData

                chosen: modelData.chosen
                objectName: "voice-in:" + modelData.code
                text: modelData.name
                width: (root.optionsWidth - (others.visible ? others.width + Theme.smallGap : 0) - Theme.smallGap * (languages.seen.length - 1)) / languages.seen.length

                onActivated: root.voiceChosen(modelData.code)
            }
        }
        Option {
            id: others

            chosen: false
            iconName: "next"
            objectName: "more-voices"
            //: Read aloud by a screen reader: shows the other languages of the voice.
            spokenName: qsTr("Tiếng khác")
            visible: root.voices.length > languages.fitting
            width: Theme.mm(28)

            onActivated: languages.turned += 1
        }
    }
    Choices {
        Caption {
            iconName: "slow"
            //: Before the two speeds of the voice.
            text: qsTr("Giọng đọc")
        }
        Option {
            chosen: !root.slow
            objectName: "voice-normal"
            //: The usual speed of the voice.
            text: qsTr("Bình thường")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.slowChosen(false)
        }
        Option {
            chosen: root.slow
            objectName: "voice-slow"
            //: A slow voice.
            text: qsTr("Đọc chậm")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.slowChosen(true)
        }
    }
    Choices {
        Caption {
            iconName: "sound"
            //: Before the loudness of the voice.
            text: qsTr("Tiếng to nhỏ")
        }
        Option {
            chosen: false
            enabled: root.volume > 1
            iconName: "minus"
            objectName: "quieter"
            //: Read aloud by a screen reader: a softer voice.
            spokenName: qsTr("Nhỏ hơn")
            width: Theme.mm(28)

            onActivated: root.volumeChosen(root.volume - 1)
        }
        Item {
            height: root.rowHeight
            width: root.optionsWidth - Theme.mm(28) * 2 - Theme.smallGap * 2

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
                        color: index < root.volume ? Theme.lead : "transparent"
                        height: Theme.mm(5 + index * 2.6)
                        radius: Theme.mm(1)
                        width: Theme.mm(7)
                    }
                }
            }
        }
        Option {
            chosen: false
            enabled: root.volume < 5
            iconName: "plus"
            objectName: "louder"
            //: Read aloud by a screen reader: a louder voice.
            spokenName: qsTr("To hơn")
            width: Theme.mm(28)

            onActivated: root.volumeChosen(root.volume + 1)
        }
    }

    component Caption: Item {
        id: caption

        required property string iconName
        required property string text

        height: root.rowHeight
        width: Math.min(root.width * 0.26, Theme.mm(90))

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
    component Choices: Row {
        height: root.rowHeight
        spacing: Theme.smallGap
        width: parent.width
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
}
