import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The number and title of the lesson, and the buttons for language and display preferences.
Item {
    id: root

    //! Whether room is scarce, so that the tools are icons without labels.
    property bool close: false
    property string number: ""
    property string title: ""
    readonly property real toolsWidth: tools.width
    required property VisitViewModel visit

    height: Math.max(Theme.target, heading.implicitHeight)

    // Two touches open the staff overlay; learners have no reason to touch it.
    KioskButton {
        id: badge

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.target
        objectName: "mark"
        allowsDoubleTouch: true
        //: Read aloud by a screen reader: the lesson's number, which staff touch twice.
        spokenName: qsTr("Bài số %1").arg(root.number)
        visible: root.number !== ""
        width: Math.max(Theme.target, numeral.implicitWidth + Theme.gap * 1.4)

        background: Rectangle {
            color: Theme.accent
            radius: Theme.radius
        }

        onActivated: root.visit.assist.touchMark()

        Label {
            id: numeral

            Accessible.ignored: true
            anchors.centerIn: parent
            capMm: Theme.bodyCap
            color: Theme.accentInk
            font.bold: true
            text: root.number
        }
    }
    Label {
        id: heading

        Accessible.role: Accessible.Heading
        anchors.left: badge.visible ? badge.right : parent.left
        anchors.leftMargin: badge.visible ? Theme.gap : 0
        anchors.right: tools.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        capMm: sample.implicitWidth > width ? Theme.leastBodyCap : Theme.bodyCap
        font.bold: true
        lineHeight: 0.85
        text: Theme.withoutOrphan(root.title)
    }
    // The title in one line, for measuring.
    Label {
        id: sample

        font.bold: true
        text: heading.text
        visible: false
    }
    Row {
        id: tools

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap

        ActionButton {
            iconName: "language"
            objectName: "language"
            spokenName: root.visit.languageChoice.chosenName
            text: root.close ? "" : spokenName
            visible: root.visit.languageChoice.tiles.count > 1 && root.visit.page !== "language"

            onActivated: root.visit.languageChoice.chooseNext()
        }
        ActionButton {
            iconName: "text-size"
            objectName: "adjust"
            //: Opens the page for larger letters, clearer colours, slower voice. At most 12 letters.
            spokenName: qsTr("Chữ và tiếng")
            text: root.close ? "" : spokenName

            onActivated: root.visit.sheets.adjust()
        }
    }
}
