import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Which lessons need somebody, and why; or that none does.
Rectangle {
    id: root

    required property LessonsPageModel viewModel

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    radius: Theme.radius

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
            //: In the staff's page of lessons when no lesson needs anybody; %1 is how many there are.
            text: qsTr("Cả %1 bài đều tốt.").arg(root.viewModel.count)
            width: parent.width
        }
    }
    FindingsList {
        id: list

        anchors.bottom: more.visible ? more.top : parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        anchors.top: parent.top
        findings: root.viewModel.findings
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        height: Theme.primary
        iconName: "next"
        objectName: "more-findings"
        //: Shows further lessons that need somebody.
        text: qsTr("Xem tiếp")
        visible: list.pages > 1

        onActivated: list.turned += 1
    }
}
