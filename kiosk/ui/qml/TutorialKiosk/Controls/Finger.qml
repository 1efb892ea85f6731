pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! A hand that moves to the middle of its target, presses it and moves away again, so that the label stays
//! visible. Without animation it rests at the lower edge.
Item {
    id: root

    //! Whether the hand is at the left of its target, as a left hand.
    property bool fromLeft: false
    //! How far the hand may extend to the sides and downwards: to the end of the page, or of an item that clips its
    //! content.
    readonly property rect reach: {
        let left = -1e6;
        let right = 1e6;
        let bottom = 1e6;
        // Read so that the binding is evaluated again when one of them moves or changes size.
        let read = root.width + root.height;
        for (let above = root.parent; above !== null; above = above.parent) {
            const isPage = above.objectName === "page";
            if (isPage || above.clip) {
                const here = above.mapFromItem(root, 0, 0);
                left = Math.max(left, -here.x);
                right = Math.min(right, above.width - here.x);
                bottom = Math.min(bottom, above.height - here.y);
            }
            if (isPage)
                break;
            read += above.x + above.y;
        }
        return Qt.rect(left, 0, right - left + 0 * read, bottom);
    }
    //! Whether the hand presses now, as a demonstration.
    property bool presses: false
    //! The horizontal position of the press, as a share of the width; 0 for the default.
    property real pressesAt: 0

    Accessible.ignored: true
    objectName: "finger"

    onPressesChanged: {
        if (presses) {
            coming.stop();
            hand.away = 0;
        } else {
            going.restart();
        }
    }

    Image {
        id: hand

        //! Distance from the place of the press: 1 when moved away completely.
        property real away: Theme.motion ? 1 : 0
        //! Depth of the press, from 0 to 1.
        property real dip: root.presses ? 1 : 0

        // The position of the fingertip in the drawing, as shares of its width and height.
        readonly property real tipX: (mirror ? 120 - 38 : 38) / 120
        readonly property real tipY: 8 / 150

        // On wide targets right of the middle, because labels begin at the left. Without animation, beside the label.
        readonly property real along: {
            if (root.fromLeft)
                return Theme.motion ? 0.3 : 0.08;
            if (Theme.motion && root.pressesAt > 0)
                return root.pressesAt;
            if (Theme.motion)
                return root.width > root.height * 2.2 ? 0.7 : 0.5;
            return root.width > width * 1.5 ? 1 - Theme.smallGap / root.width : 0.85;
        }

        height: width * 150 / 120
        mirror: root.fromLeft
        objectName: "hand"
        opacity: away < 1 ? 1 : 0
        source: "image://picture/finger"
        sourceSize: Qt.size(width, height)
        // Where it stands still, it covers less of what stands below.
        width: Theme.motion ? Theme.row : Theme.target * 0.75
        x: Math.max(root.reach.left, Math.min(root.width * along - width * tipX, root.reach.right - width)) + (mirror ? -away : away) * Theme.target
        y: Math.min((Theme.motion ? root.height * 0.55 : root.height - Theme.tinyGap) - height * tipY, root.reach.bottom - height) + away * Theme.block + dip * Theme.slimGap

        SequentialAnimation {
            id: coming

            loops: 3
            running: Theme.motion

            NumberAnimation {
                duration: Theme.glide
                easing.type: Easing.OutCubic
                from: 1
                property: "away"
                target: hand
                to: 0
            }
            NumberAnimation {
                duration: Theme.glide / 5
                property: "dip"
                target: hand
                to: 1
            }
            NumberAnimation {
                duration: Theme.glide / 5
                property: "dip"
                target: hand
                to: 0
            }
            PauseAnimation {
                duration: Theme.glide / 2
            }
            NumberAnimation {
                duration: Theme.glide / 2
                property: "away"
                target: hand
                to: 1
            }
            PauseAnimation {
                duration: Theme.glide * 2
            }
        }
        NumberAnimation {
            id: going

            duration: Theme.glide / 2
            property: "away"
            target: hand
            to: Theme.motion ? 1 : 0
        }
    }
}
