pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A question, and tiles to answer it, page by page; a bar on a tile shows how much is done.
Item {
    id: root

    readonly property int columns: width < Theme.scaled(Theme.wideWidth) ? 2 : 3
    readonly property int fitting: rowsIn(paged ? grid.height : viewModel)
    readonly property int page: turned % pages
    readonly property bool paged: tiles.length > rowsIn(viewModel) * columns
    readonly property int pages: Math.max(1, Math.ceil(tiles.length / (fitting * columns)))
    property string question: ""
    //! The height that there is for tiles.
    readonly property real viewModel: height - asked.height - Theme.smallGap
    readonly property var shown: tiles.slice(page * fitting * columns, (page + 1) * fitting * columns)
    //! Each: `name`, `title`, `icon`, perhaps `number`, and `recorded` of `count`.
    required property var tiles
    property int turned: 0

    signal chosen(choice: string)

    //! The ear beside a tile was touched.
    signal listened(choice: string, title: string)

    //! The names of the tiles that are on the page.
    signal seen(names: var)

    function rowsIn(high: real): int {
        return Math.max(1, Math.floor((high + Theme.smallGap) / (Theme.scaled(Theme.signHuge + Theme.sign) + Theme.smallGap)));
    }

    Component.onCompleted: seen(shown.map(each => each.name))
    onShownChanged: seen(shown.map(each => each.name))

    Label {
        id: asked

        anchors.left: parent.left
        anchors.right: parent.right
        lineHeight: 0.85
        text: root.question
    }
    Grid {
        id: grid

        readonly property real tileHeight: Math.min((height + rowSpacing) / Math.max(1, Math.min(root.fitting, Math.ceil(root.tiles.length / root.columns))) - rowSpacing, Theme.drawing)

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: asked.bottom
        anchors.topMargin: Theme.smallGap
        columnSpacing: Theme.gap
        columns: root.columns
        height: root.viewModel - (root.paged ? more.height + Theme.gap : 0)
        rowSpacing: Theme.smallGap

        Repeater {
            model: root.shown

            Row {
                id: choice

                required property var modelData

                spacing: Theme.smallGap

                StudioTile {
                    count: choice.modelData.count ?? 0
                    height: grid.tileHeight
                    iconName: choice.modelData.icon
                    number: choice.modelData.number ?? ""
                    objectName: choice.modelData.name
                    recorded: choice.modelData.recorded ?? 0
                    text: choice.modelData.title
                    width: (grid.width - grid.columnSpacing * (root.columns - 1)) / root.columns - ear.width - choice.spacing

                    onActivated: root.chosen(choice.modelData.name)
                }
                ActionButton {
                    id: ear

                    height: grid.tileHeight
                    iconName: "hear"
                    iconSize: Theme.sign
                    objectName: "hear-" + choice.modelData.name
                    //: Read aloud by a screen reader: the button beside a tile that says what the tile is; %1 is its title.
                    spokenName: qsTr("Nghe: %1").arg(choice.modelData.title)
                    width: Theme.target

                    onActivated: root.listened(choice.modelData.name, choice.modelData.title)
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

        onActivated: root.turned += 1
    }
}
