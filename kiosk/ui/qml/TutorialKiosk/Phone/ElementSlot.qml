import QtQuick
import TutorialKiosk.Backend

//! The place of one element, which loads the QML file of its kind.
Loader {
    id: root

    required property PhoneElementViewModel element
    //! Whether labels are to be placed beside their fields, because height is scarce.
    property bool labelsBeside: false
    property real letterScale: 1
    //! Factor to the screen's letter scale; below 1 where a word would not fit.
    property real share: 1
    readonly property bool squeezed: (item as PhoneElement)?.squeezed ?? false

    z: element.holdsFinger ? 1 : 0

    Component.onCompleted: setSource(element.view, {
        element: root.element,
        labelsBeside: root.labelsBeside,
        letterScale: root.letterScale
    })

    Binding {
        property: "labelsBeside"
        target: root.item
        value: root.labelsBeside
    }
    Binding {
        property: "letterScale"
        target: root.item
        value: root.letterScale
    }
}
