import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! How each new person finds the kiosk.
Item {
    id: root

    required property LookRoomModel room

    Label {
        id: about

        anchors.left: parent.left
        anchors.right: parent.right
        capMm: Theme.smallCap
        color: Theme.faintInk
        lineHeight: 0.85
        //: In the staff's room for letters, colours and voice.
        text: qsTr("Người nào đến cũng bắt đầu như thế này.")
    }
    ComfortRows {
        readonly property real room: foot.y - about.height - Theme.gap * 5

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: about.bottom
        anchors.topMargin: Theme.gap
        contrast: root.room.contrast
        rowHeight: Math.max(Theme.target, Math.min(Theme.mm(34), room / 4))
        slow: root.room.slow
        textSize: root.room.textSize
        volume: root.room.volume

        onContrastChosen: contrast => root.room.chooseContrast(contrast)
        onSlowChosen: slow => root.room.chooseSlow(slow)
        onTextSizeChosen: size => root.room.chooseTextSize(size)
        onVolumeChosen: volume => root.room.chooseVolume(volume)
    }
    SettingFoot {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        mayUndo: root.room.mayUndo
        told: root.room.told

        onUndone: root.room.undo()
    }
}
