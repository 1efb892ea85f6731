pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Pages
import TutorialKiosk.Theme

//! Setting the staff PIN by typing it twice, or changing an existing one.
Item {
    id: root

    required property PinTaskModel viewModel

    Loader {
        active: root.viewModel.choosing
        anchors.fill: parent

        sourceComponent: PinPage {
            visit: root.viewModel.visit
        }
    }
    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.gap * 2
        visible: !root.viewModel.choosing
        width: Math.min(parent.width, Theme.wideWidth)

        Icon {
            Layout.alignment: Qt.AlignHCenter
            colour: Theme.right
            name: "check"
            size: Theme.block
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            //: First start: a PIN was set before.
            text: qsTr("Máy đã có mã PIN.")
        }
        ActionButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.minimumHeight: Theme.target
            iconName: "key"
            objectName: "another-pin"
            //: First start: staff choose another PIN.
            text: qsTr("Đặt mã PIN khác")

            onActivated: root.viewModel.chooseAnother()
        }
    }
}
