import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Text entry with the on-screen keyboard over the whole editor; a real keyboard works as well.
Rectangle {
    id: root

    required property string before
    required property string caption

    signal closed
    //! Emitted after a pause in typing.
    signal edited(text: string)
    signal written(text: string)

    anchors.fill: parent
    color: Theme.ground

    TextEntry {
        id: entry

        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.desktopMm(2)
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(4)
        anchors.right: parent.right
        anchors.top: parent.top
        caption: root.caption
        longest: 400
        text: root.before

        onEdited: pause.restart()
        onFinished: root.written(entry.text)
    }
    Timer {
        id: pause

        interval: 600

        onTriggered: root.edited(entry.text)
    }
    Row {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.margins: Theme.desktopMm(3)
        spacing: Theme.desktopMm(3)

        DesktopButton {
            iconName: "cross"
            objectName: "editor-typing-no"
            //: In the lesson editor: discard what was typed.
            text: qsTr("Thôi")

            onActivated: root.closed()
        }
        DesktopButton {
            chosen: true
            iconName: "check"
            objectName: "editor-typing-yes"
            //: In the lesson editor: accept what was typed.
            text: qsTr("Xong")

            onActivated: root.written(entry.text)
        }
    }
}
