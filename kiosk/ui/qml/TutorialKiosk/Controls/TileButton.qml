import QtQuick
import TutorialKiosk.Theme

//! A large tile: a drawing on a coloured field with a label beside or below it, optionally with a number.
KioskButton {
    id: root

    //! Whether there is only a strip of colour instead of the coloured field, to leave more room for text.
    property bool compact: false
    readonly property bool beside: compact || width > height * 1.15
    property real capMm: Theme.bodyCap
    property bool chosen: false
    readonly property real edge: chosen ? Theme.thick : Theme.stroke
    readonly property real fieldHeight: beside ? height - 2 * edge : Math.round(height * 0.5)
    readonly property real fieldWidth: {
        if (compact)
            return Theme.margin;
        if (!beside)
            return width - 2 * edge;
        return Math.round(pictureName === "" ? Math.min(width * 0.3, Math.max(height * 0.5, Theme.primary)) : width * 0.42);
    }
    property string iconName: ""
    //! The minimum size to which the title shrinks to make room for the note; unit as `capMm`.
    property real leastCapMm: Theme.leastCap
    //! Additional content below the text.
    property Component extraContent: null
    property string note: ""
    //! The height available below the title.
    readonly property real noteRoom: place.height - title.implicitHeight - Theme.smallGap * 2
    property string number: ""
    //! Name of a large drawing that replaces the icon.
    property string pictureName: ""
    //! Scale of the title, reduced so that no word is cut off and the note has room.
    property real share: 1
    //! Whether a tick marks the tile as chosen, independent of colour.
    property bool ticked: false

    function fit(): void {
        const least = leastCapMm / capMm;
        share = 1;
        while (place.height > 0 && place.width > 0 && share > least && !fits())
            share = Math.max(least, share * 0.95);
    }
    function fits(): bool {
        return title.contentWidth <= title.width + 1 && title.implicitHeight <= place.height && (note === "" || noteFits());
    }
    function noteFits(): bool {
        return title.implicitHeight + remark.implicitHeight + Theme.smallGap < place.height;
    }

    Accessible.checkable: ticked
    Accessible.checked: ticked
    padding: 0
    spokenName: [number, text, note].filter(each => each !== "").join(". ")

    Component.onCompleted: fit()
    onNoteChanged: again.start()
    onTextChanged: again.start()

    // The text is laid out a little later than its place.
    Timer {
        id: again

        interval: 0

        onTriggered: root.fit()
    }
    Connections {
        function onTextScaleChanged(): void {
            root.fit();
        }
        function onUnitPxChanged(): void {
            root.fit();
        }

        target: Theme
    }

    background: Rectangle {
        border.color: root.chosen ? Theme.highlight : Theme.outline
        border.width: root.edge
        color: root.pressed ? Theme.quietPressed : root.chosen ? Theme.highlightSoft : Theme.paper
        radius: Theme.radius

        Glow {
            on: root.glowing
        }
    }
    contentItem: Item {
        Rectangle {
            id: field

            bottomLeftRadius: root.beside ? topLeftRadius : 0
            color: root.pictureName !== "" ? "transparent" : root.pressed ? Theme.accentPressed : Theme.accent
            height: root.fieldHeight
            topLeftRadius: Theme.radius - root.edge
            topRightRadius: root.beside ? 0 : topLeftRadius
            width: root.fieldWidth
            x: root.edge
            y: root.edge

            Icon {
                anchors.centerIn: parent
                anchors.verticalCenterOffset: numeral.visible && root.beside ? numeral.height / 2 : 0
                colour: Theme.accentInk
                name: root.pictureName === "" && !root.compact ? root.iconName : ""
                size: Math.min(field.width * 0.7, (field.height - (numeral.visible && root.beside ? numeral.height : 0)) * 0.7, Theme.drawing)
            }
            Picture {
                anchors.fill: parent
                anchors.leftMargin: Theme.gap
                anchors.margins: Theme.smallGap
                // The number in the corner must not cover the drawing.
                anchors.topMargin: numeral.visible ? numeral.height : Theme.smallGap
                name: root.pictureName
            }
            Rectangle {
                id: numeral

                bottomRightRadius: Theme.radius
                color: Theme.accent
                height: digits.implicitHeight + Theme.smallGap
                topLeftRadius: field.topLeftRadius
                visible: root.number !== ""
                width: Math.max(Theme.target, digits.implicitWidth + Theme.gap * 2)

                Label {
                    id: digits

                    Accessible.ignored: true
                    anchors.centerIn: parent
                    capMm: Theme.bodyCap
                    color: Theme.accentInk
                    font.bold: true
                    lineHeight: 0.8
                    text: root.number
                }
            }
        }
        Item {
            id: place

            height: root.beside ? parent.height : parent.height - root.fieldHeight
            width: (root.beside ? parent.width - root.fieldWidth : parent.width) - Theme.gap * 2
            x: (root.beside ? root.fieldWidth : 0) + Theme.gap
            y: root.beside ? 0 : root.fieldHeight

            onHeightChanged: again.start()
            onWidthChanged: again.start()

            // Beside the last line, which is usually short.
            Icon {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.gap
                anchors.right: parent.right
                colour: Theme.accent
                name: root.ticked ? "check" : ""
                size: Theme.signLarge
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.smallGap
                width: parent.width

                Label {
                    id: title

                    Accessible.ignored: true
                    capMm: root.capMm * root.share
                    font.bold: true
                    horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
                    lineHeight: 0.82
                    text: Theme.withoutOrphan(Theme.withoutBadBreaks(root.text))
                    width: parent.width
                }
                Label {
                    id: remark

                    Accessible.ignored: true
                    capMm: Theme.smallCap
                    color: Theme.faintInk
                    horizontalAlignment: title.horizontalAlignment
                    lineHeight: 0.82
                    text: root.note
                    visible: text !== "" && root.noteFits()
                    width: parent.width
                }
                Loader {
                    active: root.extraContent !== null
                    sourceComponent: root.extraContent
                    visible: active
                    width: parent.width
                }
            }
        }
    }
}
