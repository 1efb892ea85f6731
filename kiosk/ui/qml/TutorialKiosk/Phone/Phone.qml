pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The simulated phone: a screen of elements, laid out by their areas, in a frame that marks it as a
//! simulation.
Item {
    id: root

    readonly property real chin: Theme.sign
    readonly property real edge: Theme.smallGap
    readonly property list<PhoneElementViewModel> fixed: root.phone.fixed
    //! Whether an element follows the active field, usually a button.
    readonly property bool followed: root.laid.some(each => each.active) && !root.laid[root.laid.length - 1].active
    property bool forLookingOnly: false
    //! The parent item of the keyboard.
    readonly property Item foot: foot
    //! The keyboard at the bottom of the screen during typing.
    property Item keyboard: null
    readonly property list<PhoneElementViewModel> laid: root.phone.laid
    //! Whether the phone is enlarged, with its upper end out of view.
    property bool near: false
    readonly property list<PhoneElementViewModel> over: root.phone.over
    required property PhoneViewModel phone

    //! Whether larger text has little height, between a message and the keys.
    readonly property bool tight: keyboard !== null && Theme.textScale > 1 && phone.arrivedFrom !== ""

    objectName: "phone"

    Rectangle {
        anchors.fill: parent
        color: Theme.phoneBody
        radius: Theme.signSmall
        topLeftRadius: root.near ? 0 : radius
        topRightRadius: root.near ? 0 : radius
    }
    Rectangle {
        id: glass

        //! The top of the dialog.
        readonly property real dialogTop: dialogs.count > 0 ? dialogs.itemAt(0)?.y ?? 0 : height

        anchors.bottomMargin: root.chin
        anchors.fill: parent
        anchors.margins: root.edge
        anchors.topMargin: root.near ? 0 : root.edge
        color: Theme.phoneGround
        enabled: !root.forLookingOnly
        radius: Theme.phoneRadius
        topLeftRadius: root.near ? 0 : radius
        topRightRadius: root.near ? 0 : radius

        StatusBar {
            id: statusBar

            elements: root.fixed
            height: visible ? implicitHeight : 0
            // Hidden so that no letter is half covered by a dialog.
            opacity: glass.dialogTop < y + height ? 0 : 1
            phone: root.phone
            visible: !root.near || root.phone.messages.count > 0
            width: parent.width - 2 * x
            x: Theme.mm(3)
            y: Theme.mm(0.8)
            z: 1
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
            id: screen

            anchors.bottom: foot.top
            anchors.bottomMargin: root.tight ? Theme.tinyGap : Theme.smallGap
            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(3)
            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(3)
            anchors.top: statusBar.bottom
            coveredFrom: dialogs.count > 0 ? glass.dialogTop - y : Infinity
            anchors.topMargin: Math.max(root.phone.messages.count > 0 ? Theme.smallGap : screen.edge, arrival.reservedHeight - statusBar.height - statusBar.y)
            elements: root.laid
            enabled: root.over.length === 0
            objectName: "phoneScreen"
            tight: root.tight
            z: 1
        }
        Item {
            id: foot

            anchors.bottom: navigation.top
            anchors.bottomMargin: root.keyboard ? Theme.mm(1.4) : 0
            enabled: root.over.length === 0
            height: root.keyboard ? Math.ceil(root.keyboard.implicitHeight) : 0
            visible: root.keyboard !== null
            width: parent.width
            z: 1
        }
        NavigationBar {
            id: navigation

            anchors.bottom: parent.bottom
            enabled: root.over.length === 0
            height: visible ? implicitHeight : Theme.tinyGap
            opacity: glass.height - glass.dialogTop > y ? 0 : 1
            phone: root.phone
            screen: screen
            visible: !root.phone.fillsGlass
            width: parent.width - 2 * x
            x: Theme.mm(3)
            z: 1
        }
        Arrival {
            id: arrival

            //! Height reserved for the message during typing, so that nothing moves when it hides.
            readonly property real reservedHeight: compact && hasMessage ? fitted + (root.tight ? Theme.mm(2) : screen.edge + Theme.tinyGap) : 0
            readonly property string written: root.phone.written

            compact: root.keyboard !== null
            room: root.keyboard ? Math.round(foot.y * (!root.tight ? 0.35 : Theme.portrait ? 0.44 : 0.405)) : Infinity
            sender: root.phone.arrivedFrom
            text: root.phone.arrivedText
            width: parent.width - 2 * x
            x: Theme.mm(2)
            z: 5

            onActivated: root.phone.touch("shade")
            onHasMessageChanged: if (hasMessage)
                drop()
            onWrittenChanged: if (written !== "")
                rise()
        }
        Loader {
            active: root.phone.shadeOpen
            anchors.fill: parent
            z: 6

            sourceComponent: Shade {
                messages: root.phone.messages

                onActivated: root.phone.touch("shade")
            }
        }
        Rectangle {
            Accessible.ignored: true
            // Above the navigation keys, where there is no text to read.
            anchors.right: parent.right
            anchors.rightMargin: Theme.smallGap
            border.color: Theme.codePaper
            border.width: Theme.thick
            color: Theme.callGreen
            height: width
            objectName: "phoneTick"
            radius: width / 2
            visible: root.phone.ticked
            width: Theme.row
            y: parent.height - height - Theme.mm(0.5)
            z: 7

            Icon {
                anchors.centerIn: parent
                colour: Theme.codePaper
                name: "check"
                size: Theme.signLarge
            }
        }
        Repeater {
            id: dialogs

            model: root.over

            ElementSlot {
                id: slot

                required property PhoneElementViewModel modelData

                function fit(): void {
                    letterScale = screen.ceiling * Theme.textScale;
                    while (letterScale > 1 && (squeezed || implicitHeight > glass.height - 2 * Theme.gap))
                        letterScale = Math.max(1, letterScale * 0.94);
                }

                readonly property real belowTitle: screen.y + screen.titleEnd + Theme.smallGap
                readonly property real middle: Math.round((glass.height - height) / 2)

                element: modelData
                width: glass.width - Theme.mm(8)
                x: Math.round((glass.width - width) / 2)
                // Below the title where there is room, so that it is not covered in part.
                y: screen.titleEnd > 0 && middle < belowTitle && belowTitle + height <= glass.height - Theme.gap ? belowTitle : middle
                z: 3

                onLoaded: fit()
                onWidthChanged: fit()

                Connections {
                    function onTextScaleChanged(): void {
                        slot.fit();
                    }

                    target: Theme
                }
                Connections {
                    function onHeightChanged(): void {
                        slot.fit();
                    }

                    target: glass
                }
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.mm(0.5)
        // Left of the middle, because a hand that points at the lowest element covers the middle.
        anchors.left: parent.left
        anchors.leftMargin: Theme.radius + root.edge
        color: Theme.call
        height: root.chin - Theme.tinyGap
        radius: Theme.slimGap
        width: words.implicitWidth + Theme.gap

        PhoneLabel {
            id: words

            anchors.centerIn: parent
            // Leaves space for the diacritics above the last letters.
            anchors.verticalCenterOffset: Theme.stroke / 3
            color: Theme.callInk
            font.bold: true
            //: The mark on the frame of the drawn phone that it is only for practice: "simulation".
            text: qsTr("MÔ PHỎNG")
        }
    }
    Connections {
        function onMoved(): void {
            if (Theme.motion)
                slideIn.restart();
        }

        target: root.phone
    }
    NumberAnimation {
        id: slideIn

        duration: Theme.slide
        easing.type: Easing.OutCubic
        from: 1
        property: "slide"
        target: screen
        to: 0
    }
}
