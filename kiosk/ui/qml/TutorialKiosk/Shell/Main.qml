pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The one window: a page, the bar under it, and what may lie upon both.
Window {
    id: root

    required property VisitViewModel visit
    required property real diagonalIn
    required property real distanceFactor
    required property string family
    required property real capRatio
    required property bool motion

    readonly property bool hasBar: visit.page !== "attract"

    function showPage(): void {
        const name = root.visit.page.charAt(0).toUpperCase() + root.visit.page.slice(1);
        page.setSource(Qt.resolvedUrl("../Pages/" + name + "Page.qml"), {
            visit: root.visit
        });
    }

    color: Theme.ground
    title: "Ki-ốt"
    onClosing: close => {
        close.accepted = false;
    }

    Binding {
        target: Theme
        property: "pxPerMm"
        value: Math.sqrt(root.width * root.width + root.height * root.height) / (root.diagonalIn * 25.4)
    }

    Binding {
        target: Theme
        property: "widthPx"
        value: root.width
    }

    Binding {
        target: Theme
        property: "heightPx"
        value: root.height
    }

    Binding {
        target: Theme
        property: "distanceFactor"
        value: root.distanceFactor
    }

    Binding {
        target: Theme
        property: "textSize"
        value: root.visit.textSize
    }

    Binding {
        target: Theme
        property: "contrast"
        value: root.visit.contrast
    }

    Binding {
        target: Theme
        property: "family"
        value: root.family
    }

    Binding {
        target: Theme
        property: "capRatio"
        value: root.capRatio
    }

    Binding {
        target: Theme
        property: "motion"
        value: root.motion
    }

    Item {
        id: stage

        anchors.fill: parent
        enabled: !sheets.covered

        Brocade {
            id: band

            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
        }

        Loader {
            id: page

            objectName: "page"
            anchors.top: band.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: bar.visible ? bar.top : parent.bottom
            anchors.margins: Theme.margin
            anchors.topMargin: Theme.gap
            anchors.bottomMargin: Theme.gap
            Component.onCompleted: root.showPage()
        }

        BottomBar {
            id: bar

            visible: root.hasBar
            visit: root.visit
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.margin
            anchors.bottomMargin: Theme.gap
        }
    }

    Item {
        id: sheets

        readonly property bool covered: root.visit.callingStaff || root.visit.adjusting || root.visit.choosingWay || root.visit.askedIfThere

        anchors.fill: parent

        Loader {
            anchors.fill: parent
            active: root.visit.adjusting
            sourceComponent: AdjustSheet {
                visit: root.visit
            }
        }

        Loader {
            anchors.fill: parent
            active: root.visit.choosingWay
            sourceComponent: WaysSheet {
                visit: root.visit
            }
        }

        Loader {
            anchors.fill: parent
            active: root.visit.callingStaff
            sourceComponent: CallSheet {
                visit: root.visit
            }
        }

        Loader {
            anchors.fill: parent
            active: root.visit.askedIfThere
            sourceComponent: IdleSheet {
                visit: root.visit
            }
        }
    }

    Connections {
        target: root.visit

        function onPageChanged(): void {
            root.showPage();
        }
    }
}
