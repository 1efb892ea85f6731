pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! One step: the text on one side, the phone on the other.
Item {
    id: root

    readonly property bool hasPhone: lesson.showsPhone
    readonly property bool hasSide: hasPhone || viewBeside || lesson.opening
    readonly property bool hasView: lesson.place === "beside" || lesson.place === "below"
    readonly property LessonViewModel lesson: visit.lesson
    readonly property bool portrait: height > width
    // The phone takes the height from the ornament to the bar and more than a third of the width; on an upright
    // screen more than three fifths of the height.
    readonly property real phoneWidth: Math.round((width + 2 * Theme.margin) * (viewBelow && Theme.textScale > 1 ? 0.3605 : 0.37))
    readonly property real phoneHeight: Math.round(Theme.heightPx * 0.605)
    readonly property real sideHeight: !portrait ? body.height : hasPhone ? phoneHeight : body.height * (!hasView || viewFills ? 0.5 : Theme.textScale > 1 ? 0.53 : 0.55)
    readonly property real sideWidth: {
        if (!hasSide)
            return 0;
        if (portrait)
            return width;
        if (typing)
            return Math.min(Theme.mm(186), width * 0.635);
        if (hasPhone)
            return phoneWidth;
        // Large letters over a note of several lines need the width.
        return width * (viewFills || lesson.opening || Theme.textScale > 1 && lesson.note.count > 1 ? 0.4 : 0.48);
    }
    readonly property real stageTop: Math.round(-body.y - Theme.gap * 0.6)
    readonly property bool tall: hasPhone && !portrait
    //! Whether the phone shows its keyboard; it is hidden after the kiosk has typed everything in a demonstration.
    readonly property bool typing: lesson.place === "phone" && !lesson.shownDone
    // Read from the lesson itself: with one old value of the two, the view would be fitted to a wrong place.
    readonly property bool viewBelow: (lesson.place === "beside" || lesson.place === "below") && lesson.showsPhone
    readonly property bool viewBeside: (lesson.place === "beside" || lesson.place === "below") && !lesson.showsPhone
    //! Whether the view fills its place, like pictures; answers keep their height and are placed in the middle.
    readonly property bool viewFills: lesson.place === "beside"
    required property VisitViewModel visit

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: root.tall ? root.sideWidth + Theme.gap : 0
        anchors.top: parent.top
        close: width < Theme.mm(205) * Theme.textScale
        number: root.lesson.number
        // Beside a keyboard there may be room only for the number.
        title: root.typing && close && width < Theme.mm(130) * Theme.textScale ? "" : root.lesson.title
        visit: root.visit
    }
    Row {
        id: progress

        readonly property int count: Math.max(1, root.lesson.stepCount)
        readonly property int done: root.lesson.stepNumber

        Accessible.name: done + "/" + root.lesson.stepCount
        Accessible.role: Accessible.ProgressBar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: header.anchors.rightMargin
        anchors.top: header.bottom
        anchors.topMargin: Theme.smallGap
        height: Theme.mm(2)
        spacing: Theme.tinyGap

        Repeater {
            model: progress.count

            Rectangle {
                required property int index

                border.color: Theme.outline
                border.width: index < progress.done ? 0 : Theme.stroke / 2
                color: index < progress.done ? Theme.accent : "transparent"
                height: progress.height
                radius: height / 2
                width: (progress.width - progress.spacing * (progress.count - 1)) / progress.count
            }
        }
    }
    Item {
        id: body

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: progress.bottom
        anchors.topMargin: Theme.smallGap

        WordsPanel {
            id: words

            free: !root.hasPhone && (root.viewFills || !root.viewBeside)
            footHeight: root.viewBelow ? stepView.height : 0
            height: root.portrait && root.hasSide ? body.height - root.sideHeight - Theme.gap : body.height
            roomy: root.portrait && !root.hasPhone
            stacked: root.portrait
            visit: root.visit
            width: root.portrait || !root.hasSide ? body.width : body.width - root.sideWidth - Theme.gap
            x: 0
            y: 0
        }
        Item {
            id: side

            height: root.tall ? body.height - root.stageTop : root.sideHeight
            visible: root.hasSide
            width: root.sideWidth
            x: root.portrait ? 0 : body.width - root.sideWidth
            y: root.portrait ? body.height - root.sideHeight : root.tall ? root.stageTop : 0

            Picture {
                anchors.fill: parent
                anchors.margins: Theme.gap
                name: root.lesson.opening ? names.pictureOf(root.lesson.way) : ""
                visible: root.lesson.opening
            }
            Phone {
                id: phone

                anchors.horizontalCenter: parent.horizontalCenter
                height: parent.height
                keyboard: root.typing ? keyboard : null
                near: root.typing && height < width * 1.3
                phone: root.lesson.phone
                visible: root.hasPhone
                width: root.portrait && !root.typing ? Math.min(parent.width, parent.height * 0.76) : Math.min(parent.width, Theme.mm(186) * Math.max(1, Theme.heightPx / Theme.widthPx))
            }
            Item {
                id: besideSlot

                anchors.bottomMargin: anchors.topMargin
                anchors.fill: parent
                anchors.leftMargin: Theme.gap
                anchors.rightMargin: Theme.gap
                anchors.topMargin: root.viewFills ? Theme.gap : 0
            }
        }
    }
    StepView {
        id: stepView

        height: root.viewBeside && root.viewFills ? besideSlot.height : root.hasView ? implicitHeight : 0
        parent: root.viewBelow ? words.footSlot : besideSlot
        wanted: root.lesson.place !== "phone"
        width: parent?.width ?? 0
        y: root.viewBeside && !root.viewFills ? Math.max(0, (besideSlot.height - height) / (root.portrait ? 1 : 2)) : 0
    }
    // Created before the step that types, when the screen is idle, and kept for the next one. Not asynchronous: the
    // thread that loads QML would wait for Python's lock, while a touch waits in Python for that thread.
    Loader {
        id: keyboard

        function show(): void {
            keyboard.source = "";
            if (root.lesson.keyboard)
                keyboard.setSource(root.lesson.keyboardView, {
                    step: root.lesson.keyboard,
                    voice: root.visit.voice
                });
        }

        height: parent?.height ?? 0
        parent: phone.foot

        Component.onCompleted: keyboard.show()

        // Its keys are not laid anew for the phone of a step without it.
        Binding {
            keyboard.width: phone.foot.width
            restoreMode: Binding.RestoreNone
            when: root.typing
        }
        Binding {
            property: "low"
            target: keyboard.item
            value: !root.portrait && (phone.followed || Theme.textScale > 1)
            when: keyboard.item !== null && "low" in keyboard.item
        }
        Connections {
            function onKeyboardChanged(): void {
                keyboard.show();
            }

            target: root.lesson
        }
    }
    WayNames {
        id: names
    }

    component StepView: Loader {
        id: view

        property bool wanted: true

        function show(): void {
            if (view.wanted && String(root.lesson.stepView) !== "")
                view.setSource(root.lesson.stepView, {
                    step: root.lesson.step,
                    voice: root.visit.voice
                });
            else
                view.source = "";
        }

        Component.onCompleted: view.show()

        Binding {
            property: "maximumHeight"
            target: view.item
            value: root.viewBelow ? words.viewRoom : besideSlot.height
            when: view.item !== null && "maximumHeight" in view.item
        }
        // Without a phone beside it there is more room, most on an upright screen.
        Binding {
            property: "largest"
            target: view.item
            value: root.viewBelow ? root.portrait ? 1.7 : 1 : root.portrait ? 3.4 : 1.8
            when: view.item !== null && "largest" in view.item
        }
        Connections {
            function onStepChanged(): void {
                view.show();
            }

            target: root.lesson
        }
    }
}
