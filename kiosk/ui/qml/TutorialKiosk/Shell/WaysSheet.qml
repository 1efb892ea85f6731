pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Pages
import TutorialKiosk.Theme

//! The choice of the four ways through the lesson.
Sheet {
    id: root

    //: Heading of the page with the four ways through a lesson.
    heading: qsTr("Bác muốn học cách nào?")

    WayNames {
        id: names
    }
    Grid {
        id: grid

        readonly property int count: root.visit.lesson.ways.length

        anchors.bottom: close.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: width > height ? Math.min(2, count) : 1
        spacing: Theme.gap

        Repeater {
            model: root.visit.lesson.ways

            TileButton {
                id: tile

                required property int index
                required property string modelData

                capMm: Theme.bodyCap * (Theme.portrait ? 1.6 : width > Theme.paneWidth ? 1.3 : 1)
                Accessible.checkable: true
                Accessible.checked: chosen
                chosen: root.visit.lesson.way === modelData
                height: (grid.height - grid.spacing * (Math.ceil(grid.count / grid.columns) - 1)) / Math.ceil(grid.count / grid.columns)
                pictureName: names.pictureOf(modelData)
                number: String(index + 1)
                objectName: "way:" + modelData
                text: names.nameOf(modelData)
                ticked: chosen
                width: (grid.width - grid.spacing * (grid.columns - 1)) / grid.columns

                onActivated: root.visit.chooseWay(tile.modelData)
            }
        }
    }
    ActionButton {
        id: close

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.primary
        iconName: "back"
        objectName: "ways-close"
        //: Closes a page and returns to the step.
        text: qsTr("Quay lại")
        width: Math.min(parent.width, Theme.buttonWidth)

        onActivated: root.visit.sheets.showWays()
    }
}
