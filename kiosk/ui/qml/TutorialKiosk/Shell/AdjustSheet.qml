pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The sheet of display preferences: text size, contrast, speed and volume of the voice.
Sheet {
    id: root

    readonly property real rowHeight: Math.min(Theme.drawing, (body.height - done.height - Theme.gap * (rows.count + 1)) / rows.count)

    //: Heading of the page for letters, colours and voice.
    heading: qsTr("Cho dễ nhìn, dễ nghe")

    PreferenceRows {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        contrast: root.visit.preferences.contrast
        motion: root.visit.preferences.motion
        motionOffered: true
        rowHeight: root.rowHeight
        slow: root.visit.preferences.slow
        textSize: root.visit.preferences.textSize
        heardAt: root.visit.languageChoice.heardAt
        voices: root.visit.languageChoice.voices
        volume: root.visit.preferences.volume
        y: (done.y - height) / 2

        onContrastChosen: contrast => root.visit.preferences.chooseContrast(contrast)
        onMotionChosen: motion => root.visit.preferences.chooseMotion(motion)
        onSlowChosen: slow => root.visit.preferences.chooseSlow(slow)
        onTextSizeChosen: size => root.visit.preferences.chooseTextSize(size)
        onVoiceChosen: language => root.visit.languageChoice.chooseVoice(language)
        onVolumeChosen: volume => root.visit.preferences.chooseVolume(volume)
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
        width: Math.min(parent.width, Theme.buttonWidth)

        onActivated: root.visit.sheets.adjust()
    }
}
