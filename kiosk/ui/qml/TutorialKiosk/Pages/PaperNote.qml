pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A paper with values to read off: a network's name, a password. What is copied has a cell for each
//! letter, and the cell of the letter that comes next is marked.
Rectangle {
    id: root

    //! How many letters are copied already; -1 where nobody counts.
    property int copiedCount: -1
    readonly property real cellHeight: Theme.mm(Theme.copyCap * 1.9)
    //! The widest letter and the room beside it.
    readonly property real cellRoom: Theme.mm(Theme.copyCap * 1.3 + 0.8)
    //! How high it would be with a cell for each letter.
    readonly property real cellsHeight: {
        let sum = Theme.gap;
        for (let at = 0; at < values.count; at++) {
            const row = values.itemAt(at) as Value;
            const wide = (row?.cells.length ?? 0) * cellRoom;
            const above = wide + labelWidth(row?.label ?? "") > column.width;
            sum += Math.ceil(wide / Math.max(1, column.width)) * cellHeight + (above ? Theme.mm(Theme.smallCap * 2) : 0) + Theme.tinyGap;
        }
        return sum;
    }
    //! How high it may be.
    property real room: Infinity
    //! Rows of `PaperNoteRow`.
    required property TypedListModel rows
    //! Whether what is copied is to have a cell for each letter, where there is room.
    property bool spelled: true
    required property VoiceViewModel voice

    function labelWidth(label: string): real {
        return metrics.advanceWidth(label + ":") + Theme.smallGap;
    }

    border.color: Theme.here
    border.width: Theme.stroke
    color: Theme.hereSoft
    implicitHeight: column.implicitHeight + Theme.gap
    radius: Theme.mm(1.2)
    visible: rows.count > 0

    FontMetrics {
        id: metrics

        font: labelSample.font
    }
    Label {
        id: labelSample

        capMm: Theme.smallCap
        visible: false
    }
    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.smallGap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.tinyGap

        Repeater {
            id: values

            model: root.rows

            Value {
                required cells
                required label
                required value

                room: column.width
            }
        }
    }

    component Value: Flow {
        id: row

        //! Whether the label has room before the cells, and not only above them.
        readonly property bool beside: root.labelWidth(label) + spelled.length * root.cellRoom <= room
        property list<string> cells: []
        property string label: ""
        //! How many lines the cells take; each has as many as the others.
        readonly property int lines: Math.ceil(spelled.length * root.cellRoom / Math.max(1, room))
        property real room: 0
        readonly property bool saysAgain: true
        //! The letters that have a cell each.
        readonly property list<string> spelled: root.spelled && root.cellsHeight <= root.room ? cells : []
        property int spelledAt: -1
        //! Each touch spells one more letter, where she copies by herself.
        readonly property bool spells: spelled.length > 0 && root.copiedCount < 0
        property point touchedAt
        property string value: ""

        function activate(): void {
            if (!TouchGate.accept("note", false, false))
                return;
            if (spells) {
                spelledAt = (spelledAt + 1) % spelled.length;
                root.voice.touchSentence(spelled[spelledAt], -1);
            } else {
                root.voice.touchSentence(label + ": " + value, -1);
            }
        }

        Accessible.name: row.label + ": " + row.value
        Accessible.role: Accessible.StaticText
        Accessible.onPressAction: row.activate()
        activeFocusOnTab: ScreenReader.running
        spacing: Theme.mm(0.8)
        width: beside || lines < 2 ? room : Math.min(room, Math.max(root.labelWidth(label) + 1, Math.ceil(spelled.length / lines) * root.cellRoom * 0.9))

        Keys.onReturnPressed: row.activate()
        Keys.onSpacePressed: row.activate()

        Label {
            Accessible.ignored: true
            capMm: Theme.smallCap
            color: Theme.faintInk
            lineHeight: 0.9
            rightPadding: Theme.smallGap
            text: row.label + ":"
            topPadding: row.spelled.length > 0 && row.beside ? Math.max(0, (root.cellHeight - metrics.height) / 2) : written.visible ? Math.max(0, (written.implicitHeight - metrics.height) / 2) : 0
            width: row.spelled.length > 0 && !row.beside ? row.width : Math.min(root.labelWidth(row.label) + 1, row.width)
        }
        Label {
            id: written

            Accessible.ignored: true
            capMm: Theme.bodyCap * (root.rows.count > 1 ? 1 : 1.2)
            font.bold: true
            font.letterSpacing: Theme.mm(0.4)
            lineHeight: 0.9
            text: row.value
            visible: row.spelled.length === 0
        }
        Repeater {
            model: row.spelled

            Cell {
                required property int index
                required property string modelData

                copied: index < root.copiedCount
                current: index === (row.spells ? row.spelledAt : root.copiedCount)
                letter: modelData
            }
        }
    }
    component Cell: Rectangle {
        id: cell

        property bool copied: false
        property bool current: false
        property string letter: ""

        border.color: current ? Theme.ink : Theme.outline
        border.width: current ? Theme.thick : Theme.stroke / 2
        color: Theme.paper
        height: root.cellHeight
        radius: Theme.mm(1.2)
        width: Math.max(Theme.mm(Theme.copyCap * 1.08), sign.implicitWidth + Theme.mm(2))

        Label {
            id: sign

            Accessible.ignored: true
            anchors.centerIn: parent
            color: cell.copied ? Theme.faintInk : Theme.ink
            font.bold: !cell.copied
            font.pixelSize: Theme.lettersAt(Theme.copyCap, 1)
            text: cell.letter === " " ? "␣" : cell.letter
        }
    }
}
