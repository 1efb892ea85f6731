import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The lessons that need attention, each with the reason; or a sentence that none does.
FindingsCard {
    id: root

    required property LessonsPageModel viewModel

    findings: root.viewModel.findings

    Label {
        anchors.centerIn: parent
        //: In the staff's page of lessons, until it is known which of them need attention.
        text: qsTr("Đang đọc các bài…")
        visible: root.viewModel.busy && root.viewModel.findings.count === 0
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.gap
        visible: root.viewModel.findings.count === 0 && !root.viewModel.busy
        width: parent.width - Theme.gap * 4

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.right
            name: "check"
            size: Math.min(Theme.block, root.height * 0.4)
        }
        Label {
            horizontalAlignment: Text.AlignHCenter
            //: In the staff's page of lessons when no lesson needs attention; %1 is how many there are.
            text: qsTr("Cả %1 bài đều tốt.").arg(root.viewModel.count)
            width: parent.width
        }
    }
}
