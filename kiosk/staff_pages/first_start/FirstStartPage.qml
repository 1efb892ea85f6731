pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! One task at a time: its heading, its page, and buttons for back, later and next.
ColumnLayout {
    id: root

    readonly property bool asks: viewModel.number > 0
    required property FirstStartPageModel viewModel

    function showPage(): void {
        page.setSource(root.viewModel.view, {
            viewModel: root.viewModel.part
        });
    }

    //! The label of the button that leads on.
    function wordOn(): string {
        if (root.viewModel.page === "welcome")
            //: First start: on the button of the first page. At most 10 letters.
            return qsTr("Bắt đầu");
        if (root.viewModel.page === "overview")
            //: First start: on the button of the last page. At most 12 letters.
            return qsTr("Mở ki-ốt");
        if (root.viewModel.page === "size")
            //: First start: the outline fits the card that lies on it. At most 10 letters.
            return qsTr("Vừa khít");
        //: First start: continues with the next task. At most 10 letters.
        return qsTr("Tiếp tục");
    }

    spacing: root.viewModel.bare ? 0 : Theme.gap

    Component.onCompleted: showPage()

    Brocade {
        Layout.fillWidth: true
        visible: !root.viewModel.bare
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        spacing: Theme.gap
        visible: !root.viewModel.bare

        Label {
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            capMm: Theme.titleCap
            font.bold: true
            text: root.viewModel.heading
        }
        Label {
            capMm: Theme.titleCap
            color: Theme.accent
            font.bold: true
            objectName: "number"
            text: root.viewModel.number + "/" + root.viewModel.count
            visible: root.asks
            wrapMode: Text.NoWrap
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capMm: Theme.smallCap
        lineHeight: 0.85
        text: root.viewModel.about
        visible: text !== "" && !root.viewModel.bare && !root.viewModel.typing
    }
    Loader {
        id: page

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: root.viewModel.bare ? 0 : Theme.margin
        Layout.rightMargin: Layout.leftMargin
    }
    RowLayout {
        Layout.bottomMargin: Theme.gap
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        spacing: Theme.gap
        uniformCellSizes: true
        visible: !root.viewModel.bare

        BarButton {
            enabled: root.viewModel.mayGoBack || root.viewModel.typing
            iconName: "back"
            objectName: "back"
            opacity: enabled ? 1 : 0
            //: First start: one page back. At most 10 letters.
            text: qsTr("Quay lại")

            onActivated: root.viewModel.back()
        }
        BarButton {
            iconName: "clock"
            objectName: "later"
            //: First start: this is left for later; on the first page, everything is. At most 14 letters.
            text: root.asks ? qsTr("Để sau") : qsTr("Để sau tất cả")
            visible: root.viewModel.page !== "overview" && !root.viewModel.typing

            onActivated: root.viewModel.later()
        }
        BarButton {
            enabled: root.viewModel.mayGoOn
            iconName: root.viewModel.page === "overview" || root.viewModel.page === "size" ? "check" : "next"
            manner: ActionButton.Lead
            objectName: "go-on"
            opacity: enabled ? 1 : 0
            text: root.wordOn()
            visible: !root.viewModel.typing

            onActivated: root.viewModel.page === "overview" ? root.viewModel.finish() : root.viewModel.goOn()
        }
    }
    Connections {
        function onPageChanged(): void {
            root.showPage();
        }

        target: root.viewModel
    }

    component BarButton: ActionButton {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.primary
    }
}
