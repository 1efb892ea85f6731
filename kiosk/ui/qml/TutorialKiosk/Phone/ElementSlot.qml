import QtQuick
import TutorialKiosk.Backend

//! The place of one element, drawn by the file of its kind.
Loader {
    id: root

    required property PhoneElementViewModel element
    property real letterScale: 1
    property bool wide: false
    //! What is not written into makes room for the keyboard.
    readonly property bool shown: !wide || ((item as PhoneElement)?.besideKeyboard ?? false)
    readonly property real ownWidth: (item as PhoneElement)?.ownWidth ?? 0
    readonly property bool squeezed: (item as PhoneElement)?.squeezed ?? false

    visible: shown
    z: element.holdsFinger ? 1 : 0
    Component.onCompleted: setSource(element.view, {
        element: root.element
    })

    Binding {
        target: root.item
        property: "letterScale"
        value: root.letterScale
    }

    Binding {
        target: root.item
        property: "wide"
        value: root.wide
    }
}
