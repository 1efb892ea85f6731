pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A question, and tiles to answer it, page by page.
Item {
    id: root

    //! Each: `name`, `title`, `icon`, `note`, `ticked`.
    required property var choices
    readonly property int columns: width < Theme.mm(240) ? 2 : 3
    readonly property int fitting: rowsIn(paged ? tiles.height : room)
    readonly property int page: turned % pages
    readonly property int pages: Math.max(1, Math.ceil(choices.length / (fitting * columns)))
    readonly property bool paged: choices.length > rowsIn(room) * columns
    property string question: ""
    //! The height that there is for tiles.
    readonly property real room: height - asked.height - Theme.smallGap
    property int turned: 0

    signal chosen(choice: string)

    function rowsIn(high: real): int {
        return Math.max(1, Math.floor((high + Theme.smallGap) / (Theme.mm(25 * Theme.textScale) + Theme.smallGap)));
    }

    Label {
        id: asked

        anchors.left: parent.left
        anchors.right: parent.right
        lineHeight: 0.85
        text: root.question
    }
    Grid {
        id: tiles

        readonly property real tileHeight: Math.min((height + spacing) / Math.max(1, Math.min(root.fitting, Math.ceil(root.choices.length / root.columns))) - spacing, Theme.mm(42))

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: asked.bottom
        anchors.topMargin: Theme.smallGap
        columns: root.columns
        height: root.room - (root.paged ? more.height + Theme.gap : 0)
        spacing: Theme.smallGap

        Repeater {
            model: root.choices.slice(root.page * root.fitting * root.columns, (root.page + 1) * root.fitting * root.columns)

            TileButton {
                id: tile

                required property var modelData

                capMm: Theme.smallCap
                height: tiles.tileHeight
                iconName: modelData.icon
                note: modelData.note
                objectName: modelData.name
                text: modelData.title
                ticked: modelData.ticked ?? false
                width: (tiles.width - tiles.spacing * (root.columns - 1)) / root.columns

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
