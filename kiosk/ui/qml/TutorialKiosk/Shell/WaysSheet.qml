pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Pages
import TutorialKiosk.Theme

//! The four ways through the lesson; any of them may be chosen.
Sheet {
    id: root

    required property VisitViewModel visit

    //: Heading of the page with the four ways through a lesson.
    heading: qsTr("Bác muốn học cách nào?")

    WayNames {
        id: names
    }

    Grid {
        id: grid

        readonly property int count: root.visit.lesson.ways.length

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: close.top
        anchors.bottomMargin: Theme.gap
        columns: width > height ? Math.min(2, count) : 1
        spacing: Theme.gap

        Repeater {
            model: root.visit.lesson.ways

            TileButton {
                id: tile

                required property int index
                required property string modelData

                objectName: "way:" + modelData
                width: (grid.width - grid.spacing * (grid.columns - 1)) / grid.columns
                height: (grid.height - grid.spacing * (Math.ceil(grid.count / grid.columns) - 1)) / Math.ceil(grid.count / grid.columns)
                number: String(index + 1)
                chosen: root.visit.lesson.way === modelData
                iconName: names.iconOf(modelData)
                text: names.nameOf(modelData)
                onActivated: root.visit.chooseWay(tile.modelData)
            }
        }
    }

    ActionButton {
        id: close

        objectName: "ways-close"
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.mm(120))
        height: Theme.primary
        iconName: "back"
        //: Closes a page and returns to the step.
        text: qsTr("Quay lại")
        onActivated: root.visit.showWays()
    }
}
