pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A paper note with values to read: a network's name, a password. A value to copy has a cell for each
//! character, and the cell of the next character is highlighted.
Rectangle {
    id: root

    //! Number of letters already copied; -1 if they are not counted.
    property int copiedCount: -1
    readonly property real cellHeight: Theme.mm(Theme.copyCap * cellScale * 1.9)
    //! The scale of the cells: no value is broken for it.
    readonly property real cellScale: Math.max(1, Math.min(cellsLarger, column.width / Math.max(1, widestCells + cellGap)))
    //! The maximum of it.
    property real cellsLarger: 1
    //! Width of the longest value in cells that are not scaled.
    readonly property real widestCells: {
        let wide = 0;
        for (let at = 0; at < values.count; at++) {
            const cells = (values.itemAt(at) as Value)?.cells ?? [];
            wide = Math.max(wide, cells.reduce((sum, letter) => sum + plainWidth(letter) + cellGap, 0));
        }
        return wide;
    }
    //! Space between two cells.
    readonly property real cellGap: Theme.mm(0.8)
    //! The height of the note if every letter had a cell.
    readonly property real cellsHeight: {
        let sum = Theme.gap;
        for (let at = 0; at < values.count; at++) {
            const row = values.itemAt(at) as Value;
            const cells = row?.cells ?? [];
            const above = !isBeside(cells);
            sum += linesOf(cells, column.width).length * (cellHeight + cellGap) + (above ? Theme.mm(labelSample.capMm * 2) : 0) + Theme.tinyGap;
        }
        return sum;
    }
    //! Width of the longest label; all values are aligned behind it.
    readonly property real labelWidth: {
        // advanceWidth() is a call: reading the font size makes this depend on it.
        let widest = 0 * metrics.font.pixelSize;
        for (let at = 0; at < values.count; at++)
            widest = Math.max(widest, metrics.advanceWidth(((values.itemAt(at) as Value)?.label ?? "") + ":"));
        return widest + Theme.smallGap;
    }
    //! Scale of letters without cells.
    property real larger: 1
    //! The maximum height.
    property real room: Infinity
    //! Rows of `PaperNoteRow`.
    required property TypedListModel rows
    //! Whether values to copy get a cell for each letter, if there is room.
    property bool spelled: true
    required property VoiceViewModel voice

    function cellWidth(letter: string): real {
        return Math.floor(plainWidth(letter) * cellScale);
    }
    function plainWidth(letter: string): real {
        return Math.max(Theme.mm(Theme.copyCap * 1.08), Math.ceil(signMetrics.advanceWidth(sign(letter))) + Theme.mm(2));
    }
    function cellsWidth(letters: list<string>): real {
        let wide = 0;
        for (let at = 0; at < letters.length; at++)
            wide += cellWidth(letters[at]) + (at > 0 ? cellGap : 0);
        return wide;
    }
    //! Whether a label fits before these cells. Before larger cells, all labels fit or all are above.
    function isBeside(cells: list<string>): bool {
        return labelWidth + (cellScale > 1 ? widestCells * cellScale : cellsWidth(cells)) <= column.width;
    }
    function sign(letter: string): string {
        return letter === " " ? "␣" : letter;
    }
    //! Divides letters into lines: a word, or what ends with a hyphen, is not broken if it fits a line; a longer one is
    //! divided evenly, so that no single letter remains.
    function linesOf(letters: list<string>, room: real): var {
        const lines = [[]];
        let start = 0;
        while (start < letters.length) {
            const ends = [letters.indexOf(" ", start), letters.indexOf("-", start)].filter(at => at >= 0);
            const end = ends.length > 0 ? Math.min(...ends) + 1 : letters.length;
            const word = letters.slice(start, end);
            const parts = Math.max(1, Math.ceil(cellsWidth(word) / Math.max(1, room)));
            const each = Math.ceil(word.length / parts);
            for (let at = 0; at < word.length; at += each) {
                const part = word.slice(at, at + each);
                const last = lines[lines.length - 1];
                if (last.length > 0 && cellsWidth([...last, ...part]) > room)
                    lines.push(part);
                else
                    last.push(...part);
            }
            start = end;
        }
        return lines;
    }

    border.color: Theme.highlight
    border.width: Theme.stroke
    color: Theme.highlightSoft
    implicitHeight: column.implicitHeight + Theme.gap
    radius: Theme.mm(1.2)
    visible: rows.count > 0

    FontMetrics {
        id: metrics

        font: labelSample.font
    }
    FontMetrics {
        id: boldMetrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.measuredPx
    }
    FontMetrics {
        id: signMetrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.lettersAt(Theme.copyCap, 1)
    }
    Label {
        id: labelSample

        capMm: Theme.smallCap * root.larger
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

                width: column.width
            }
        }
    }

    component Value: Flow {
        id: row

        //! Whether the label fits before the cells and need not be above them.
        readonly property bool beside: root.isBeside(spelled)
        property list<string> cells: []
        property string label: ""
        readonly property bool saysAgain: true
        //! The letters with a cell each; empty when the value is shown without cells.
        readonly property list<string> spelled: root.spelled && root.cellsHeight <= root.room ? cells : []
        //! The same letters, divided into lines.
        readonly property var lines: spelled.length > 0 ? root.linesOf(spelled, beside ? Infinity : width) : []
        property int spelledAt: -1
        //! Whether each touch speaks the next letter, when the learner copies to her own phone.
        readonly property bool spells: spelled.length > 0 && root.copiedCount < 0
        property point touchedAt
        property string value: ""

        function activate(): void {
            if (!TouchGate.accept("note", false, false))
                return;
            if (spells) {
                spelledAt = (spelledAt + 1) % spelled.length;
                root.voice.touchLetter(spelled[spelledAt]);
            } else {
                root.voice.touchSentence(label + ": " + value, -1);
            }
        }

        Accessible.name: row.label + ": " + row.value
        Accessible.role: Accessible.StaticText
        Accessible.onPressAction: row.activate()
        activeFocusOnTab: ScreenReader.running
        spacing: root.cellGap

        Keys.onReturnPressed: row.activate()
        Keys.onSpacePressed: row.activate()

        Label {
            Accessible.ignored: true
            capMm: labelSample.capMm
            color: Theme.faintInk
            lineHeight: 0.9
            rightPadding: Theme.smallGap
            text: row.label + ":"
            topPadding: row.spelled.length > 0 && row.beside ? Math.max(0, (root.cellHeight - metrics.height) / 2) : written.visible ? Math.max(0, (written.implicitHeight - metrics.height) / 2) : 0
            width: row.spelled.length > 0 && !row.beside ? row.width : Math.min(root.labelWidth + 1, row.width)
        }
        Label {
            id: written

            Accessible.ignored: true
            //! The least letters, which may need several lines.
            readonly property int leastPx: Theme.letters(Theme.bodyCap * root.larger * (root.rows.count > 1 || Theme.textScale > 1 && root.larger === 1 ? 1 : 1.2))
            readonly property real letterSpacing: Theme.mm(0.4)
            readonly property real unitWidth: boldMetrics.advanceWidth(row.value) / boldMetrics.font.pixelSize

            font.bold: true
            // A single value is as large as the sentence beside a phone where that fits a line.
            font.pixelSize: root.rows.count > 1 ? leastPx : Math.max(leastPx, Math.min(Theme.lettersAt(Theme.sentenceBesidePhoneCap, 1), Math.floor((row.width - root.labelWidth - row.value.length * letterSpacing - root.cellGap) * 0.98 / Math.max(0.1, unitWidth))))
            font.letterSpacing: letterSpacing
            lineHeight: 0.9
            text: row.value
            visible: row.spelled.length === 0
        }
        Column {
            spacing: root.cellGap

            Repeater {
                model: row.lines

                Row {
                    id: line

                    readonly property int before: {
                        let sum = 0;
                        for (let at = 0; at < index; at++)
                            sum += row.lines[at].length;
                        return sum;
                    }
                    required property int index
                    required property var modelData

                    spacing: root.cellGap

                    Repeater {
                        model: line.modelData

                        Cell {
                            readonly property int at: line.before + index
                            required property int index
                            required property string modelData

                            copied: at < root.copiedCount
                            current: at === (row?.spells ? row.spelledAt : root.copiedCount)
                            letter: modelData
                        }
                    }
                }
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
        width: root.cellWidth(letter)

        Label {
            Accessible.ignored: true
            anchors.centerIn: parent
            color: cell.copied ? Theme.faintInk : Theme.ink
            font.bold: !cell.copied
            font.pixelSize: Theme.lettersAt(Theme.copyCap, root.cellScale)
            text: root.sign(cell.letter)
        }
    }
}
