pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The content of a kiosk window: a page, the bar below it, and the sheets that cover them.
Item {
    id: root

    //! Whether a staff page fills the window.
    readonly property bool fullWindow: visit.page === "staff" && visit.staff.fullWindow
    readonly property bool hasBar: visit.page !== "attract" && !fullWindow
    required property VisitViewModel visit

    function showPage(): void {
        const name = root.visit.page.charAt(0).toUpperCase() + root.visit.page.slice(1);
        page.setSource(Qt.resolvedUrl("../Pages/" + name + "Page.qml"), {
            visit: root.visit
        });
    }

    Item {
        anchors.fill: parent
        enabled: !sheets.covered
        visible: !sheets.covered

        Brocade {
            id: band

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            visible: !root.fullWindow
        }
        Loader {
            id: page

            anchors.bottom: bar.visible ? bar.top : parent.bottom
            anchors.bottomMargin: root.fullWindow ? 0 : Theme.gap
            anchors.left: parent.left
            anchors.margins: root.fullWindow ? 0 : Theme.margin
            anchors.right: parent.right
            anchors.top: root.fullWindow ? parent.top : band.bottom
            anchors.topMargin: root.fullWindow ? 0 : Theme.gap
            objectName: "page"

            Component.onCompleted: root.showPage()
        }
        BottomBar {
            id: bar

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            anchors.left: parent.left
            anchors.margins: Theme.margin
            anchors.right: parent.right
            visible: root.hasBar
            visit: root.visit
        }
    }
    Item {
        id: sheets

        readonly property bool covered: root.visit.sheets.covers || root.visit.askedIfThere || root.visit.assist.covers

        anchors.fill: parent

        Loader {
            active: root.visit.sheets.adjusting
            anchors.fill: parent

            sourceComponent: AdjustSheet {
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.sheets.choosingWay
            anchors.fill: parent

            sourceComponent: WaysSheet {
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.assist.overlayOpen
            anchors.fill: parent

            sourceComponent: StaffOverlay {
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.assist.padOpen
            anchors.fill: parent

            sourceComponent: NumberSheet {
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.assist.offering
            anchors.fill: parent

            sourceComponent: OfferSheet {
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.sheets.troubleOpen
            anchors.fill: parent

            sourceComponent: TroubleSheet {
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.sheets.leaving
            anchors.fill: parent

            sourceComponent: LeaveSheet {
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.sheets.callingStaff
            anchors.fill: parent

            sourceComponent: CallSheet {
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.askedIfThere
            anchors.fill: parent

            sourceComponent: IdleSheet {
                visit: root.visit
            }
        }
    }
    TypingNote {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        digits: root.visit.assist.typing
    }
    Connections {
        function onPageChanged(): void {
            root.showPage();
        }

        target: root.visit
    }
}
