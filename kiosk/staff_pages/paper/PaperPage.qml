pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Choice of the printer and the paper size.
Item {
    id: root

    required property PaperPageModel viewModel

    function wordFor(name: string, sort: string): string {
        switch (sort) {
        case "none":
            //: In the staff's page for printing: there is no printer.
            return qsTr("Không có máy in");
        case "default":
            //: In the staff's page for printing: the printer that the computer prints on by itself.
            return qsTr("Máy in mặc định");
        }
        return name;
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

            PaperButton {
                paper: "a4"
                text: "A4"
            }
            PaperButton {
                paper: "a5"
                text: "A5"
            }
            PaperButton {
                paper: "receipt"
                //: A roll of narrow paper, as in a till; 80 is its width in millimetres.
                text: qsTr("Cuộn 80 mm")
            }
        }
    }
    Heading {
        id: heading

        anchors.left: parent.left
        anchors.top: papers.bottom
        height: Math.max(implicitHeight, printed.height)
        verticalAlignment: Text.AlignVCenter
        anchors.topMargin: Theme.gap
        //: Above the printers.
        text: qsTr("Máy in")
    }
    Grid {
        id: list

        readonly property int fitting: Math.max(1, Math.floor((height + spacing) / (rowHeight + spacing))) * columns
        readonly property real optionHeight: Math.max(Theme.target, Theme.scaled(Theme.row))
        readonly property real rowHeight: Math.max(Theme.target, Math.min(optionHeight, height))

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.smallGap
        columns: 2
        spacing: Theme.smallGap

        Repeater {
            model: root.viewModel.printers

            OptionButton {
                id: printer

                required property string name
                required property string sort

                chosen: root.viewModel.printer === name
                height: list.rowHeight
                objectName: "printer:" + name
                text: root.wordFor(name, sort)
                width: (list.width - list.spacing) / 2

                onActivated: root.viewModel.choosePrinter(printer.name)
            }
        }
    }
    Binding {
        property: "pageSize"
        restoreMode: Binding.RestoreNone
        target: root.viewModel.printers
        value: list.fitting
    }
    StatusMessage {
        id: printed

        anchors.left: heading.right
        anchors.leftMargin: Theme.gap * 2
        anchors.right: parent.right
        anchors.top: heading.top
        colour: Printing.state === "failed" ? Theme.call : Theme.right
        iconName: ({
                "done": "check",
                "failed": "warning"
            })[Printing.state] ?? "printer"
        text: Printing.sentence !== "" ? Printing.sentence : root.viewModel.noneKnown ?
        //: In the staff's page for printing: the computer knows no printer.
        qsTr("Máy này chưa có máy in nào: cắm và cài máy in trước.") : ""
    }
    ActionButton {
        id: trial

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        enabled: Printing.state !== "working"
        height: foot.height
        iconName: "printer"
        objectName: "print-trial"
        //: In the staff's page for printing: prints one sheet as a trial.
        text: qsTr("In thử")
        visible: Printing.available && root.viewModel.trialLesson !== ""

        onActivated: Printing.printLesson(root.viewModel.trialLesson)
    }
    MoreButton {
        id: more

        anchors.bottom: parent.bottom
        anchors.left: trial.visible ? trial.right : parent.left
        anchors.leftMargin: trial.visible ? Theme.gap : 0
        height: foot.height
        model: root.viewModel.printers
        objectName: "more-printers"
        //: In the staff's page for printing: shows the other printers.
        text: qsTr("Máy in khác")
    }
    SettingFooter {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: more.visible ? more.right : trial.visible ? trial.right : parent.left
        anchors.leftMargin: more.visible || trial.visible ? Theme.gap : 0
        anchors.right: parent.right
        mayUndo: root.viewModel.mayUndo
        message: root.viewModel.message

        onUndone: root.viewModel.undo()
    }

    component Heading: Label {
        capMm: Theme.smallCap
        color: Theme.faintInk
        lineHeight: 0.85
    }
    component PaperButton: OptionButton {
        required property string paper

        chosen: root.viewModel.paper === paper
        objectName: "paper:" + paper
        width: (papers.width - Theme.smallGap * 2) / 3

        onActivated: root.viewModel.choosePaper(paper)
    }
    component OptionButton: ActionButton {
        required property bool chosen

        Accessible.checkable: true
        Accessible.checked: chosen
        height: list.optionHeight
        iconName: chosen ? "check" : ""
        manner: chosen ? ActionButton.Lead : ActionButton.Quiet
    }
}
