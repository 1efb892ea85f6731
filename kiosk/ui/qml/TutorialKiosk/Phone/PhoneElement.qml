import QtQuick
import TutorialKiosk.Backend

//! The base of all elements of the simulated phone's screen.
Item {
    id: root

    //! What all apps of the screen have in common; null elsewhere.
    property AppLayout apps: null
    required property PhoneElementViewModel element
    //! Whether height is scarce: labels are placed beside their fields, drawings are small.
    property bool compact: false
    //! Letter scale relative to the smallest letters allowed: 1 or more.
    property real letterScale: 1
    //! Whether a word is wider than its place.
    property bool squeezed: false

    //! The item that shows `words`: the whole element, unless its kind has a separate item for the line.
    function partWith(words: string): Item {
        return root;
    }
}
