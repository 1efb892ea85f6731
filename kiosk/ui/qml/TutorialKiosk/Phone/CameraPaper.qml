pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A paper with a code, a little askew as it is before a camera, between the corners that aim at it.
Item {
    id: root

    //! How far the camera is aimed: 1 when the paper lies between the corners.
    property real aimed: 1
    //! Between the paper and the corners, so that it can lie askew.
    readonly property real air: Theme.margin
    property string caption: ""
    property string code: ""
    //! The least height at which a camera, and an eye, still tell the code, with two lines of words under it:
    //! how many there are depends on the height that is given.
    readonly property real least: Theme.mm(38) + 2 * air + (caption === "" ? 0 : 2 * smallLine + Theme.slimGap)
    //! How much larger than the smallest the letters under the code may be; they stay as small as two lines, and the
    //! code over them, ask for.
    property real letterScale: 1
    readonly property real fittingScale: {
        const high = height - 2 * air - Theme.slimGap;
        const wide = metrics.advanceWidth(caption) * 0.62;
        return Math.min(letterScale, high / (2 * smallLine + wide), (width - 2 * air) / wide, (high - Theme.mm(38)) / (2 * smallLine));
    }
    readonly property real reach: air - Theme.mm(0.8)
    readonly property real smallLine: Math.round(metrics.font.pixelSize * words.pitch)
    readonly property real side: Math.floor(Math.min(width - 2 * air, height - 2 * air - words.height))

    //! The side of the code when so many lines stand under it.
    function besideLines(count: int): real {
        return Math.min(width - 2 * air, height - 2 * air - count * words.lineHeight - Theme.slimGap);
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
        anchors.verticalCenterOffset: (1 - root.aimed) * root.air * 2
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
            text: Theme.joined(root.caption)
            // So wide that the words stay as narrow as the code over them.
            width: root.besideLines(metrics.advanceWidth(text) * letterScale < root.besideLines(1) ? 1 : 2)
        }
    }
    // As it comes into view, the camera is aimed at it.
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
