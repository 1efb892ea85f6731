import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Asks whether somebody is still there; any touch says yes.
Sheet {
    id: root

    required property VisitViewModel visit

    Picture {
        id: picture

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        width: parent.width
        height: parent.height * 0.4
        name: "need-help"
    }

    SpokenText {
        id: question

        anchors.top: picture.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        voice: root.visit.voice
        sentence: root.visit.stillThere
        capMm: Theme.titleCap
        bold: true
        alignment: Text.AlignHCenter
        maximumHeight: root.height * 0.28
    }

    ActionButton {
        objectName: "still-here"
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.mm(200))
        height: Theme.mm(32)
        manner: ActionButton.Lead
        iconName: "hand"
        capMm: Theme.titleCap
        //: The large button that keeps the visit going.
        text: qsTr("Tôi vẫn ở đây")
        onActivated: root.visit.stay()
    }
}
