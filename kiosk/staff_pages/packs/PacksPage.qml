import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The pack in use, the last synchronisation, and buttons to synchronise and to roll back.
ColumnLayout {
    id: root

    required property PacksPageModel viewModel

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
            objectName: "pack-from-stick"
            //: On the page of signed packs: fetches the pack from the USB stick. At most 20 letters.
            text: qsTr("Lấy từ USB")
            visible: root.viewModel.hasStick

            onActivated: root.viewModel.takeFromStick()
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.primary
            enabled: !root.viewModel.working
            iconName: "internet"
            objectName: "pack-ask"
            //: On the page of signed packs: requests a download by the sync service. At most 20 letters.
            text: qsTr("Xin gói mới")
            visible: root.viewModel.hasSource

            onActivated: root.viewModel.askForNews()
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.primary
            enabled: !root.viewModel.working
            iconName: "back"
            objectName: "pack-back"
            //: On the page of signed packs: returns to the previous pack. At most 20 letters.
            text: qsTr("Lùi gói trước")
            visible: root.viewModel.canGoBack

            onActivated: root.viewModel.goBack()
        }
    }
}
