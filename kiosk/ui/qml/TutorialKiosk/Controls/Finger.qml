pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! A hand that comes to the middle of what it lies upon, presses it and goes away again, so that the
//! words stay seen. Where nothing moves it stands still, at the lower edge.
Item {
    id: root

    //! Where the page ends that it is shown on, and the glass that cuts off what is longer, seen from here: how far
    //! the hand may reach.
    readonly property size reach: {
        let right = Infinity;
        let bottom = Infinity;
        // Read so that the reach is known anew when any of them moves or grows.
        let read = root.width + root.height;
        for (let above = root.parent; above !== null; above = above.parent) {
            const isPage = above.objectName === "page";
            if (isPage || above.clip) {
                const here = above.mapFromItem(root, 0, 0);
                right = Math.min(right, above.width - here.x);
                bottom = Math.min(bottom, above.height - here.y);
            }
            if (isPage)
                break;
            read += above.x + above.y;
        }
        return Qt.size(right + 0 * read, bottom);
    }
    //! It presses now, because the kiosk shows how it is done.
    property bool presses: false
    //! How far along it presses, as a share of the width; 0 for as is usual.
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

        //! How far it is from where it presses: 1 for out of the way.
        property real away: Theme.motion ? 1 : 0
        //! How deep it presses.
        property real dip: root.presses ? 1 : 0

        // The finger's tip in the drawing, as shares of its width and height.
        readonly property real tipX: 38 / 120
        readonly property real tipY: 8 / 150

        // On something wide, beyond its middle: its words begin at the left. Where it stands still, beside its words.
        readonly property real along: {
            if (Theme.motion && root.pressesAt > 0)
                return root.pressesAt;
            if (Theme.motion)
                return root.width > root.height * 2.2 ? 0.7 : 0.5;
            return root.width > width * 1.5 ? 1 - Theme.smallGap / root.width : 0.85;
        }

        height: width * 150 / 120
        objectName: "hand"
        opacity: away < 1 ? 1 : 0
        source: "image://picture/finger"
        sourceSize: Qt.size(width, height)
        // Where it stands still, it covers less of what stands below.
        width: Theme.motion ? Theme.row : Theme.target
        x: Math.min(root.width * along - width * tipX, root.reach.width - width) + away * Theme.target
        y: Math.min((Theme.motion ? root.height * 0.55 : root.height - Theme.tinyGap) - height * tipY, root.reach.height - height) + away * Theme.block + dip * Theme.slimGap

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
