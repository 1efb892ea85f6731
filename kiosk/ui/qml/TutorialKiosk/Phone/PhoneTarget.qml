import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A touchable place on the phone: a card that turns gold when it is the expected target.
KioskButton {
    id: root

    required property PhoneElementViewModel element
    required property string name

    // Little, because lines leave space for diacritics themselves.
    bottomPadding: Theme.mm(0.5)
    choiceName: name
    glowing: name !== "" && element.phone.glowing === name
    objectName: "phone:" + name
    shownPressed: name !== "" && element.phone.pressed === name
    pointed: name !== "" && element.phone.pointed === name
    topPadding: bottomPadding

    background: Rectangle {
        border.color: Theme.hairline
        border.width: Math.max(1, Theme.stroke / 2)
        color: root.glowing ? Theme.highlightSoft : Theme.paper
        radius: Theme.radius

        Glow {
            on: root.glowing
        }
    }

    onActivated: element.phone.touch(name)
}
