import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A problem: its place, its message, and a button with the automatic fix, if there is one.
KioskButton {
    id: root

    required property EditorViewModel editor
    required property string fixLabel
    required property bool grave
    required property string hint
    required property int index
    required property string message
    required property string place

    height: Math.max(Theme.desktopMm(10), words.height + Theme.desktopMm(2), fix.visible ? fix.height + Theme.desktopMm(2) : 0)
    implicitHeight: height
    objectName: "editor-problem:" + index
    padding: 0
    quick: true
    spokenName: place + ". " + message

    background: Rectangle {
        border.color: root.grave ? Theme.call : Theme.hairline
        border.width: Theme.desktopMm(root.grave ? 0.5 : 0.3)
        color: Theme.ground
        radius: Theme.desktopMm(1.4)
    }
    contentItem: Item {
        DesktopText {
            id: words

            anchors.left: parent.left
            anchors.margins: Theme.desktopMm(1.2)
            anchors.right: fix.visible ? fix.left : parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: root.grave ? Theme.call : Theme.faintInk
            sizeMm: 3.4
            text: root.place + ". " + root.message + (root.hint ? ". " + root.hint : "")
        }
        DesktopButton {
            id: fix

            anchors.right: parent.right
            anchors.rightMargin: Theme.desktopMm(1)
            anchors.verticalCenter: parent.verticalCenter
            chosen: true
            iconName: "check"
            objectName: "editor-fix:" + root.index
            text: root.fixLabel
            visible: root.fixLabel !== ""

            onActivated: root.editor.applyFix(root.index)
        }
    }

    onActivated: root.editor.showProblem(root.index)
}
