import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A sign that is read from across the room, until somebody comes.
Rectangle {
    id: root

    required property VisitViewModel visit

    color: Theme.call
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence.sentence

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: buttons.top
        anchors.margins: Theme.margin * 2
        spacing: Theme.gap

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "hand"
            colour: Theme.callInk
            size: Math.min(root.height * 0.34, Theme.mm(90))
        }

        Label {
            width: parent.width
            //: The largest words on the sign that calls staff.
            text: qsTr("CẦN GIÚP")
            capMm: Theme.greetingCap * 1.3
            color: Theme.callInk
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.85
        }

        SpokenText {
            id: sentence

            width: parent.width
            voice: root.visit.voice
            sentence: root.visit.lines[0] ?? ""
            capMm: Theme.titleCap
            colour: Theme.callInk
            alignment: Text.AlignHCenter
            maximumHeight: root.height * 0.22
        }

        Label {
            width: parent.width
            text: root.visit.callNote
            visible: text !== ""
            color: Theme.callInk
            horizontalAlignment: Text.AlignHCenter
        }
    }

    Row {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        spacing: Theme.gap
        layoutDirection: Qt.RightToLeft

        ActionButton {
            objectName: "staff-came"
            width: (parent.width - Theme.gap) * 0.68
            height: Theme.mm(22)
            iconName: "check"
            capMm: Theme.bodyCap
            //: Closes the sign that calls staff.
            text: qsTr("Tôi không cần nữa")
            onActivated: root.visit.staffCame()
        }

        ActionButton {
            objectName: "staff-door"
            width: (parent.width - Theme.gap) * 0.32
            height: Theme.mm(22)
            iconName: "key"
            //: Leads staff to their own page. At most 14 letters.
            text: qsTr("Cho cán bộ")
            onActivated: root.visit.askPin()
        }
    }
}
