pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Larger letters, clearer colours, a slower or louder voice.
Sheet {
    id: root

    readonly property real rowHeight: Math.min(Theme.mm(46), (body.height - done.height - Theme.gap * (rows.count + 1)) / rows.count)
    required property VisitViewModel visit

    //: Heading of the page for letters, colours and voice.
    heading: qsTr("Cho dễ nhìn, dễ nghe")

    ComfortRows {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        contrast: root.visit.comfort.contrast
        rowHeight: root.rowHeight
        slow: root.visit.comfort.slow
        textSize: root.visit.comfort.textSize
        voices: root.visit.tongues.voices
        volume: root.visit.comfort.volume
        y: (done.y - height) / 2

        onContrastChosen: contrast => root.visit.comfort.chooseContrast(contrast)
        onSlowChosen: slow => root.visit.comfort.chooseSlow(slow)
        onTextSizeChosen: size => root.visit.comfort.chooseTextSize(size)
        onVoiceChosen: language => root.visit.tongues.chooseVoice(language)
        onVolumeChosen: volume => root.visit.comfort.chooseVolume(volume)
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

        onActivated: root.visit.sheets.adjust()
    }
}
