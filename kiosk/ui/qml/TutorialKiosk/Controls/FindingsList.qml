pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! Sentences with an icon each, on as many pages as needed.
Item {
    id: root

    //! Rows of `FindingRow`.
    required property TypedListModel findings
    readonly property int page: pages > 1 ? turned % pages : 0
    readonly property list<int> pageOf: paged()
    readonly property int pages: pageOf.length > 0 ? pageOf[pageOf.length - 1] + 1 : 1
    property int turned: 0

    function heightOf(row: Item): real {
        return row ? row.implicitHeight + list.spacing : 0;
    }
    //! The page of each row: a row that does not fit starts the next page.
    function paged(): list<int> {
        const result = [];
        let page = 0;
        let used = 0;
        for (let at = 0; at < rows.count; at++) {
            const height = root.heightOf(rows.itemAt(at));
            if (used > 0 && used + height - list.spacing > root.height) {
                page += 1;
                used = 0;
            }
            used += height;
            result.push(page);
        }
        return result;
    }

    Column {
        id: list

        spacing: Theme.gap
        width: parent.width

        Repeater {
            id: rows

            model: root.findings

            Item {
                id: row

                required property int index
                required property bool ok
                required property string sentence
                required property string what

                height: implicitHeight
                implicitHeight: Math.max(sign.height, words.implicitHeight)
                visible: root.pageOf[index] === root.page
                width: list.width

                Icon {
                    id: sign

                    colour: row.ok ? Theme.right : Theme.call
                    name: row.ok ? "check" : "warning"
                    size: Theme.sign
                }
                Column {
                    id: words

                    anchors.left: sign.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right

                    Label {
                        capMm: Theme.smallCap
                        font.bold: true
                        lineHeight: 0.85
                        text: row.what
                        visible: text !== ""
                        width: parent.width
                    }
                    Label {
                        capMm: Theme.smallCap
                        lineHeight: 0.85
                        objectName: row.ok ? "well" : "trouble"
                        text: row.sentence
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
