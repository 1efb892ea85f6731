import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

PhoneElement {
    id: root

    //! The size of the names of all apps on the screen, relative to other text: slightly smaller if names of one or two
    //! syllables are then in one line, beside the ring. In larger text only a name
    //! of one syllable, which cannot be parted, is much smaller.
    readonly property real nameShare: {
        // Read so that it is computed again for another font size.
        let share = Math.min(1, 1 + metrics.height);
        const least = Math.max(0.65, Theme.leastCap * Theme.textScale / (Theme.smallCap * root.letterScale));
        for (const each of root.element.phone.elements) {
            const name = each.kind === "app" ? each.fields.label : "";
            const one = 0.98 * word.width / metrics.advanceWidth(name);
            const syllables = name.split(" ").length;
            const keepsSize = Theme.textScale > 1 && !(each === root.element && syllables === 1);
            if (syllables <= 2 && one >= (keepsSize ? 0.95 : least))
                share = Math.min(share, one);
        }
        return share;
    }

    implicitHeight: target.implicitHeight
    squeezed: root.letterScale > 1 && word.contentWidth > root.width + 1

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.lettersAt(Theme.smallCap, root.letterScale)
    }
    PhoneTarget {
        id: target

        anchors.fill: parent
        bottomPadding: root.compact ? 0 : Theme.tinyGap
        element: root.element
        leftPadding: 0
        name: root.element.target
        // Beside the name, which is in the middle.
        pressedAt: 0.85
        rightPadding: 0
        text: root.element.fields.label
        topPadding: bottomPadding

        background: Rectangle {
            color: target.glowing ? Theme.highlightSoft : "transparent"
            radius: Theme.radius

            Glow {
                on: target.glowing
            }
        }
        contentItem: Item {
            implicitHeight: tile.height + word.anchors.topMargin + word.implicitHeight

            PhoneTile {
                id: tile

                anchors.horizontalCenter: parent.horizontalCenter
                iconName: root.element.fields.icon
                size: Theme.mm(root.compact ? 14 : 14 * root.letterScale)
            }
            PhoneLabel {
                id: word

                Accessible.ignored: true
                anchors.top: tile.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.topMargin: Theme.stroke
                capMm: Theme.smallCap * root.nameShare
                horizontalAlignment: Text.AlignHCenter
                letterScale: root.letterScale
                text: target.text
                // Beside the ring.
                width: parent.width - (Theme.textScale > 1 ? 0 : 2 * Theme.tinyGap)
            }
        }
    }
}
