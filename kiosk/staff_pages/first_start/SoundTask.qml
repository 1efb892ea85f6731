pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The loudspeaker test: a sentence, the volume, and buttons for heard or not heard.
ColumnLayout {
    id: root

    required property SoundTaskModel viewModel

    spacing: Theme.gap

    StatusMessage {
        Layout.fillWidth: true
        Layout.preferredHeight: height
        text: root.viewModel.message || root.viewModel.why
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Label {
            Layout.fillWidth: false
            capMm: Theme.smallCap
            font.bold: true
            //: First start, before the loudness of the voice.
            text: qsTr("Tiếng to nhỏ")
        }
        VolumeSteps {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.primary
            volume: root.viewModel.volume

            onVolumeChosen: volume => root.viewModel.chooseVolume(volume)
        }
    }
    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.verticalStretchFactor: 1
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.gap
        uniformCellHeights: true
        uniformCellWidths: true

        Choice {
            Layout.columnSpan: root.viewModel.silenced ? 1 : 2
            iconName: "hear"
            objectName: "play-again"
            //: First start: the sentence is heard once more. At most 10 letters.
            text: qsTr("Phát lại")

            onActivated: root.viewModel.playAgain()
        }
        Choice {
            iconName: "sound"
            objectName: "turn-up"
            //: First start: the system has silenced the loudspeaker; it shall be heard. At most 12 letters.
            text: qsTr("Bật loa lên")
            visible: root.viewModel.silenced

            onActivated: root.viewModel.turnUp()
        }
        Choice {
            iconName: "sound-off"
            objectName: "not-heard"
            //: First start: the sentence was not heard. At most 14 letters.
            text: qsTr("Chưa nghe thấy")

            onActivated: root.viewModel.notHeard()
        }
        Choice {
            iconName: "check"
            manner: ActionButton.Lead
            objectName: "heard"
            //: First start: the sentence was well heard. At most 10 letters.
            text: qsTr("Nghe rõ")

            onActivated: root.viewModel.heard()
        }
    }
    Item {
        Layout.fillHeight: true
    }

    component Choice: ActionButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: Theme.drawing
        Layout.minimumHeight: Theme.target
        capMm: Theme.bodyCap
    }
}
