import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Asks whether the learner is still there; any touch confirms it.
Sheet {
    id: root

    Picture {
        id: picture

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        height: Math.max(parent.height * 0.4, stay.y - question.implicitHeight - Theme.gap * 3)
        name: "need-help"
        width: parent.width
    }
    SpokenText {
        id: question

        alignment: Text.AlignHCenter
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: picture.bottom
        anchors.topMargin: Theme.gap
        bold: true
        capMm: Theme.titleCap
        maximumHeight: root.height * 0.28
        sentence: root.visit.stillThere
        voice: root.visit.voice
    }
    ActionButton {
        id: stay

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        capMm: Theme.titleCap
        height: Theme.block
        iconName: "hand"
        manner: ActionButton.Lead
        objectName: "still-here"
        //: The large button that keeps the visit going.
        text: qsTr("Tôi vẫn ở đây")
        width: Math.min(parent.width, Theme.halfWidth)

        onActivated: root.visit.stay()
    }
}
