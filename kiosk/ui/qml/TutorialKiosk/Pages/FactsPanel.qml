pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The requirements of a procedure, its fee, duration and place. If not everything fits, a touch on the card
//! shows more.
KioskButton {
    id: root

    //! Rows of `FactRow`.
    required property TypedListModel facts
    readonly property bool hasMore: column.pages > 1
    //! How much larger than the smallest its letters are.
    property real larger: 1
    //! The same at the minimum size of the theme.
    readonly property real least: Theme.leastCap / Theme.smallCap
    //! Whether the name of a fact is in the same line.
    property bool together: false
    //: At the end of a procedure: shows its other facts. At most 9 letters.
    readonly property string wordMore: qsTr("Xem thêm")

    //! Letters as large as the smallest number of pages allows. Names are in the line of their fact only where all
    //! facts would not fit on one page otherwise.
    function fit(): void {
        for (const together of [false, true]) {
            root.together = together;
            lay(least);
            if (column.pages === 1)
                break;
        }
        root.together = column.pages === 1 && root.together;
        const smallest = column.pages === 1 ? least : 1;
        lay(smallest);
        const pages = column.pages;
        for (let larger = 1.8; larger > smallest; larger -= 0.1) {
            lay(larger);
            if (column.pages === pages && highest() <= column.height)
                return;
        }
        lay(smallest);
    }
    //! The height of the highest fact.
    function highest(): real {
        let height = 0;
        for (let at = 0; at < rows.count; at++)
            height = Math.max(height, rows.itemAt(at)?.height ?? 0);
        return height;
    }
    function lay(larger: real): void {
        root.larger = larger;
        column.arrange();
        // A row that now goes on with the one above it is lower.
        column.arrange();
    }

    enabled: hasMore
    objectName: "more-facts"
    padding: Theme.smallGap
    spokenName: {
        const told = [];
        for (let at = 0; at < rows.count; at++)
            told.push((rows.itemAt(at) as Fact)?.spoken ?? "");
        return [...told, hasMore ? wordMore : ""].join(". ");
    }

    background: Rectangle {
        border.color: root.hasMore ? Theme.accent : Theme.hairline
        border.width: Theme.stroke
        color: root.pressed ? Theme.quietPressed : Theme.paper
        radius: Theme.radius
    }
    contentItem: Item {
        PagedColumn {
            id: column

            anchors.fill: parent
            spacing: root.together ? Theme.tinyGap : Theme.smallGap

            Repeater {
                id: rows

                model: root.facts

                onCountChanged: before.ask()

                Fact {
                    required name
                    required text

                    width: column.width
                }
            }
        }
        Row {
            id: more

            anchors.right: parent.right
            spacing: Theme.smallGap
            visible: root.hasMore

            Label {
                Accessible.ignored: true
                capMm: Theme.smallCap
                color: Theme.accent
                font.bold: true
                lineHeight: 0.9
                text: root.wordMore
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.accent
                name: "next"
                size: Theme.mm(8)
            }
        }
    }

    onActivated: column.page = (column.page + 1) % column.pages
    onHeightChanged: before.ask()
    onWidthChanged: before.ask()

    BeforePainting {
        id: before

        onDue: root.fit()
    }
    Connections {
        function onTextScaleChanged(): void {
            before.ask();
        }

        target: Theme
    }
    FactNames {
        id: names
    }

    component Fact: Item {
        id: fact

        //! Whether it goes on with the fact above it, on the same page.
        readonly property bool goesOn: index > 0 && y > 0 && (rows.itemAt(index - 1) as Fact)?.name === name
        required property int index
        readonly property bool hasTitle: !goesOn && !root.together
        property string name: ""
        readonly property string spoken: title.text + ". " + text
        property string text: ""

        height: title.height + told.implicitHeight

        Label {
            id: title

            Accessible.ignored: true
            capMm: Theme.smallCap * root.larger
            color: Theme.accent
            font.bold: true
            height: fact.hasTitle ? implicitHeight : 0
            lineHeight: 0.9
            text: names.nameOf(fact.name)
            visible: fact.hasTitle
            width: parent.width - more.width
        }
        Label {
            id: told

            Accessible.ignored: true
            anchors.top: title.bottom
            capMm: Theme.smallCap * root.larger
            lineHeight: 0.9
            text: Theme.withoutOrphan(Theme.withoutBadBreaks((root.together && !fact.goesOn ? title.text + ": " : "") + fact.text))
            width: parent.width
        }
    }
}
