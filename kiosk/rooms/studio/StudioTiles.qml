pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A question, and tiles to answer it, page by page; a bar on a tile shows how much is done.
Item {
    id: root

    readonly property int columns: width < Theme.mm(240) ? 2 : 3
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

            Item {
                id: place

                required property var modelData

                height: grid.tileHeight
                width: (grid.width - grid.spacing * (root.columns - 1)) / root.columns

                TileButton {
                    id: tile

                    readonly property bool measured: place.modelData.count !== undefined

                    anchors.fill: parent
                    bottomPadding: measured ? progress.height + Theme.smallGap : 0
                    capMm: Theme.smallCap
                    iconName: place.modelData.icon
                    number: place.modelData.number ?? ""
                    objectName: place.modelData.name
                    spokenName: measured ?
                    //: Read aloud by a screen reader, on a tile of the recording studio: a lesson, and how many of its sentences are recorded.
                    qsTr("%1. Đã thu %2 trong %3 câu").arg(place.modelData.title).arg(place.modelData.recorded).arg(place.modelData.count) : place.modelData.title
                    text: place.modelData.title
                    ticked: measured && place.modelData.recorded === place.modelData.count

                    onActivated: root.chosen(place.modelData.name)
                }
                ProgressLine {
                    id: progress

                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.smallGap
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.smallGap
                    done: place.modelData.recorded ?? 0
                    of: place.modelData.count ?? 0
                    visible: tile.measured
                    width: parent.width - tile.fieldWidth - Theme.smallGap * 3
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
        width: Math.min(parent.width, Theme.mm(110))

        onActivated: root.turned += 1
    }
}
