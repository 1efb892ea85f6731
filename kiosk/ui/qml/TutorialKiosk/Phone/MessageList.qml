pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! Messages, newest first, with sender and text.
Item {
    id: root

    property string empty: ""
    property real letterScale: 1
    //! Rows of `MessageRow`.
    required property TypedListModel messages
    readonly property bool squeezed: {
        for (let at = 0; at < entries.count; at++) {
            if ((entries.itemAt(at) as Entry)?.squeezed)
                return true;
        }
        return false;
    }
    //! The text of all messages, for a screen reader.
    readonly property string messageTexts: {
        const texts = [];
        for (let at = 0; at < entries.count; at++) {
            const entry = entries.itemAt(at) as Entry;
            texts.push((entry?.sender ?? "") + ": " + (entry?.text ?? ""));
        }
        return texts.join(". ");
    }

    implicitHeight: column.tall

    PhoneColumn {
        id: column

        spacing: Theme.smallGap
        width: parent.width

        Loader {
            active: root.messages.count === 0
            width: parent.width

            sourceComponent: PhoneLabel {
                Accessible.ignored: true
                color: Theme.faintInk
                letterScale: root.letterScale
                text: root.empty
            }
        }
        Repeater {
            id: entries

            model: root.messages

            Entry {
                required sender
                required text

                width: column.width
            }
        }
    }

    component Entry: Item {
        id: entry

        property string sender: ""
        readonly property bool squeezed: words.squeezed || from.squeezed
        property string text: ""

        height: from.height + words.height
        implicitHeight: height

        PhoneLabel {
            id: from

            Accessible.ignored: true
            font.bold: true
            letterScale: root.letterScale
            text: entry.sender
            width: parent.width
        }
        PhoneLabel {
            id: words

            Accessible.ignored: true
            anchors.top: from.bottom
            letterScale: root.letterScale
            text: withBreaksFor(entry.text, width)
            width: parent.width
        }
    }
}
