import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A place on the phone that can be touched: a card that turns gold where the finger should go.
KioskButton {
    id: root

    required property PhoneElementViewModel element
    required property string name

    bottomPadding: Theme.mm(1)
    glowing: name !== "" && element.glowing === name
    objectName: "phone:" + name
    pointed: name !== "" && element.pointed === name
    topPadding: Theme.mm(1)

    background: Rectangle {
        border.color: Theme.hairline
        border.width: Math.max(1, Theme.stroke / 2)
        color: root.pressed ? Theme.quietPressed : root.glowing ? Theme.hereSoft : Theme.paper
        radius: Theme.radius

        Glow {
            on: root.glowing
        }
    }

    onActivated: element.touch(name)
}
