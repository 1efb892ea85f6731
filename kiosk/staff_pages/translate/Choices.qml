pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A question, and tiles to answer it, page by page.
Item {
    id: root

    //! Rows of `TranslationChoice`.
    required property TypedListModel choices
    //! Whether each tells how much of it is wanting.
    property bool counted: false
    readonly property int columns: width < Theme.wideWidth ? 2 : 3
    readonly property int fitting: rowsIn(paged ? tiles.height : heightForTiles)
    readonly property bool paged: choices.count > rowsIn(heightForTiles) * columns
    //! What stands before the name of a choice in the name of its tile.
    property string prefix: ""
    property string question: ""
    //! The height that there is for tiles.
    readonly property real heightForTiles: height - asked.height - Theme.smallGap

    signal chosen(choice: string)

    function rowsIn(high: real): int {
        return Math.max(1, Math.floor((high + Theme.smallGap) / (Theme.scaled(Theme.block) + Theme.smallGap)));
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

        readonly property real tileHeight: Math.min((height + spacing) / Math.max(1, Math.min(root.fitting, Math.ceil(root.choices.count / root.columns))) - spacing, Theme.drawing)

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: asked.bottom
        anchors.topMargin: Theme.smallGap
        columns: root.columns
        height: root.heightForTiles - (root.paged ? more.height + Theme.gap : 0)
        spacing: Theme.smallGap

        Repeater {
            model: root.choices

            TileButton {
                id: tile

                required property int count
                required iconName
                required property string name
                required property string title
                required property int wanting

                capMm: Theme.smallCap
                height: tiles.tileHeight
                note: !root.counted ? "" : wanting > 0 ?
                //: In the translators' page, on a lesson: how many of its sentences want translating.
                qsTr("Còn %1 trong %2 câu").arg(wanting).arg(count) :
                //: In the translators' page, on a lesson that is wholly translated.
                qsTr("Đủ rồi")
                objectName: root.prefix + name
                text: title
                ticked: root.counted && wanting === 0
                width: (tiles.width - tiles.spacing * (root.columns - 1)) / root.columns

                onActivated: root.chosen(tile.name)
            }
        }
        Binding {
            property: "pageSize"
            restoreMode: Binding.RestoreNone
            target: root.choices
            value: root.fitting * root.columns
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

        onActivated: root.choices.turn(1)
    }
}
