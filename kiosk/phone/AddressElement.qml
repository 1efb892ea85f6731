import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    readonly property string address: Theme.withoutBadBreaks(root.element.fields.address)
    //! The letter scale at which the whole address fits in one line beside its icon; rounded down to whole pixels,
    //! because a larger size would be too wide.
    readonly property real lineScale: {
        const letter = Theme.smallCap * Theme.unitPx / Theme.capRatio;
        const room = width - 3 * Theme.slimGap;
        const wide = (metrics.advanceWidth(root.address) + 2) / metrics.font.pixelSize;
        const beside = (room - Theme.signSmall) / wide;
        const grown = room / (wide + signShare * Theme.signSmall / letter);
        return Math.floor(beside * signShare <= letter ? beside : Math.max(letter / signShare, grown)) / letter;
    }
    //! Growth of the icon relative to that of the letters.
    readonly property real signShare: 0.7
    readonly property bool secure: root.element.fields.secure

    implicitHeight: Math.max(Theme.mm(12), words.implicitHeight + Theme.mm(3))
    squeezed: words.squeezed || root.letterScale > 1 && words.lineCount > 2

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.lettersAt(Theme.smallCap, Theme.phoneScale)
    }
    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Math.max(1, Theme.stroke / 2)
        color: Theme.keyboard
        radius: Theme.mm(6)
    }
    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.slimGap
        anchors.verticalCenter: parent.verticalCenter
        colour: root.secure ? Theme.ink : Theme.danger
        name: root.secure ? "lock" : "warning"
        size: Theme.signSmall * Math.max(1, words.letterScale * root.signShare)
    }
    PhoneLabel {
        id: words

        Accessible.name: root.element.fields.address
        anchors.left: sign.right
        anchors.leftMargin: Theme.slimGap
        anchors.right: parent.right
        anchors.rightMargin: Theme.slimGap
        anchors.verticalCenter: parent.verticalCenter
        letterScale: root.lineScale < 1 ? root.letterScale : Math.min(root.letterScale, root.lineScale)
        // On several lines, it breaks before a dot or a slash, so that the domain ending stays in one piece.
        text: root.lineScale < 1 ? Theme.withAddressBreaks(root.address).replace(/\//g, "\u200B/") : root.address
    }
}
