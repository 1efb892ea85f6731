import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What is to be told of a lesson, or of what was done, on paper.
Rectangle {
    id: root

    //! Rows of `FindingRow`.
    required property TypedListModel findings
    property string heading: ""

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    radius: Theme.radius

    Label {
        id: head

        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        anchors.top: parent.top
        font.bold: true
        height: text === "" ? 0 : implicitHeight
        lineHeight: 0.85
        text: root.heading
        visible: text !== ""
    }
    FindingsList {
        id: list

        anchors.bottom: more.visible ? more.top : parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        anchors.top: head.bottom
        findings: root.findings
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.gap
        anchors.right: parent.right
        height: Theme.target
        iconName: "next"
        objectName: "more-findings"
        //: In the staff's page for USB sticks: shows what else is to be told.
        text: qsTr("Xem tiếp")
        visible: list.pages > 1

        onActivated: list.turned += 1
    }
}
