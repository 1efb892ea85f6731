pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A list of languages or of topics to translate.
PagedTiles {
    id: root

    //! Rows of `TranslationChoice`.
    required property TypedListModel choices
    //! Whether each row shows how many sentences need work.
    property bool counted: false

    model: root.choices

    delegate: TileButton {
        id: tile

        required property int count
        required iconName
        required property string name
        required property string title
        required property int wanting

        capMm: Theme.smallCap
        height: root.tileHeight
        note: !root.counted ? "" : wanting > 0 ?
        //: In the translators' page, on a lesson: how many of its sentences are not translated.
        qsTr("Còn %1 trong %2 câu").arg(wanting).arg(count) :
        //: In the translators' page, on a lesson that is wholly translated.
        qsTr("Đủ rồi")
        objectName: root.prefix + name
        text: title
        ticked: root.counted && wanting === 0
        width: root.tileWidth

        onActivated: root.chosen(tile.name)
    }
}
