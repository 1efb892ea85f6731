pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Theme

//! Sentences with a sign before each, on as many pages as they need.
Item {
    id: root

    //! Each with `ok`, `what` and `sentence`.
    required property var findings
    readonly property int page: pages > 1 ? turned % pages : 0
    readonly property var pageOf: paged()
    readonly property int pages: pageOf.length > 0 ? pageOf[pageOf.length - 1] + 1 : 1
    property int turned: 0

    function heightOf(row: Item): real {
        return row ? row.implicitHeight + list.spacing : 0;
    }
    //! The page of each row: a row that has no room any more begins the next one.
    function paged(): var {
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

    onFindingsChanged: turned = 0

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
                required property var modelData

                height: implicitHeight
                implicitHeight: Math.max(sign.height, words.implicitHeight)
                visible: root.pageOf[index] === root.page
                width: list.width

                Icon {
                    id: sign

                    colour: row.modelData.ok ? Theme.right : Theme.call
                    name: row.modelData.ok ? "check" : "warning"
                    size: Theme.mm(10)
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
                        text: row.modelData.what
                        visible: text !== ""
                        width: parent.width
                    }
                    Label {
                        capMm: Theme.smallCap
                        lineHeight: 0.85
                        objectName: row.modelData.ok ? "well" : "trouble"
                        text: row.modelData.sentence
                        width: parent.width
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
