import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The call for staff: a sign readable from across the room, until staff come.
Rectangle {
    id: root

    required property VisitViewModel visit

    Accessible.name: sentence.sentence
    Accessible.role: Accessible.AlertMessage
    color: Theme.call

    Column {
        anchors.left: parent.left
        anchors.margins: Theme.margin * 2
        anchors.right: parent.right
        spacing: Theme.gap
        y: (buttons.y - height) / 2

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            colour: Theme.callInk
            name: "hand"
            size: Math.min(root.height * 0.34, Theme.picture * 1.5)
        }
        Label {
            capMm: Theme.greetingCap * 1.3
            color: Theme.callInk
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.85
            //: The largest words on the sign that calls staff.
            text: qsTr("CẦN GIÚP")
            width: parent.width
        }
        SpokenText {
            id: sentence

            alignment: Text.AlignHCenter
            capMm: Theme.titleCap
            colour: Theme.callInk
            maximumHeight: root.height * 0.22
            markColour: Theme.callPressed
            sentence: root.visit.lines[0] ?? ""
            voice: root.visit.voice
            width: parent.width
        }
        Label {
            color: Theme.callInk
            horizontalAlignment: Text.AlignHCenter
            text: root.visit.sheets.callNote
            visible: text !== ""
            width: parent.width
        }
    }
    Row {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        layoutDirection: Qt.RightToLeft
        spacing: Theme.gap

        ActionButton {
            capMm: Theme.bodyCap
            height: Theme.primary
            iconName: "check"
            objectName: "staff-came"
            //: Closes the sign that calls staff.
            text: qsTr("Tôi không cần nữa")
            width: (parent.width - Theme.gap) * 0.68

            onActivated: root.visit.sheets.staffCame()
        }
        ActionButton {
            height: Theme.primary
            iconName: "key"
            objectName: "staff-login"
            //: Leads staff to their own page. At most 14 letters.
            text: qsTr("Cho cán bộ")
            width: (parent.width - Theme.gap) * 0.32

            onActivated: root.visit.askPin()
        }
    }
}
