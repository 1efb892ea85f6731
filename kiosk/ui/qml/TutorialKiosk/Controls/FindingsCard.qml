import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! Findings on a paper card with a heading; a button shows the further ones when there is too little space.
Rectangle {
    id: root

    //! Rows of `FindingRow`.
    required property TypedListModel findings
    property string heading: ""

    border.color: Theme.hairline
    border.width: Theme.stroke
    color: Theme.paper
    radius: Theme.radius

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            font.bold: true
            lineHeight: 0.85
            text: root.heading
            visible: text !== ""
        }
        FindingsList {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            findings: root.findings
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.target
            iconName: "next"
            objectName: "more-findings"
            //: Shows what else is in a list.
            text: qsTr("Xem tiếp")
            visible: list.pages > 1

            onActivated: list.turned += 1
        }
    }
}
