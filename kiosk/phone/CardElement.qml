pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    function partWith(words: string): Item {
        // A Column lays out its items only before painting.
        lines.forceLayout();
        content.forceLayout();
        for (let at = 0; at < values.count; at++) {
            const line = values.itemAt(at) as Line;
            if (line?.label === words || line?.value === words)
                return line;
        }
        return title;
    }

    implicitHeight: target.implicitHeight
    squeezed: {
        for (let at = 0; at < values.count; at++) {
            if ((values.itemAt(at) as Line)?.squeezed)
                return true;
        }
        return title.squeezed || words.squeezed;
    }

    PhoneTarget {
        id: target

        Accessible.description: root.element.fields.text ?? ""
        Accessible.role: name === "" ? Accessible.StaticText : Accessible.Button
        anchors.fill: parent
        bottomPadding: Theme.slimGap
        element: root.element
        enabled: name !== ""
        name: root.element.target
        text: root.element.fields.card
        topPadding: Theme.slimGap

        contentItem: Item {
            implicitHeight: content.tall

            PhoneColumn {
                id: content

                width: parent.width

                PhoneLabel {
                    id: title

                    Accessible.ignored: true
                    font.bold: true
                    letterScale: root.letterScale
                    text: withBreaksFor(target.text, width)
                    width: parent.width
                }
                PhoneLabel {
                    id: words

                    Accessible.ignored: true
                    height: text === "" ? 0 : implicitHeight
                    letterScale: root.letterScale
                    text: withBreaksFor(root.element.fields.text ?? "", width)
                    width: parent.width
                }
                PhoneColumn {
                    id: lines

                    height: tall
                    width: parent.width

                    Repeater {
                        id: values

                        model: root.element.fields.rows

                        Line {
                            required property var modelData

                            label: modelData.label
                            value: modelData.value
                            width: lines.width
                        }
                    }
                }
            }
        }
    }

    //! A label and its value: side by side if both fit, otherwise one below the other; values end at the right.
    component Line: PhoneUnit {
        id: line

        //! At least as wide as a space between words, so that larger letters stay apart too.
        readonly property real gap: Math.max(Theme.smallGap, first.font.pixelSize / 4)
        readonly property bool beside: first.implicitWidth + gap + second.implicitWidth <= width
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
            horizontalAlignment: Text.AlignRight
            letterScale: root.letterScale
            text: Theme.withoutBadBreaks(line.value)
            width: line.beside ? implicitWidth : line.width
            y: line.beside ? 0 : first.height
        }
    }
}
