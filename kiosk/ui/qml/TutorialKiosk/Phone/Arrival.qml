import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The banner of an arriving message, which hides again; a touch opens the notification shade.
KioskButton {
    id: root

    //! Whether the message is shown during typing, where height is scarce.
    property bool compact: false
    //! Whether the sender is written in front of the text, without a drawing, instead of above it.
    property bool joined: false
    property string sender: ""
    readonly property bool hasMessage: sender !== ""
    //! Share of the banner that is above the screen: 1 when hidden, 0 when fully shown.
    property real above: 1
    //! The height with the fitted letters.
    property real fitted: 0
    property real letterScale: 1
    //! The maximum height, so that keys below stay visible.
    property real room: Infinity

    function drop(): void {
        going.stop();
        rising.stop();
        above = Theme.motion ? 1 : 0;
        going.start();
    }
    //! Fits the letters to the available height; does nothing without a message. Larger text is joined to its sender
    //! where its letters would else have to shrink.
    function fit(): void {
        if (!hasMessage)
            return;
        joined = false;
        const usual = 1.35 * Theme.textScale * Math.max(1, width / Theme.mm(125));
        fitFrom(usual);
        const apart = letterScale;
        joined = Theme.textScale > 1 && apart < usual;
        if (joined) {
            fitFrom(usual);
            joined = letterScale > apart;
            letterScale = Math.max(letterScale, apart);
        }
        fitted = implicitHeight;
    }
    function fitFrom(usual: real): void {
        letterScale = usual;
        const step = Theme.textScale > 1 ? 0.98 : 0.94;
        while (letterScale > 1 && implicitHeight > room)
            letterScale = Math.max(1, letterScale * step);
    }
    //! Hides the banner at once.
    function rise(): void {
        going.stop();
        rising.start();
    }

    Accessible.description: text
    bottomPadding: joined ? Theme.mm(0.5) : compact ? Theme.tinyGap : padding
    objectName: "phone:arrival"
    spokenName: sender
    topPadding: bottomPadding
    visible: hasMessage && above < 1
    y: -above * (height + Theme.gap)

    background: Rectangle {
        border.color: Theme.ink
        border.width: Theme.stroke
        color: Theme.paper
        radius: Theme.margin
    }
    contentItem: Item {
        implicitHeight: root.joined ? words.height : from.height + words.height

        PhoneTile {
            id: tile

            iconName: root.joined ? "" : "message"
            size: Theme.mm(8 * root.letterScale)
            radius: size / 2
        }
        PhoneLabel {
            id: from

            Accessible.ignored: true
            anchors.left: tile.right
            anchors.leftMargin: Theme.smallGap
            anchors.right: parent.right
            font.bold: true
            height: Math.max(tile.height, implicitHeight)
            letterScale: root.letterScale
            text: root.joined ? "" : root.sender
            verticalAlignment: Text.AlignVCenter
            visible: !root.joined
        }
        PhoneLabel {
            id: words

            Accessible.ignored: true
            letterScale: root.letterScale
            lineHeightFactor: root.joined ? 1.2 : 1.3
            text: withBreaksFor(root.joined ? root.sender + ": " + root.text : root.text, width)
            width: parent.width
            y: root.joined ? 0 : from.height
        }
    }

    onHasMessageChanged: Qt.callLater(fit)
    onRoomChanged: Qt.callLater(fit)
    onTextChanged: Qt.callLater(fit)
    onWidthChanged: Qt.callLater(fit)

    Connections {
        function onTextScaleChanged(): void {
            Qt.callLater(root.fit);
        }
        function onUnitPxChanged(): void {
            Qt.callLater(root.fit);
        }

        target: Theme
    }
    SequentialAnimation {
        id: going

        NumberAnimation {
            duration: Theme.slide
            easing.type: Easing.OutCubic
            property: "above"
            target: root
            to: 0
        }
        PauseAnimation {
            duration: Theme.arrivalStays
        }
        ScriptAction {
            script: rising.start()
        }
    }
    NumberAnimation {
        id: rising

        duration: Theme.slide
        easing.type: Easing.InCubic
        property: "above"
        target: root
        to: 1
    }
}
