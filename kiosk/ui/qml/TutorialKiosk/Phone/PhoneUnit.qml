import QtQuick

//! Lines that a page of a scrolled screen shows all or not at all, such as a label and its value.
Item {
    //! Not found by its type: asking for a type that is not loaded yet waits for the thread that loads QML.
    readonly property bool undivided: true
}
