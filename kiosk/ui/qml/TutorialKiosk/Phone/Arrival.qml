import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A message that drops in over the screen and goes up again; touched, it is pulled down to be read.
KioskButton {
    id: root

    //! Something is written below it, and needs the height.
    property bool brief: false
    property string sender: ""
    readonly property bool here: sender !== ""
    //! How much of it is still above the glass: 1 for all.
    property real above: 1
    //! How high it is with the letters for which there is room.
    property real fitted: 0
    property real letterScale: 1
    //! How high it may be, where keys below it are to be seen.
    property real room: Infinity

    function drop(): void {
        going.stop();
        rising.stop();
        above = Theme.motion ? 1 : 0;
        going.start();
    }
    //! Letters as large as there is room for; of a message that is not there nothing is fitted.
    function fit(): void {
        if (!here)
            return;
        letterScale = 1.35 * Theme.textScale * Math.max(1, width / Theme.mm(125));
        while (letterScale > 1 && implicitHeight > room)
            letterScale = Math.max(1, letterScale * 0.94);
        fitted = implicitHeight;
    }
    //! Goes up at once.
    function rise(): void {
        going.stop();
        rising.start();
    }

    Accessible.description: text
    bottomPadding: brief ? Theme.tinyGap : padding
    objectName: "phone:arrival"
    spokenName: sender
    topPadding: bottomPadding
    visible: here && above < 1
    y: -above * (height + Theme.gap)

    background: Rectangle {
        border.color: Theme.ink
        border.width: Theme.stroke
        color: Theme.paper
        radius: Theme.margin
    }
    contentItem: Item {
        implicitHeight: from.height + words.height

        PhoneTile {
            id: tile

            iconName: "message"
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
            text: root.sender
            verticalAlignment: Text.AlignVCenter
        }
        PhoneLabel {
            id: words

            Accessible.ignored: true
            anchors.top: from.bottom
            letterScale: root.letterScale
            text: laid(root.text, width)
            width: parent.width
        }
    }

    onHereChanged: Qt.callLater(fit)
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
