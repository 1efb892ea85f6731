pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! Labels and their values: beside each other where both fit, else under each other.
PhoneColumn {
    id: root

    property real letterScale: 1
    //! Each has a `label` and a `value`.
    property list<var> rows: []
    readonly property bool squeezed: {
        for (let at = 0; at < lines.count; at++) {
            if ((lines.itemAt(at) as Line)?.squeezed)
                return true;
        }
        return false;
    }

    spacing: Theme.tinyGap

    Repeater {
        id: lines

        model: root.rows

        Line {
            required property var modelData

            label: modelData.label
            value: modelData.value
            width: root.width
        }
    }

    component Line: Item {
        id: line

        readonly property real air: Theme.mm(3)
        readonly property bool beside: first.implicitWidth + air + second.implicitWidth <= width
        property alias label: first.text
        readonly property bool squeezed: first.squeezed || second.squeezed
        property string value: ""

        implicitHeight: beside ? Math.max(first.height, second.height) : first.height + second.height

        PhoneLabel {
            id: first

            color: Theme.faintInk
            letterScale: root.letterScale
            width: Math.min(implicitWidth, line.width)
        }
        PhoneLabel {
            id: second

            anchors.right: parent.right
            font.bold: true
            horizontalAlignment: line.beside ? Text.AlignRight : Text.AlignLeft
            letterScale: root.letterScale
            text: Theme.unbroken(line.value)
            width: line.beside ? implicitWidth : line.width
            y: line.beside ? 0 : first.height
        }
    }
}
