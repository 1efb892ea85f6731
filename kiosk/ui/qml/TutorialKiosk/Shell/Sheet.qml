import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A sheet that covers the page until it is closed.
Rectangle {
    id: root

    readonly property alias body: body
    default property alias content: body.data
    property string heading: ""
    //! Whether the sheet has buttons to hear its text again and to call staff.
    property bool helps: true
    required property VisitViewModel visit

    Accessible.name: heading
    Accessible.role: Accessible.Dialog
    color: Theme.ground

    Brocade {
        id: band

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }
    Label {
        id: headingLabel

        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: help.visible ? help.left : parent.right
        anchors.top: band.bottom
        capMm: Theme.titleCap
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        text: Theme.withoutOrphan(root.heading)
        visible: text !== ""
    }
    Row {
        id: help

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: band.bottom
        anchors.topMargin: Theme.smallGap
        spacing: Theme.smallGap
        visible: root.helps
        z: 1

        ActionButton {
            height: Theme.target
            iconName: "hear"
            objectName: "hear"
            //: On a sheet: repeats what is written there. At most 10 letters.
            spokenName: qsTr("Nghe lại")
            text: root.width < Theme.boardWidth ? "" : spokenName

            onActivated: root.visit.hearAgain()
        }
        ActionButton {
            height: Theme.target
            iconName: "hand"
            manner: ActionButton.Call
            objectName: "call"
            //: On a sheet: calls a person. At most 12 letters.
            spokenName: qsTr("Gọi cán bộ")
            text: root.width < Theme.boardWidth ? "" : spokenName

            onActivated: root.visit.sheets.callStaff()
        }
    }
    Item {
        id: body

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: help.visible && (!headingLabel.visible || help.height > headingLabel.height) ? help.bottom : headingLabel.visible ? headingLabel.bottom : band.bottom
    }
}
