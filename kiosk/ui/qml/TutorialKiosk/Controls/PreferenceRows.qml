pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The display preferences, one row each: text size, contrast, voice language, speed, motion and volume.
Column {
    id: root

    required property string contrast
    //! The number of rows.
    readonly property int count: (voiceCount > 1 ? 5 : 4) + (motionOffered ? 1 : 0)
    //! Index of the voice language; -1 for none.
    property int heardAt: -1
    property bool motion: true
    //! Whether the choice to switch off motion is offered.
    property bool motionOffered: false
    readonly property real optionsWidth: width - Math.min(width * 0.26, Theme.columnWidth) - Theme.smallGap
    //! The height of a row.
    required property real rowHeight
    required property bool slow
    required property string textSize
    readonly property int voiceCount: voices?.count ?? 0
    //! Rows of `HeardLanguageRow`; null where there is no choice.
    property TypedListModel voices: null
    required property int volume

    signal contrastChosen(contrast: string)
    signal motionChosen(motion: bool)
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
        OptionButton {
            chosen: root.textSize === "normal"
            objectName: "text-normal"
            //: The usual size of letters.
            text: qsTr("Vừa")
            width: (root.optionsWidth - Theme.smallGap * 2) / 3

            onActivated: root.textSizeChosen("normal")
        }
        OptionButton {
            capMm: Theme.smallCap * Theme.scaleOf("large")
            chosen: root.textSize === "large"
            objectName: "text-large"
            //: Large letters.
            text: qsTr("To")
            width: (root.optionsWidth - Theme.smallGap * 2) / 3

            onActivated: root.textSizeChosen("large")
        }
        OptionButton {
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
        OptionButton {
            chosen: root.contrast === "warm"
            objectName: "contrast-warm"
            //: The usual colours.
            text: qsTr("Nền sáng")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.contrastChosen("warm")
        }
        OptionButton {
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

        readonly property int fitting: root.voiceCount > 3 ? 2 : 3
        readonly property int page: turned % Math.max(1, Math.ceil(root.voiceCount / fitting))
        readonly property int seen: Math.min(fitting, root.voiceCount - page * fitting)
        property int turned: Math.max(0, Math.floor(root.heardAt / fitting))

        visible: root.voiceCount > 1

        Caption {
            iconName: "language"
            //: Before the languages in which the voice can speak. At most 12 letters.
            text: qsTr("Nghe tiếng")
        }
        Repeater {
            model: root.voices

            OptionButton {
                required chosen
                required property string code
                required property int index
                required property string name

                objectName: "voice-in:" + code
                text: name
                visible: Math.floor(index / languages.fitting) === languages.page
                width: (root.optionsWidth - (others.visible ? others.width + Theme.smallGap : 0) - Theme.smallGap * (languages.seen - 1)) / languages.seen

                onActivated: root.voiceChosen(code)
            }
        }
        OptionButton {
            id: others

            chosen: false
            iconName: "next"
            objectName: "more-voices"
            //: Read aloud by a screen reader: shows the other languages of the voice.
            spokenName: qsTr("Tiếng khác")
            visible: root.voiceCount > languages.fitting
            width: Theme.block

            onActivated: languages.turned += 1
        }
    }
    Choices {
        Caption {
            iconName: "slow"
            //: Before the two speeds of the voice.
            text: qsTr("Giọng đọc")
        }
        OptionButton {
            chosen: !root.slow
            objectName: "voice-normal"
            //: The usual speed of the voice.
            text: qsTr("Bình thường")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.slowChosen(false)
        }
        OptionButton {
            chosen: root.slow
            objectName: "voice-slow"
            //: A slow voice.
            text: qsTr("Đọc chậm")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.slowChosen(true)
        }
    }
    Choices {
        visible: root.motionOffered

        Caption {
            iconName: "hand"
            //: Before the choice whether things move on the screen. At most 12 letters.
            text: qsTr("Hình vẽ")
        }
        OptionButton {
            chosen: root.motion
            objectName: "motion-on"
            //: The finger and the screens of the drawn phone move.
            text: qsTr("Chuyển động")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.motionChosen(true)
        }
        OptionButton {
            chosen: !root.motion
            objectName: "motion-off"
            //: Nothing moves on the screen.
            text: qsTr("Đứng yên")
            width: (root.optionsWidth - Theme.smallGap) / 2

            onActivated: root.motionChosen(false)
        }
    }
    Choices {
        Caption {
            iconName: "sound"
            //: Before the loudness of the voice.
            text: qsTr("Tiếng to nhỏ")
        }
        VolumeSteps {
            height: root.rowHeight
            volume: root.volume
            width: root.optionsWidth

            onVolumeChosen: volume => root.volumeChosen(volume)
        }
    }

    component Caption: Item {
        id: caption

        required property string iconName
        required property string text

        height: root.rowHeight
        width: Math.min(root.width * 0.26, Theme.columnWidth)

        Icon {
            id: captionIcon

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.accent
            name: caption.iconName
            size: Math.min(Theme.signLarge, root.rowHeight * 0.7)
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
    component OptionButton: ActionButton {
        required property bool chosen

        Accessible.checkable: true
        Accessible.checked: chosen
        anchors.verticalCenter: parent?.verticalCenter
        height: Math.min(root.rowHeight, Theme.drawing)
        iconName: chosen ? "check" : ""
        iconSize: Theme.sign
        manner: chosen ? ActionButton.Lead : ActionButton.Quiet
    }
}
