import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Which lesson this is, and how to see and hear it better.
Item {
    id: root

    required property VisitViewModel visit
    property string number: ""
    property string title: ""
    readonly property real toolsWidth: tools.width

    height: Math.max(Theme.target, heading.implicitHeight)

    Rectangle {
        id: badge

        visible: root.number !== ""
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(Theme.mm(15), numeral.implicitWidth + Theme.gap * 1.4)
        height: Theme.mm(15)
        radius: Theme.radius
        color: Theme.lead

        Label {
            id: numeral

            anchors.centerIn: parent
            text: root.number
            capMm: Theme.bodyCap
            font.bold: true
            color: Theme.leadInk
        }
    }

    Label {
        id: heading

        anchors.left: badge.visible ? badge.right : parent.left
        anchors.leftMargin: badge.visible ? Theme.gap : 0
        anchors.right: tools.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        capMm: Theme.bodyCap
        font.bold: true
        lineHeight: 0.85
        Accessible.role: Accessible.Heading
    }

    Row {
        id: tools

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap

        ActionButton {
            objectName: "language"
            visible: root.visit.languages.length > 1 && root.visit.page !== "language"
            iconName: "language"
            text: root.visit.languageName
            onActivated: root.visit.otherLanguage()
        }

        ActionButton {
            objectName: "adjust"
            iconName: "text-size"
            //: Opens the page for larger letters, clearer colours, slower voice. At most 12 letters.
            text: qsTr("Chữ và tiếng")
            onActivated: root.visit.adjust()
        }
    }
}
