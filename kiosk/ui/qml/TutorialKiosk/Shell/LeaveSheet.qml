import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Asks before the visit is ended. No button is at the place of the touch that led here.
Sheet {
    id: root

    readonly property bool portrait: height > width

    Picture {
        id: picture

        anchors.left: parent.left
        anchors.top: parent.top
        height: root.portrait ? parent.height * 0.42 : parent.height * 0.88
        name: "need-help"
        width: root.portrait ? parent.width : parent.width * 0.4
    }
    Column {
        anchors.right: parent.right
        spacing: Theme.gap * 2
        width: root.portrait ? parent.width : parent.width * 0.56
        // Within reach of a seated person, and above the bar that was touched before.
        y: root.portrait ? Math.max(picture.height + Theme.gap, parent.height * 0.82 - height) : Math.max(Theme.gap, (parent.height * 0.88 - height) / 2)

        SpokenText {
            bold: true
            capMm: Theme.titleCap
            maximumHeight: root.height * 0.24
            sentence: root.visit.lines[0] ?? ""
            voice: root.visit.voice
            width: parent.width
        }
        ActionButton {
            capMm: Theme.titleCap
            height: Theme.block
            iconName: "play"
            manner: ActionButton.Lead
            objectName: "leave-no"
            //: Goes on with the visit, when asked whether to end it. At most 12 letters.
            text: qsTr("Học tiếp")
            width: parent.width

            onActivated: root.visit.sheets.stay()
        }
        ActionButton {
            capMm: Theme.bodyCap
            height: Theme.primary
            iconName: "cross"
            objectName: "leave-yes"
            //: Ends the visit, when asked. At most 12 letters.
            text: qsTr("Nghỉ học")
            width: parent.width

            onActivated: root.visit.endVisit()
        }
    }
}
