import QtQuick
import TutorialKiosk.Theme

//! The foot of a settings page: the message about the last change, and the button to undo it.
Item {
    id: root

    required property bool mayUndo
    property string message: ""

    signal undone

    implicitHeight: Math.max(undo.height, words.height)

    StatusMessage {
        id: words

        anchors.left: parent.left
        anchors.right: undo.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: root.message
    }
    ActionButton {
        id: undo

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        enabled: root.mayUndo
        height: Math.max(Theme.target, implicitHeight)
        iconName: "back"
        objectName: "undo"
        opacity: root.mayUndo ? 1 : 0
        //: In the staff's pages: undoes the last change of a setting.
        text: qsTr("Hoàn tác")

        onActivated: root.undone()
    }
}
