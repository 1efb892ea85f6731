pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! Which language to learn in; each tile greets in its own.
Item {
    id: root

    required property VisitViewModel visit

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        //: Heading of the page of languages.
        title: qsTr("Bác nghe và đọc tiếng nào?")
        visit: root.visit
    }
    Grid {
        id: grid

        readonly property int count: root.visit.languages.length
        readonly property int rowCount: Math.ceil(count / columns)

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.topMargin: Theme.gap
        columns: width < height ? 1 : count <= 4 ? 2 : 3
        spacing: Theme.gap

        Repeater {
            model: root.visit.languages

            TileButton {
                id: tile

                required property var modelData

                height: Math.min(Theme.mm(140), (grid.height - grid.spacing * (grid.rowCount - 1)) / grid.rowCount)
                iconName: "language"
                note: modelData.greeting
                objectName: "language:" + modelData.code
                text: modelData.name
                width: (grid.width - grid.spacing * (grid.columns - 1)) / grid.columns

                onActivated: root.visit.chooseLanguage(tile.modelData.code)
            }
        }
    }
}
