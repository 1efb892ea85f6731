pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! For the people at the counter: the doors of the staff's rooms, or the room that is open.
Item {
    id: root

    readonly property bool inRoom: staff.room !== null
    readonly property StaffViewModel staff: visit.staff
    required property VisitViewModel visit

    function showRoom(): void {
        if (!root.inRoom)
            return room.setSource("");
        room.setSource(root.staff.roomView, {
            room: root.staff.room
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
        text: root.inRoom ? root.visit.worded(root.staff.roomTitle) : qsTr("Dành cho cán bộ")
    }
    Loader {
        id: room

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        objectName: "room"
        visible: root.inRoom

        Component.onCompleted: root.showRoom()
    }
    Grid {
        id: doors

        readonly property int count: root.staff.rooms.length
        readonly property real doorHeight: Math.min((height - (rows - 1) * spacing) / rows, Theme.mm(42))
        readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (Theme.mm(19 * Theme.textScale) + spacing)))
        readonly property int page: pages > 1 ? turned % pages : 0
        readonly property int pages: Math.ceil(count / (fitting * columns))
        property int turned: 0

        anchors.bottom: below.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap
        columns: width < Theme.mm(240) ? 2 : 3
        rows: Math.max(1, Math.min(fitting, Math.ceil(count / columns)))
        spacing: Theme.smallGap
        visible: !root.inRoom

        Repeater {
            model: root.staff.rooms.slice(doors.page * doors.fitting * doors.columns, (doors.page + 1) * doors.fitting * doors.columns)

            TileButton {
                id: door

                required property var modelData

                capMm: Theme.smallCap
                height: doors.doorHeight
                iconName: modelData.icon
                objectName: "room:" + modelData.name
                text: root.visit.worded(modelData.title)
                width: (doors.width - doors.spacing * (doors.columns - 1)) / doors.columns

                onActivated: root.staff.openRoom(door.modelData.name)
            }
        }
    }
    Row {
        id: below

        readonly property int count: doors.pages > 1 ? 3 : 2
        readonly property real tall: Math.max(Theme.primary, endVisit.implicitHeight, leave.implicitHeight, moreRooms.implicitHeight)

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap
        visible: !root.inRoom

        ActionButton {
            id: endVisit

            height: below.tall
            iconName: "people"
            manner: ActionButton.Lead
            objectName: "end-visit"
            //: Wipes everything for the next person.
            text: qsTr("Cho người tiếp theo")
            width: (parent.width - Theme.gap * (below.count - 1)) / below.count

            onActivated: root.visit.endVisit()
        }
        ActionButton {
            id: leave

            enabled: root.visit.mayLeave
            height: below.tall
            iconName: "unlock"
            objectName: "leave"
            //: Leaves the kiosk for the desktop.
            text: qsTr("Thoát ra màn hình máy")
            width: (parent.width - Theme.gap * (below.count - 1)) / below.count

            onActivated: root.staff.leaveKiosk()
        }
        ActionButton {
            id: moreRooms

            height: below.tall
            iconName: "next"
            objectName: "more-rooms"
            //: Shows the other doors of the staff's rooms.
            text: qsTr("Mục khác")
            visible: doors.pages > 1
            width: (parent.width - Theme.gap * (below.count - 1)) / below.count

            onActivated: doors.turned += 1
        }
    }
    Connections {
        function onRoomChanged(): void {
            root.showRoom();
        }

        target: root.staff
    }
}
