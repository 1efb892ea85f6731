import QtQuick
import TutorialKiosk.Backend

//! The place of one element, drawn by the file of its kind.
Loader {
    id: root

    required property PhoneElementViewModel element
    property real letterScale: 1
    readonly property real ownWidth: (item as PhoneElement)?.ownWidth ?? 0
    //! What is not written into makes room for the keyboard.
    readonly property bool shown: !wide || ((item as PhoneElement)?.besideKeyboard ?? false)
    readonly property bool squeezed: (item as PhoneElement)?.squeezed ?? false
    property bool wide: false

    visible: shown
    z: element.holdsFinger ? 1 : 0

    Component.onCompleted: setSource(element.view, {
        element: root.element
    })

    Binding {
        property: "letterScale"
        target: root.item
        value: root.letterScale
    }
    Binding {
        property: "wide"
        target: root.item
        value: root.wide
    }
}
