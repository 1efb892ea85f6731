pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Phone

PhoneElement {
    id: root

    implicitHeight: target.implicitHeight
    squeezed: list.squeezed

    PhoneTarget {
        id: target

        Accessible.description: list.messageTexts
        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.phone.messages.count === 0 ? root.element.fields.empty : "Tin nhắn"

        contentItem: MessageList {
            id: list

            empty: root.element.fields.empty
            letterScale: root.letterScale
            messages: root.element.phone.messages
        }
    }
}
