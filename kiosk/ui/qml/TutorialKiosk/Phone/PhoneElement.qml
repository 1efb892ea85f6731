import QtQuick
import TutorialKiosk.Backend

//! What every element of the simulated phone's screen has.
Item {
    //! It is seen above the keyboard too.
    property bool besideKeyboard: false
    required property PhoneElementViewModel element
    //! How much larger than the smallest letters allowed: 1 or more.
    property real letterScale: 1
    //! The width that a title needs above the keyboard; others share the rest.
    property real ownWidth: 0
    //! A word does not fit between the edges.
    property bool squeezed: false
    //! The phone is drawn wide, above its keyboard.
    property bool wide: false
}
