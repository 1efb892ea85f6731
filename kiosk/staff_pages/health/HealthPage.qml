import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The findings of the check-up, one sentence each, and a button to restart the kiosk.
ColumnLayout {
    id: root

    required property HealthPageModel viewModel

    spacing: Theme.gap

    FindingsCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        findings: root.viewModel.findings

        Label {
            anchors.centerIn: parent
            capMm: Theme.bodyCap
            //: In the staff's page on the state of the kiosk, before the first finding is there.
            text: qsTr("Đang khám máy…")
            visible: root.viewModel.checking && root.viewModel.findings.count === 0
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true

        ActionButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.primary
            enabled: !root.viewModel.checking
            iconName: "health"
            objectName: "check-again"
            opacity: root.viewModel.checking ? 0.6 : 1
            //: Checks the machine again; the second text is shown meanwhile.
            text: root.viewModel.checking ? qsTr("Đang khám…") : qsTr("Khám lại")

            onActivated: root.viewModel.checkAgain()
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.primary
            iconName: "play"
            objectName: "start-anew"
            //: Starts the kiosk once more. At most 20 letters.
            text: qsTr("Mở lại ki-ốt")

            onActivated: root.viewModel.startAnew()
        }
    }
}
