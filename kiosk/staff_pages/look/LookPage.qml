import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Text size, contrast, speed and volume at the beginning of each visit.
Item {
    id: root

    required property LookPageModel viewModel

    Label {
        id: about

        anchors.left: parent.left
        anchors.right: parent.right
        capMm: Theme.smallCap
        color: Theme.faintInk
        lineHeight: 0.85
        //: In the staff's page for letters, colours and voice.
        text: qsTr("Người nào đến cũng bắt đầu như thế này.")
    }
    PreferenceRows {
        readonly property real heightForRows: foot.y - about.height - Theme.gap * 5

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: about.bottom
        anchors.topMargin: Theme.gap
        contrast: root.viewModel.contrast
        rowHeight: Math.max(Theme.target, Math.min(Theme.drawing, heightForRows / 4))
        slow: root.viewModel.slow
        textSize: root.viewModel.textSize
        volume: root.viewModel.volume

        onContrastChosen: contrast => root.viewModel.chooseContrast(contrast)
        onSlowChosen: slow => root.viewModel.chooseSlow(slow)
        onTextSizeChosen: size => root.viewModel.chooseTextSize(size)
        onVolumeChosen: volume => root.viewModel.chooseVolume(volume)
    }
    SettingFooter {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        mayUndo: root.viewModel.mayUndo
        message: root.viewModel.message

        onUndone: root.viewModel.undo()
    }
}
