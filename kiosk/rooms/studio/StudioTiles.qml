pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A question, and tiles to answer it, page by page; a bar on a tile shows how much is done.
Item {
    id: root

    readonly property int columns: width < Theme.mm(230 * Theme.textScale) ? 2 : 3
    readonly property int fitting: rowsIn(paged ? grid.height : room)
    readonly property int page: turned % pages
    readonly property bool paged: tiles.length > rowsIn(room) * columns
    readonly property int pages: Math.max(1, Math.ceil(tiles.length / (fitting * columns)))
    property string question: ""
    //! The height that there is for tiles.
    readonly property real room: height - asked.height - Theme.smallGap
    readonly property var shown: tiles.slice(page * fitting * columns, (page + 1) * fitting * columns)
    //! Each: `name`, `title`, `icon`, perhaps `number`, and `recorded` of `count`.
    required property var tiles
    property int turned: 0

    signal chosen(choice: string)

    //! The names of the tiles that are on the page.
    signal seen(names: var)

    function rowsIn(high: real): int {
        return Math.max(1, Math.floor((high + Theme.smallGap) / (Theme.mm(28 * Theme.textScale) + Theme.smallGap)));
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

        readonly property real tileHeight: Math.min((height + spacing) / Math.max(1, Math.min(root.fitting, Math.ceil(root.tiles.length / root.columns))) - spacing, Theme.mm(46))

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: asked.bottom
        anchors.topMargin: Theme.smallGap
        columns: root.columns
        height: root.room - (root.paged ? more.height + Theme.gap : 0)
        spacing: Theme.smallGap

        Repeater {
            model: root.shown

            StudioTile {
                id: tile

                required property var modelData

                count: modelData.count ?? 0
                height: grid.tileHeight
                iconName: modelData.icon
                number: modelData.number ?? ""
                objectName: modelData.name
                recorded: modelData.recorded ?? 0
                text: modelData.title
                width: (grid.width - grid.spacing * (root.columns - 1)) / root.columns

                onActivated: root.chosen(tile.modelData.name)
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
        width: Math.min(parent.width, Theme.mm(110))

        onActivated: root.turned += 1
    }
}
