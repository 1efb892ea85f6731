import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The running version, the last update's outcome, and buttons to install and to roll back.
ColumnLayout {
    id: root

    required property SystemUpdatePageModel viewModel

    spacing: Theme.gap

    FindingsCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        findings: root.viewModel.findings
    }
    RowLayout {
        Layout.fillHeight: false
        Layout.fillWidth: true
        spacing: Theme.gap
        uniformCellSizes: true

        ActionButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.primary
            enabled: !root.viewModel.working
            iconName: "download"
            objectName: "system-install"
            //: On the page of the machine's updates: installs the new version now. At most 20 letters.
            text: qsTr("Cài bản mới")
            visible: root.viewModel.canInstall

            onActivated: root.viewModel.install()
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.primary
            enabled: !root.viewModel.working
            iconName: "back"
            objectName: "system-back"
            //: On the page of the machine's updates: returns to the previous version. At most 20 letters.
            text: qsTr("Về bản trước")
            visible: root.viewModel.canGoBack

            onActivated: root.viewModel.goBack()
        }
    }
}
