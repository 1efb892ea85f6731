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

    required property VisitViewModel visit

    readonly property LessonViewModel lesson: visit.lesson
    readonly property bool portrait: height > width
    readonly property bool hasPhone: lesson.phone.screenName !== ""
    readonly property bool typing: lesson.place === "phone"
    readonly property bool viewBeside: lesson.place === "beside" && !hasPhone
    readonly property bool viewBelow: lesson.place === "below" || (lesson.place === "beside" && hasPhone)
    readonly property bool hasSide: hasPhone || viewBeside || lesson.opening

    readonly property real sideWidth: !hasSide ? 0 : portrait ? width : typing ? Math.min(Theme.mm(196), width * 0.66) : hasPhone ? Math.max(Theme.mm(90), Math.min(Theme.mm(110), body.height * 0.56)) : width * 0.4
    readonly property real sideHeight: !portrait ? body.height : typing ? Theme.mm(150) : body.height * (hasPhone ? 0.6 : 0.5)

    Header {
        id: header

        visit: root.visit
        number: root.lesson.number
        title: root.lesson.title
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
    }

    Row {
        id: progress

        readonly property int count: Math.max(1, root.lesson.stepCount)

        anchors.top: header.bottom
        anchors.topMargin: Theme.smallGap
        anchors.left: parent.left
        anchors.right: parent.right
        height: Theme.mm(1.6)
        spacing: Theme.mm(1)
        Accessible.role: Accessible.ProgressBar
        Accessible.name: root.lesson.stepNumber + "/" + root.lesson.stepCount

        Repeater {
            model: progress.count

            Rectangle {
                required property int index

                width: (progress.width - progress.spacing * (progress.count - 1)) / progress.count
                height: progress.height
                radius: height / 2
                color: index < root.lesson.stepNumber ? Theme.lead : Theme.hairline
            }
        }
    }

    Item {
        id: body

        anchors.top: progress.bottom
        anchors.topMargin: Theme.smallGap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom

        WordsPanel {
            id: words

            visit: root.visit
            footHeight: root.viewBelow ? stepView.height : 0
            x: 0
            y: 0
            width: root.portrait || !root.hasSide ? body.width : body.width - root.sideWidth - Theme.gap
            height: root.portrait && root.hasSide ? body.height - root.sideHeight - Theme.gap : body.height
        }

        Item {
            id: side

            x: root.portrait ? 0 : body.width - root.sideWidth
            y: root.portrait ? body.height - root.sideHeight : 0
            width: root.sideWidth
            height: root.sideHeight
            visible: root.hasSide

            Picture {
                anchors.fill: parent
                anchors.margins: Theme.gap
                visible: root.lesson.opening
                name: root.lesson.opening ? names.pictureOf(root.lesson.way) : ""
            }

            Phone {
                anchors.horizontalCenter: parent.horizontalCenter
                width: root.typing ? parent.width : Math.min(parent.width, Math.max(Theme.mm(90), Theme.mm(110)))
                height: parent.height
                visible: root.hasPhone
                phone: root.lesson.phone
                wide: root.typing
                keyboard: root.typing ? keyboardView : null
            }

            Item {
                id: besideSlot

                anchors.fill: parent
                anchors.margins: Theme.gap
            }
        }
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

        Connections {
            target: root.lesson

            function onStepChanged(): void {
                view.show();
            }
        }
    }

    StepView {
        id: stepView

        parent: root.viewBelow ? words.foot : besideSlot
        width: parent?.width ?? 0
        wanted: !root.typing
        height: root.viewBeside ? besideSlot.height : item?.implicitHeight ?? 0
    }

    Component {
        id: keyboardView

        StepView {}
    }

    WayNames {
        id: names
    }
}
