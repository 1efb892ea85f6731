pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Which printer, which paper.
Item {
    id: root

    required property PaperRoomModel room

    function wordFor(printer: var): string {
        switch (printer.sort) {
        case "none":
            //: In the staff's room for printing: there is no printer.
            return qsTr("Không có máy in");
        case "default":
            //: In the staff's room for printing: the printer that the computer prints on by itself.
            return qsTr("Máy in mặc định");
        }
        return printer.name;
    }

    Column {
        id: papers

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.smallGap

        Heading {
            //: Above the three sizes of paper.
            text: qsTr("Cỡ giấy")
        }
        Row {
            spacing: Theme.smallGap

            Repeater {
                model: [
                    {
                        name: "a4",
                        word: "A4"
                    },
                    {
                        name: "a5",
                        word: "A5"
                    },
                    {
                        name: "receipt",
                        //: A roll of narrow paper, as in a till; 80 is its width in millimetres.
                        word: qsTr("Cuộn 80 mm")
                    }
                ]

                Option {
                    id: paper

                    required property var modelData

                    chosen: root.room.paper === modelData.name
                    objectName: "paper:" + modelData.name
                    text: modelData.word
                    width: (papers.width - Theme.smallGap * 2) / 3

                    onActivated: root.room.choosePaper(paper.modelData.name)
                }
            }
        }
    }
    Heading {
        id: heading

        anchors.left: parent.left
        anchors.top: papers.bottom
        anchors.topMargin: Theme.gap
        //: Above the printers.
        text: qsTr("Máy in")
    }
    Grid {
        id: list

        readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (optionHeight + spacing))) * columns
        readonly property real optionHeight: Math.max(Theme.target, Theme.mm(19 * Theme.textScale))
        readonly property int page: pages > 1 ? turned % pages : 0
        readonly property int pages: Math.ceil(root.room.printers.length / fitting)
        property int turned: 0

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.smallGap
        columns: 2
        spacing: Theme.smallGap

        Repeater {
            model: root.room.printers.slice(list.page * list.fitting, (list.page + 1) * list.fitting)

            Option {
                id: printer

                required property var modelData

                chosen: root.room.printer === modelData.name
                objectName: "printer:" + modelData.name
                text: root.wordFor(modelData)
                width: (list.width - list.spacing) / 2

                onActivated: root.room.choosePrinter(printer.modelData.name)
            }
        }
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        height: foot.height
        iconName: "next"
        objectName: "more-printers"
        //: In the staff's room for printing: shows the other printers.
        text: qsTr("Máy in khác")
        visible: list.pages > 1

        onActivated: list.turned += 1
    }
    SettingFoot {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: more.visible ? more.right : parent.left
        anchors.leftMargin: more.visible ? Theme.gap : 0
        anchors.right: parent.right
        mayUndo: root.room.mayUndo
        told: root.room.told

        onUndone: root.room.undo()
    }

    component Heading: Label {
        capMm: Theme.smallCap
        color: Theme.faintInk
        lineHeight: 0.85
    }
    component Option: ActionButton {
        required property bool chosen

        Accessible.checkable: true
        Accessible.checked: chosen
        height: list.optionHeight
        iconName: chosen ? "check" : ""
        manner: chosen ? ActionButton.Lead : ActionButton.Quiet
    }
}
