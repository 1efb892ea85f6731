pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! One step: the words on one side, the phone on the other.
Item {
    id: root

    readonly property bool hasPhone: lesson.phone.screenName !== ""
    readonly property bool hasSide: hasPhone || viewBeside || lesson.opening
    readonly property bool hasView: lesson.place === "beside" || lesson.place === "below"
    readonly property LessonViewModel lesson: visit.lesson
    readonly property bool portrait: height > width
    readonly property real sideHeight: !portrait ? body.height : typing ? Theme.mm(150) : body.height * (hasPhone ? 0.6 : 0.5)
    readonly property real sideWidth: !hasSide ? 0 : portrait ? width : typing ? Math.min(Theme.mm(196), width * 0.66) : hasPhone ? Math.max(Theme.mm(90), Math.min(Theme.mm(110), body.height * 0.56)) : width * (viewFills || lesson.opening ? 0.4 : 0.48)
    readonly property bool typing: lesson.place === "phone"
    readonly property bool viewBelow: hasView && hasPhone
    readonly property bool viewBeside: hasView && !hasPhone
    //! Pictures fill their place; answers stand in its middle, as high as they are.
    readonly property bool viewFills: lesson.place === "beside"
    required property VisitViewModel visit

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        number: root.lesson.number
        title: root.lesson.title
        visit: root.visit
    }
    Row {
        id: progress

        readonly property int count: Math.max(1, root.lesson.stepCount)

        Accessible.name: root.lesson.stepNumber + "/" + root.lesson.stepCount
        Accessible.role: Accessible.ProgressBar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.topMargin: Theme.smallGap
        height: Theme.mm(1.6)
        spacing: Theme.mm(1)

        Repeater {
            model: progress.count

            Rectangle {
                required property int index

                color: index < root.lesson.stepNumber ? Theme.lead : Theme.hairline
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

            footHeight: root.viewBelow ? stepView.height : 0
            height: root.portrait && root.hasSide ? body.height - root.sideHeight - Theme.gap : body.height
            visit: root.visit
            width: root.portrait || !root.hasSide ? body.width : body.width - root.sideWidth - Theme.gap
            x: 0
            y: 0
        }
        Item {
            id: side

            height: root.sideHeight
            visible: root.hasSide
            width: root.sideWidth
            x: root.portrait ? 0 : body.width - root.sideWidth
            y: root.portrait ? body.height - root.sideHeight : 0

            Picture {
                anchors.fill: parent
                anchors.margins: Theme.gap
                name: root.lesson.opening ? names.pictureOf(root.lesson.way) : ""
                visible: root.lesson.opening
            }
            Phone {
                anchors.horizontalCenter: parent.horizontalCenter
                height: parent.height
                keyboard: root.typing ? keyboardView : null
                phone: root.lesson.phone
                visible: root.hasPhone
                wide: root.typing
                width: root.typing ? parent.width : Math.min(parent.width, Math.max(Theme.mm(90), parent.height * 0.56))
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
        wanted: !root.typing
        width: parent?.width ?? 0
        y: root.viewBeside && !root.viewFills ? Math.max(0, (besideSlot.height - height) / 2) : 0
    }
    Component {
        id: keyboardView

        StepView {
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
            value: root.viewBelow ? words.inner * 0.52 : besideSlot.height
            when: view.item !== null && "maximumHeight" in view.item
        }
        Connections {
            function onStepChanged(): void {
                view.show();
            }

            target: root.lesson
        }
    }
}
