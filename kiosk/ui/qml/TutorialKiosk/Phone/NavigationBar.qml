import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The navigation bar of the phone: back and home, or the bar of an iPhone; up and down if the screen can scroll.
Item {
    id: root

    required property PhoneViewModel phone
    required property PhoneScreen screen

    implicitHeight: Theme.leastTarget

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap
        x: root.screen.longer && root.phone.hasBack ? 0 : Math.round((root.width - (root.screen.longer ? turns.width : 0) - width) / 2)

        NavigationKey {
            iconName: "back"
            phone: root.phone
            //: A key at the foot of the drawn phone, read aloud by a screen reader.
            spokenName: qsTr("Quay lại, trên điện thoại")
            target: "back"
            visible: root.phone.hasBack
        }
        NavigationKey {
            enabled: root.phone.homeIsTarget
            iconName: root.phone.hasBack ? "home" : ""
            phone: root.phone
            //: A key at the foot of the drawn phone, read aloud by a screen reader.
            spokenName: qsTr("Màn hình chính, trên điện thoại")
            target: "home"
        }
    }
    Row {
        id: turns

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap
        visible: root.screen.longer

        TurnKey {
            enabled: !root.screen.atStart
            glowing: root.screen.wantedAbove
            iconName: "up"
            objectName: "phone:scroll-up"
            opacity: enabled ? 1 : 0
            //: Turns the drawn phone's list back up, read aloud by a screen reader.
            spokenName: qsTr("Xem phần trên")

            onActivated: root.screen.scrollPage(-1)
        }
        TurnKey {
            enabled: !root.screen.atEnd
            glowing: root.screen.wantedBelow
            iconName: "down"
            objectName: "phone:scroll-down"
            opacity: enabled ? 1 : 0
            //: Turns the drawn phone's list further down, read aloud by a screen reader.
            spokenName: qsTr("Xem phần dưới")

            onActivated: root.screen.scrollPage(1)
        }
    }

    component NavigationKey: KioskButton {
        id: key

        property string iconName: ""
        required property PhoneViewModel phone
        property string target: ""

        Accessible.ignored: !enabled
        glowing: phone.glowing === target
        height: Theme.leastTarget
        objectName: "phone:" + target
        pointed: phone.pointed === target
        shownPressed: phone.pressed === target
        width: Theme.mm(iconName === "" ? 38 : 24)

        background: Rectangle {
            color: key.glowing ? Theme.highlightSoft : "transparent"
            radius: Theme.radius

            Glow {
                on: key.glowing
            }
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                colour: Theme.ink
                name: key.iconName
                size: Theme.mm(8)
            }
            // The short thick line at the foot of an iPhone.
            Rectangle {
                anchors.centerIn: parent
                color: Theme.ink
                height: Theme.mm(1.6)
                objectName: "homeBar"
                radius: height / 2
                visible: key.iconName === ""
                width: Theme.mm(34)
            }
        }

        onActivated: phone.touch(target)
    }
    component TurnKey: KioskButton {
        id: turn

        property string iconName: ""

        height: Theme.leastTarget
        width: Theme.signHuge

        background: Rectangle {
            border.color: Theme.accent
            border.width: Theme.stroke
            color: turn.glowing ? Theme.highlightSoft : Theme.paper
            radius: height / 2

            Glow {
                on: turn.glowing
                radius: height / 2
            }
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                colour: Theme.accent
                name: turn.iconName
                size: Theme.mm(9)
            }
        }
    }
}
