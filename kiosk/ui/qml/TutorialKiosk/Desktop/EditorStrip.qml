pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! The screens of the lesson as small phones: the first touch shows one, the second renames it.
ListView {
    id: root

    required property EditorViewModel editor
    //! The width in which a phone is laid out before it is scaled down.
    readonly property real fullWidth: Theme.desktopMm(84)
    readonly property real small: Theme.desktopMm(14) / fullWidth

    signal renameRequested(title: string)

    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: Theme.desktopMm(2000)
    clip: true
    height: Theme.desktopMm(33)
    model: root.editor.screens
    objectName: "editor-screens"
    orientation: ListView.Horizontal
    spacing: Theme.desktopMm(1.5)

    delegate: KioskButton {
        id: screen

        required property bool chosen
        required property string name
        required property string title

        height: root.height
        implicitHeight: height
        objectName: "editor-screen:" + name
        padding: 0
        quick: true
        spokenName: title
        width: Theme.desktopMm(24)

        background: Rectangle {
            border.color: screen.chosen ? Theme.accent : Theme.hairline
            border.width: Theme.desktopMm(screen.chosen ? 0.8 : 0.3)
            color: screen.chosen ? Theme.highlightSoft : screen.pressed ? Theme.quietPressed : Theme.paper
            radius: Theme.desktopMm(1.4)
        }
        contentItem: Item {
            Item {
                Accessible.ignored: true
                anchors.horizontalCenter: parent.horizontalCenter
                enabled: false
                height: root.fullWidth * 1.8 * root.small
                width: root.fullWidth * root.small
                y: Theme.desktopMm(0.8)

                Phone {
                    forLookingOnly: true
                    height: width * 1.8
                    objectName: ""
                    phone: root.editor.smallScreens.phoneOf(screen.name)
                    scale: root.small
                    transformOrigin: Item.TopLeft
                    width: root.fullWidth
                }
            }
            DesktopText {
                Accessible.ignored: true
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.desktopMm(0.6)
                anchors.left: parent.left
                anchors.leftMargin: Theme.desktopMm(0.8)
                anchors.right: parent.right
                anchors.rightMargin: Theme.desktopMm(0.8)
                elide: Text.ElideRight
                font.bold: screen.chosen
                horizontalAlignment: Text.AlignHCenter
                sizeMm: 3.2
                text: screen.title
                wrapMode: Text.NoWrap
            }
        }

        onActivated: {
            if (screen.chosen)
                root.renameRequested(screen.title);
            else
                root.editor.chooseScreen(screen.name);
        }
    }
}
