pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The items in front of a simulated camera: a touch on an item points the camera at it.
FittedView {
    id: root

    readonly property int columns: step.choices.count === 3 && width > Theme.halfWidth ? 3 : 2
    readonly property real inset: spacing + Theme.mm(3)
    readonly property int rows: Math.ceil(step.choices.count / columns)
    //! Whether a label of several words has lines of one word.
    readonly property bool crumbled: {
        for (let at = 0; at < things.count; at++) {
            const thing = things.itemAt(at) as Thing;
            if (thing && thing.lineCount > Math.ceil(thing.text.split(" ").length / 2))
                return true;
        }
        return false;
    }
    required property ChoosingViewModel step

    //! The height of the highest item, used for all.
    readonly property real tallest: {
        let height = Theme.target;
        for (let at = 0; at < things.count; at++)
            height = Math.max(height, things.itemAt(at)?.implicitHeight ?? 0);
        return height;
    }
    readonly property real thingWidth: Math.floor((width - 2 * inset - (columns - 1) * spacing) / columns)
    required property VoiceViewModel voice

    // Rather smaller letters than lines of one word.
    unsettled: overfull(things) || share > 0.7 * largest && crumbled
    wantedHeight: 2 * inset + rows * tallest + (rows - 1) * spacing

    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Theme.high ? Theme.stroke : 0
        color: Theme.cameraView
        radius: Theme.radius
    }
    // The camera's aim: its corners move to the item that was touched.
    Corners {
        readonly property Thing thing: {
            for (let at = 0; at < things.count; at++) {
                const each = things.itemAt(at) as Thing;
                if (each?.waits || each?.found)
                    return each;
            }
            return null;
        }

        colour: thing ? Theme.highlight : Theme.cameraSign
        height: (thing ? thing.height : root.height) + (thing ? 2 : -2) * Theme.smallGap
        width: (thing ? thing.width : root.width) + (thing ? 2 : -2) * Theme.smallGap
        x: (thing ? thing.x - Theme.smallGap : Theme.smallGap)
        y: (thing ? thing.y - Theme.smallGap : Theme.smallGap)
        z: 1

        Behavior on x {
            NumberAnimation {
                duration: Theme.slide
            }
        }
        Behavior on y {
            NumberAnimation {
                duration: Theme.slide
            }
        }
    }
    Repeater {
        id: things

        model: root.step.choices

        Thing {
            required chosen
            required iconName
            required property int index
            readonly property bool lastAlone: index === root.step.choices.count - 1 && index % root.columns === 0
            required leadsOn
            required property string name
            required text

            glowing: root.step.glowing === objectName
            height: root.tallest
            objectName: name
            pointed: root.step.pointed === objectName
            waits: root.step.pendingOption === objectName
            width: root.thingWidth
            x: lastAlone ? (root.width - width) / 2 : root.inset + (index % root.columns) * (width + root.spacing)
            y: root.inset + Math.floor(index / root.columns) * (height + root.spacing)

            onActivated: root.step.touch(objectName)
        }
    }

    component Thing: KioskButton {
        id: thing

        property bool chosen: false
        readonly property bool found: chosen && leadsOn
        property string iconName: ""
        property bool leadsOn: false
        readonly property alias lineCount: words.lineCount
        readonly property bool missed: chosen && !leadsOn
        property bool waits: false

        Accessible.checkable: true
        Accessible.checked: chosen
        Accessible.selected: waits
        //: Read aloud by a screen reader for a thing that the camera was aimed at.
        Accessible.description: found ? qsTr("Đúng rồi") : missed ? qsTr("Chưa đúng") : ""
        bottomPadding: Theme.slimGap
        overfull: words.contentWidth > words.width + 1
        topPadding: Theme.slimGap

        background: Rectangle {
            border.color: thing.waits ? Theme.accent : thing.found ? Theme.right : Theme.outline
            border.width: thing.found || thing.waits ? Theme.thick : Theme.high ? Theme.stroke : 0
            color: thing.pressed ? Theme.quietPressed : thing.found ? Theme.rightSoft : thing.missed ? Theme.ground : thing.glowing ? Theme.highlightSoft : Theme.paper
            radius: Theme.radius

            Glow {
                on: thing.glowing
            }
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: Theme.smallGap
                anchors.top: parent.top
                anchors.topMargin: Theme.smallGap
                colour: thing.found ? Theme.right : Theme.faintInk
                name: thing.found ? "check" : thing.missed ? "cross" : ""
                size: Theme.mm(9)
            }
        }
        contentItem: Item {
            implicitHeight: drawing.height + words.implicitHeight + Theme.tinyGap

            TakeTick {
                id: drawing

                anchors.horizontalCenter: parent.horizontalCenter
                size: Theme.mm(22 * root.share)
                waits: thing.waits

                Icon {
                    colour: thing.missed ? Theme.faintInk : Theme.ink
                    name: thing.iconName
                    size: drawing.size
                }
            }
            Label {
                id: words

                Accessible.ignored: true
                anchors.bottom: parent.bottom
                capMm: root.capMm
                color: thing.missed ? Theme.faintInk : Theme.ink
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.85
                text: Theme.withoutOrphan(Theme.withoutBadBreaks(thing.text))
                width: parent.width
            }
        }
    }
}
