pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The staff area: the tiles of its pages, or the open page.
Item {
    id: root

    readonly property bool inPage: staff.page !== null
    readonly property StaffViewModel staff: visit.staff
    required property VisitViewModel visit

    function showPage(): void {
        if (!root.inPage)
            return loader.setSource("");
        loader.setSource(root.staff.pageView, {
            viewModel: root.staff.page
        });
    }

    Label {
        id: heading

        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        capMm: Theme.titleCap
        font.bold: true
        //: Heading of the staff's page.
        text: root.inPage ? root.visit.worded(root.staff.pageTitle) : qsTr("Dành cho cán bộ")
        visible: !root.staff.fullWindow
    }
    Loader {
        id: loader

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: root.staff.fullWindow ? parent.top : heading.bottom
        anchors.topMargin: root.staff.fullWindow ? 0 : Theme.gap
        objectName: "staff-page"
        visible: root.inPage

        Component.onCompleted: root.showPage()
    }
    Grid {
        id: tiles

        readonly property int count: root.staff.pages.count
        readonly property real tileHeight: Math.min((height - (rows - 1) * spacing) / rows, Theme.drawing)
        readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (Theme.scaled(Theme.row) + spacing)))

        anchors.bottom: below.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        columns: width < Theme.wideWidth ? 2 : 3
        rows: Math.max(1, Math.min(fitting, Math.ceil(count / columns)))
        spacing: Theme.smallGap
        visible: !root.inPage

        Repeater {
            model: root.staff.pages

            TileButton {
                id: tile

                required iconName
                required property string name
                required property string title

                capMm: Theme.smallCap
                height: tiles.tileHeight
                objectName: "page:" + name
                text: root.visit.worded(title)
                width: (tiles.width - tiles.spacing * (tiles.columns - 1)) / tiles.columns

                onActivated: root.staff.openPage(tile.name)
            }
        }
        Binding {
            property: "pageSize"
            restoreMode: Binding.RestoreNone
            target: root.staff.pages
            value: tiles.fitting * tiles.columns
        }
    }
    RowLayout {
        id: below

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap
        uniformCellSizes: true
        visible: !root.inPage

        ActionButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.primary
            iconName: "people"
            manner: ActionButton.Lead
            objectName: "end-visit"
            //: Wipes everything for the next person.
            text: qsTr("Cho người tiếp theo")

            onActivated: root.visit.endVisit()
        }
        ActionButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.primary
            enabled: root.visit.mayLeave
            iconName: "unlock"
            objectName: "leave"
            //: Leaves the kiosk for the desktop.
            text: qsTr("Thoát ra màn hình máy")

            onActivated: root.staff.leaveKiosk()
        }
        ActionButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.primary
            iconName: "next"
            objectName: "more-pages"
            //: Shows the other tiles of the staff's pages.
            text: qsTr("Mục khác")
            visible: root.staff.pages.pages > 1

            onActivated: root.staff.pages.turn(1)
        }
    }
    Connections {
        function onPageChanged(): void {
            root.showPage();
        }

        target: root.staff
    }
}
