import QtQuick
import TutorialKiosk.Backend

//! The base of all elements of the simulated phone's screen.
Item {
    id: root

    required property PhoneElementViewModel element
    //! There is little height: it is as low as it can be.
    property bool flat: false
    //! How much larger than the smallest letters allowed: 1 or more.
    property real letterScale: 1
    //! A word does not fit between the edges.
    property bool squeezed: false

    //! Where words of it stand: all of it, unless its kind knows a line of its own for them.
    function partWith(words: string): Item {
        return root;
    }
}
