pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The simulated phone: a screen of elements, laid by the area that each asks for.
//! Letters shrink, never below the smallest size allowed, until the screen fits.
Item {
    id: root

    readonly property list<PhoneElementViewModel> fixed: root.phone.elements.filter(each => each.area === "status")
    property bool forLookingOnly: false
    //! What stands at the foot of the screen while something is written.
    property Component keyboard: null
    readonly property list<PhoneElementViewModel> laid: root.phone.elements.filter(each => ["grid", "column", "fill"].includes(each.area))
    readonly property list<PhoneElementViewModel> over: root.phone.elements.filter(each => each.area === "over")
    required property PhoneViewModel phone
    property bool wide: false

    Rectangle {
        anchors.fill: parent
        color: Theme.phoneBody
        radius: Theme.mm(7)
    }
    Rectangle {
        id: glass

        anchors.fill: parent
        anchors.margins: Theme.mm(2.6)
        color: Theme.phoneGround
        enabled: !root.forLookingOnly
        radius: Theme.mm(4.6)

        StatusBar {
            id: statusBar

            elements: root.fixed
            width: parent.width - 2 * x
            x: Theme.mm(3)
            y: Theme.mm(0.8)
            z: 4
        }
        KioskButton {
            Accessible.ignored: true
            anchors.fill: parent
            focusPolicy: Qt.NoFocus
            objectName: "phone:nothing"
            z: root.over.length > 0 ? 2 : 0

            background: Rectangle {
                color: Theme.veil
                radius: glass.radius
                visible: root.over.length > 0
            }

            onActivated: root.phone.touchNothing()
        }
        PhoneScreen {
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.mm(1.2)
            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(2)
            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(2)
            anchors.top: statusBar.bottom
            anchors.topMargin: Theme.mm(1)
            elements: root.laid
            enabled: root.over.length === 0
            objectName: "phoneScreen"
            wide: root.wide
            z: 1
        }
        Loader {
            id: foot

            anchors.bottom: parent.bottom
            enabled: root.over.length === 0
            // A Loader keeps the height of what it has unloaded.
            height: root.keyboard ? implicitHeight : 0
            sourceComponent: root.keyboard
            width: parent.width
            z: 1
        }
        Repeater {
            model: root.over

            ElementSlot {
                id: slot

                required property PhoneElementViewModel modelData

                function fit(): void {
                    letterScale = Theme.phoneScale;
                    while (letterScale > 1 && (squeezed || implicitHeight > glass.height - 2 * statusBar.height))
                        letterScale = Math.max(1, letterScale * 0.96);
                }

                anchors.centerIn: parent
                element: modelData
                width: Math.min(glass.width - Theme.mm(6), Theme.mm(110))
                z: 3

                onLoaded: fit()
                onWidthChanged: fit()

                Connections {
                    function onPhoneScaleChanged(): void {
                        slot.fit();
                    }

                    target: Theme
                }
            }
        }
    }
}
