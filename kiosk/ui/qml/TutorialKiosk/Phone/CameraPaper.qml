pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A paper with a QR code, slightly rotated as in a camera view, between the corners of the viewfinder.
Item {
    id: root

    //! Progress of aiming the camera: 1 when the paper is between the corners.
    property real aimed: 1
    //! Space between the paper and the corners for the rotation.
    readonly property real rotationMargin: Theme.margin
    property string caption: ""
    property string code: ""
    //! The minimum height at which the code is still readable, for a camera and for the eye, with two lines of
    //! caption: the actual number of lines depends on the given height.
    readonly property real least: Theme.mm(38) + 2 * rotationMargin + (caption === "" ? 0 : 2 * smallLine + Theme.slimGap)
    //! Requested scale of the caption's letters; reduced so that the caption fits in two lines and the code keeps its
    //! size.
    property real letterScale: 1
    readonly property real fittingScale: {
        const high = height - 2 * rotationMargin - Theme.slimGap;
        const wide = metrics.advanceWidth(caption) * 0.62;
        return Math.min(letterScale, high / (2 * smallLine + wide), (width - 2 * rotationMargin) / wide, (high - Theme.mm(38)) / (2 * smallLine));
    }
    readonly property real reach: rotationMargin - Theme.mm(0.8)
    readonly property real smallLine: Math.round(metrics.font.pixelSize * words.lineHeightFactor)
    readonly property real side: Math.floor(Math.min(width - 2 * rotationMargin, height - 2 * rotationMargin - words.height))

    //! The side length of the code above a caption of `count` lines.
    function besideLines(count: int): real {
        return Math.min(width - 2 * rotationMargin, height - 2 * rotationMargin - count * words.lineHeight - Theme.slimGap);
    }

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.lettersAt(Theme.smallCap, 1)
    }
    Rectangle {
        id: paper

        anchors.centerIn: parent
        anchors.horizontalCenterOffset: (1 - root.aimed) * root.width * 0.3
        anchors.verticalCenterOffset: (1 - root.aimed) * root.rotationMargin * 2
        antialiasing: true
        color: Theme.codePaper
        height: root.side + words.height
        rotation: -3 - 9 * (1 - root.aimed)
        width: root.side

        QrImage {
            id: image

            height: width
            payload: root.code
            width: root.side
        }
        PhoneLabel {
            id: words

            Accessible.ignored: true
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: image.bottom
            color: Theme.codeInk
            height: text === "" ? 0 : implicitHeight + Theme.slimGap
            horizontalAlignment: Text.AlignHCenter
            letterScale: Math.max(1, root.fittingScale)
            text: Theme.withoutOrphan(root.caption)
            // The width keeps the caption as narrow as the code above it.
            width: root.besideLines(metrics.advanceWidth(text) * letterScale < root.besideLines(1) ? 1 : 2)
        }
    }
    // The camera is aimed when the paper appears.
    NumberAnimation on aimed {
        duration: Theme.glide
        easing.type: Easing.OutCubic
        from: 0
        running: Theme.motion
        to: 1
    }
    Corners {
        anchors.centerIn: parent
        height: paper.height + 2 * root.reach
        width: paper.width + 2 * root.reach
    }
}
