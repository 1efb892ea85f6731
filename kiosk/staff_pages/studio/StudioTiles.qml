pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A question with tiles as answers; a tile may have a progress bar and an ear button that speaks it.
PagedTiles {
    id: root

    //! Rows of `StudioTileRow`.
    required property TypedListModel tiles

    //! Emitted when the ear beside a tile was touched.
    signal listened(choice: string, title: string)

    columnSpacing: Theme.gap
    columns: width < Theme.scaled(Theme.wideWidth) ? 2 : 3
    leastTileHeight: Theme.scaled(Theme.signHuge + Theme.sign)
    model: root.tiles

    delegate: Row {
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
            height: root.tileHeight
            iconName: choice.iconName
            number: choice.number
            objectName: root.prefix + choice.name
            recorded: choice.recorded
            text: choice.title
            width: root.tileWidth - ear.width - choice.spacing

            onActivated: root.chosen(choice.name)
        }
        ActionButton {
            id: ear

            height: root.tileHeight
            iconName: "hear"
            iconSize: Theme.sign
            objectName: "hear-" + root.prefix + choice.name
            //: Read aloud by a screen reader: the button beside a tile that says what the tile is; %1 is its title.
            spokenName: qsTr("Nghe: %1").arg(choice.title)
            width: Theme.target

            onActivated: root.listened(choice.name, choice.title)
        }
    }

    Component.onCompleted: tiles.turn(-tiles.page)
}
