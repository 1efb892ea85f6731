import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A button for mouse or touch: a drawing and a label, highlighted when it is selected.
KioskButton {
    id: root

    property bool chosen: false
    property string iconName: ""
    //! Whether only the icon is shown; the label is for screen readers.
    property bool small: false

    Accessible.checkable: true
    Accessible.checked: chosen
    implicitHeight: Theme.desktopMm(10)
    implicitWidth: Math.max(implicitHeight, line.implicitWidth + Theme.desktopMm(small ? 2 : 4))
    opacity: enabled ? 1 : 0.45
    padding: Theme.desktopMm(1)
    quick: true

    background: Rectangle {
        border.color: Theme.accent
        border.width: Theme.desktopMm(0.4)
        color: root.chosen ? Theme.accent : root.pressed ? Theme.quietPressed : Theme.paper
        radius: Theme.desktopMm(1.6)
    }
    contentItem: Item {
        RowLayout {
            id: line

            anchors.centerIn: parent
            spacing: Theme.desktopMm(1)

            Icon {
                Layout.preferredHeight: Theme.desktopMm(5)
                Layout.preferredWidth: Theme.desktopMm(5)
                colour: root.chosen ? Theme.accentInk : Theme.accent
                name: root.iconName
                size: Theme.desktopMm(5)
            }
            DesktopText {
                Accessible.ignored: true
                color: root.chosen ? Theme.accentInk : Theme.accent
                font.bold: true
                sizeMm: 3.7
                text: root.text
                visible: !root.small
                wrapMode: Text.NoWrap
            }
        }
    }
}
