import QtQuick
import TutorialKiosk.Backend

//! The place of one element, which loads the QML file of its kind.
Loader {
    id: root

    //! What all apps of the screen have in common; null elsewhere.
    property AppLayout apps: null
    required property PhoneElementViewModel element
    //! Whether height is scarce: labels are placed beside their fields, drawings are small.
    property bool compact: false
    property real letterScale: 1
    //! Factor to the screen's letter scale; below 1 where a word would not fit.
    property real share: 1
    readonly property bool squeezed: (item as PhoneElement)?.squeezed ?? false

    z: element.holdsFinger ? 1 : 0

    Component.onCompleted: setSource(element.view, {
        element: root.element,
        apps: root.apps,
        compact: root.compact,
        letterScale: root.letterScale
    })

    Binding {
        property: "compact"
        target: root.item
        value: root.compact
    }
    Binding {
        property: "letterScale"
        target: root.item
        value: root.letterScale
    }
}
