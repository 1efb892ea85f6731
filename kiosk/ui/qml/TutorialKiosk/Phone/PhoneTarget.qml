import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A place on the phone that can be touched: a card that turns gold where the finger should go.
KioskButton {
    id: root

    required property PhoneElementViewModel element
    required property string name

    objectName: "phone:" + name
    glowing: element.glowing === name
    pointed: element.pointed === name
    topPadding: Theme.mm(1)
    bottomPadding: Theme.mm(1)
    onActivated: element.touch(name)

    background: Rectangle {
        color: root.pressed ? Theme.quietPressed : root.glowing ? Theme.hereSoft : Theme.paper
        border.width: Math.max(1, Theme.stroke / 2)
        border.color: Theme.hairline
        radius: Theme.radius

        Glow {
            on: root.glowing
        }
    }
}
