import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! Rows of a list in a column, as many per page as fit; `delegate` draws a row.
Column {
    id: root

    property alias delegate: rows.delegate
    readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (rowHeight + spacing)))
    required property TypedListModel model
    property real rowHeight: Math.max(Theme.target, Theme.scaled(Theme.primary))

    spacing: Theme.smallGap

    Repeater {
        id: rows

        model: root.model
    }
    Binding {
        property: "pageSize"
        restoreMode: Binding.RestoreNone
        target: root.model
        value: root.fitting
    }
}
