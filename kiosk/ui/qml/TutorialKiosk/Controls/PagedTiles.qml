import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! A question with tiles as answers, in pages; `delegate` draws a tile of the given size.
Item {
    id: root

    property alias columnSpacing: grid.columnSpacing
    property int columns: width < Theme.wideWidth ? 2 : 3
    property alias delegate: tiles.delegate
    readonly property int fitting: rowsIn(paged ? grid.height : heightForTiles)
    //! The height available for tiles.
    readonly property real heightForTiles: height - asked.height - Theme.smallGap
    property real leastTileHeight: Theme.scaled(Theme.block)
    required property TypedListModel model
    readonly property bool paged: model.count > rowsIn(heightForTiles) * columns
    //! Prefix of the tiles' object names.
    property string prefix: ""
    property string question: ""
    readonly property real tileHeight: Math.min((grid.height + grid.rowSpacing) / Math.max(1, Math.min(fitting, Math.ceil(model.count / columns))) - grid.rowSpacing, Theme.drawing)
    readonly property real tileWidth: (grid.width - grid.columnSpacing * (columns - 1)) / columns

    signal chosen(choice: string)

    function rowsIn(high: real): int {
        return Math.max(1, Math.floor((high + Theme.smallGap) / (leastTileHeight + Theme.smallGap)));
    }

    Binding {
        property: "pageSize"
        restoreMode: Binding.RestoreNone
        target: root.model
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

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: asked.bottom
        anchors.topMargin: Theme.smallGap
        columnSpacing: Theme.smallGap
        columns: root.columns
        height: root.heightForTiles - (root.paged ? more.height + Theme.gap : 0)
        rowSpacing: Theme.smallGap

        Repeater {
            id: tiles

            model: root.model
        }
    }
    MoreButton {
        id: more

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.primary
        model: root.model
        objectName: "more-choices"
        visible: root.paged
        width: Math.min(parent.width, Theme.buttonWidth)
    }
}
