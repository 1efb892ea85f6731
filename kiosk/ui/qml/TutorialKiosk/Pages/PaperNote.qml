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
    //! Between two cells.
    readonly property real cellGap: Theme.mm(0.8)
    //! How high it would be with a cell for each letter.
    readonly property real cellsHeight: {
        let sum = Theme.gap;
        for (let at = 0; at < values.count; at++) {
            const row = values.itemAt(at) as Value;
            const cells = row?.cells ?? [];
            const above = cellsWidth(cells) + labelWidth(row?.label ?? "") > column.width;
            sum += linesOf(cells, column.width).length * (cellHeight + cellGap) + (above ? Theme.mm(labelSample.capMm * 2) : 0) + Theme.tinyGap;
        }
        return sum;
    }
    //! How much larger than usual letters without cells are.
    property real larger: 1
    //! How high it may be.
    property real room: Infinity
    //! Rows of `PaperNoteRow`.
    required property TypedListModel rows
    //! Whether what is copied is to have a cell for each letter, where there is room.
    property bool spelled: true
    required property VoiceViewModel voice

    function cellWidth(letter: string): real {
        return Math.max(Theme.mm(Theme.copyCap * 1.08), Math.ceil(signMetrics.advanceWidth(sign(letter))) + Theme.mm(2));
    }
    function cellsWidth(letters: list<string>): real {
        let wide = 0;
        for (let at = 0; at < letters.length; at++)
            wide += cellWidth(letters[at]) + (at > 0 ? cellGap : 0);
        return wide;
    }
    function sign(letter: string): string {
        return letter === " " ? "␣" : letter;
    }
    //! The letters line by line: a word that fits one is not broken, a longer one stands in lines
    //! alike, so that no letter is left alone.
    function linesOf(letters: list<string>, room: real): var {
        const lines = [[]];
        let start = 0;
        while (start < letters.length) {
            const space = letters.indexOf(" ", start);
            const end = space < 0 ? letters.length : space + 1;
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
    function labelWidth(label: string): real {
        // The size is asked for, so that this is asked anew when it changes.
        return metrics.font.pixelSize > 0 ? metrics.advanceWidth(label + ":") + Theme.smallGap : 0;
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

        //! Whether the label has room before the cells, and not only above them.
        readonly property bool beside: root.labelWidth(label) + root.cellsWidth(spelled) <= width
        property list<string> cells: []
        property string label: ""
        readonly property bool saysAgain: true
        //! The letters that have a cell each.
        readonly property list<string> spelled: root.spelled && root.cellsHeight <= root.room ? cells : []
        //! The same, in the lines in which they stand.
        readonly property var lines: spelled.length > 0 ? root.linesOf(spelled, beside ? Infinity : width) : []
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
            width: row.spelled.length > 0 && !row.beside ? row.width : Math.min(root.labelWidth(row.label) + 1, row.width)
        }
        Label {
            id: written

            Accessible.ignored: true
            capMm: Theme.bodyCap * root.larger * (root.rows.count > 1 || Theme.textScale > 1 ? 1 : 1.2)
            font.bold: true
            font.letterSpacing: Theme.mm(0.4)
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
            font.pixelSize: Theme.lettersAt(Theme.copyCap, 1)
            text: root.sign(cell.letter)
        }
    }
}
