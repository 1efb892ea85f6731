pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The recording studio over the editor, for one sentence of the lesson.
Rectangle {
    id: root

    required property SentenceStudio studio

    color: Theme.ground

    Rectangle {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.paper
        height: choices.height + Theme.desktopMm(2)

        Row {
            id: choices

            anchors.left: parent.left
            anchors.margins: Theme.desktopMm(1)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.desktopMm(1)

            DesktopButton {
                chosen: true
                enabled: !root.studio.occupied
                iconName: "cross"
                objectName: "editor-record-end"
                //: In the lesson editor: leave the recording of a sentence, and go on editing.
                text: qsTr("Soạn tiếp")

                onActivated: root.studio.close()
            }
            DesktopButton {
                enabled: !root.studio.occupied
                iconName: "back"
                objectName: "editor-record-back"
                //: In the lesson editor, while a sentence is recorded: one page earlier, to another name or language.
                text: qsTr("Quay lại")

                onActivated: root.studio.back()
            }
            DesktopButton {
                iconName: "hear"
                objectName: "editor-record-hear"
                //: In the lesson editor, while a sentence is recorded: says again what is to be done.
                text: qsTr("Nghe lại")

                onActivated: root.studio.hearAgain()
            }
        }
    }
    Loader {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: bar.bottom
        objectName: "editor-studio"

        Component.onCompleted: setSource(root.studio.view, {
            viewModel: root.studio
        })
    }
}
