import QtQuick

//! Lines that a page of a scrolled screen shows all or not at all, such as a label and its value.
Item {}
