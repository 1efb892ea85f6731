pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The choice of the language; each tile greets in its own.
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

        readonly property int count: root.visit.languageChoice.tiles.count
        readonly property int rowCount: Math.ceil(count / columns)

        readonly property real room: root.height - header.height - Theme.gap
        readonly property real tileHeight: Math.min(Theme.mm(120), (room - spacing * (rowCount - 1)) / rowCount)

        anchors.left: parent.left
        anchors.right: parent.right
        columns: root.width < root.height ? 1 : count <= 4 ? 2 : 3
        spacing: Theme.gap
        // On an upright screen low, within reach; otherwise in the middle.
        y: header.height + Theme.gap + (room - rowCount * tileHeight - (rowCount - 1) * spacing) / (columns === 1 ? 1 : 2)

        Repeater {
            model: root.visit.languageChoice.tiles

            LanguageTile {
                id: tile

                required property string code
                required greeting
                required greetsOnly
                required lesson
                required lessons
                required property string name
                required spoken
                required total
                required whole
                required written

                compact: grid.columns === 3
                height: grid.tileHeight
                objectName: "language:" + code
                text: name
                width: (grid.width - grid.spacing * (grid.columns - 1)) / grid.columns

                onActivated: root.visit.languageChoice.chooseLanguage(tile.code)
            }
        }
    }
}
