pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A question, and tiles to answer it, page by page; a bar on a tile shows how much is done.
Item {
    id: root

    readonly property int columns: width < Theme.scaled(Theme.wideWidth) ? 2 : 3
    readonly property int fitting: rowsIn(paged ? grid.height : heightForTiles)
    readonly property bool paged: tiles.count > rowsIn(heightForTiles) * columns
    //! What the names of the tiles begin with on the screen.
    property string prefix: ""
    property string question: ""
    //! The height that there is for tiles.
    readonly property real heightForTiles: height - asked.height - Theme.smallGap
    //! Rows of `StudioTileRow`.
    required property TypedListModel tiles

    signal chosen(choice: string)

    //! The ear beside a tile was touched.
    signal listened(choice: string, title: string)

    function rowsIn(high: real): int {
        return Math.max(1, Math.floor((high + Theme.smallGap) / (Theme.scaled(Theme.signHuge + Theme.sign) + Theme.smallGap)));
    }

    Component.onCompleted: tiles.turn(-tiles.page)

    Binding {
        property: "pageSize"
        restoreMode: Binding.RestoreNone
        target: root.tiles
        value: root.fitting * root.columns
    }

    Label {
        id: asked

        anchors.left: parent.left
        anchors.right: parent.right
        lineHeight: 0.85
        text: root.question
    }
    Grid {
        id: grid

        readonly property real tileHeight: Math.min((height + rowSpacing) / Math.max(1, Math.min(root.fitting, Math.ceil(root.tiles.count / root.columns))) - rowSpacing, Theme.drawing)

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: asked.bottom
        anchors.topMargin: Theme.smallGap
        columnSpacing: Theme.gap
        columns: root.columns
        height: root.heightForTiles - (root.paged ? more.height + Theme.gap : 0)
        rowSpacing: Theme.smallGap

        Repeater {
            model: root.tiles

            Row {
                id: choice

                required property int count
                required property string iconName
                required property string name
                required property string number
                required property int recorded
                required property string title

                spacing: Theme.smallGap

                StudioTile {
                    count: choice.count
                    height: grid.tileHeight
                    iconName: choice.iconName
                    number: choice.number
                    objectName: root.prefix + choice.name
                    recorded: choice.recorded
                    text: choice.title
                    width: (grid.width - grid.columnSpacing * (root.columns - 1)) / root.columns - ear.width - choice.spacing

                    onActivated: root.chosen(choice.name)
                }
                ActionButton {
                    id: ear

                    height: grid.tileHeight
                    iconName: "hear"
                    iconSize: Theme.sign
                    objectName: "hear-" + root.prefix + choice.name
                    //: Read aloud by a screen reader: the button beside a tile that says what the tile is; %1 is its title.
                    spokenName: qsTr("Nghe: %1").arg(choice.title)
                    width: Theme.target

                    onActivated: root.listened(choice.name, choice.title)
                }
            }
        }
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.primary
        iconName: "next"
        objectName: "more-choices"
        //: Shows the other tiles of a page of choices.
        text: qsTr("Xem tiếp")
        visible: root.paged
        width: Math.min(parent.width, Theme.buttonWidth)

        onActivated: root.tiles.turn(1)
    }
}
