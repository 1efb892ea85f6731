pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! All tasks, each marked as done or postponed; a touch opens one.
ColumnLayout {
    id: root

    required property FirstStartPageModel viewModel

    spacing: Theme.gap

    StatusMessage {
        Layout.fillWidth: true
        Layout.preferredHeight: height
        text: root.viewModel.warning
    }
    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.verticalStretchFactor: 1
        columnSpacing: Theme.gap
        columns: 2
        rowSpacing: Theme.smallGap
        uniformCellHeights: true
        uniformCellWidths: true

        Repeater {
            model: root.viewModel.tasks

            ActionButton {
                required property bool done
                required property string name
                required property string title

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Theme.drawing
                Layout.minimumHeight: Theme.target
                Layout.minimumWidth: Theme.target
                iconName: done ? "check" : "clock"
                objectName: "task:" + name
                text: Theme.withoutBadBreaks(title) + ": " + (done ?
                    //: First start, last page, after the name of a task: it is done.
                    qsTr("xong") :
                    //: First start, last page, after the name of a task: it is left for later.
                    qsTr("để sau"))

                onActivated: root.viewModel.open(name)
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
