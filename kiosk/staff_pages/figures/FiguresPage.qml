pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The usage statistics, one chart at a time: lessons, hard steps, languages, hours.
Item {
    id: root

    readonly property int atLanguages: atSteps + viewModel.hardSteps
    readonly property int atReturns: lessons.pages
    readonly property int atSteps: atReturns + (viewModel.returns.count > 0 ? returns.pages : 0)
    readonly property bool empty: viewModel.ready && !filled
    readonly property bool filled: viewModel.lessons.count > 0
    //! Index of the displayed chart, from 0.
    readonly property int page: pages > 0 ? turned % pages : 0
    readonly property int pages: atLanguages + languages.pages + (viewModel.hours.count > 0 ? 1 : 0)
    required property FiguresPageModel viewModel
    readonly property bool showsHours: filled && page === pages - 1
    readonly property bool showsLanguages: filled && page >= atLanguages && !showsHours
    readonly property bool showsLessons: filled && page < atReturns
    readonly property bool showsReturns: filled && page >= atReturns && page < atSteps
    readonly property bool showsStep: filled && page >= atSteps && page < atLanguages
    property int turned: 0

    function show(span: string): void {
        root.turned = 0;
        root.viewModel.showSpan(span);
    }
    function showPhone(): void {
        root.viewModel.showStep(root.showsStep ? root.page - root.atSteps : root.viewModel.hardSteps);
    }

    Component.onCompleted: showPhone()
    onPageChanged: showPhone()
    onShowsStepChanged: showPhone()

    Label {
        id: heading

        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.right: parent.right
        capMm: Theme.bodyCap
        font.bold: true
        fontSizeMode: Text.HorizontalFit
        // A fixed height: the number of pages must not depend on the text of one heading.
        height: Theme.letters(Theme.bodyCap) * 1.4
        minimumPixelSize: Theme.lettersAt(Theme.smallCap, 1)
        objectName: "figures-heading"
        text: {
            if (root.showsLessons)
                //: Heading in the staff's page for figures. %1: how many lessons were finished; each bar says how many of those opened.
                return qsTr("Học xong %1 lượt (số xong / số mở)").arg(root.viewModel.finished);
            if (root.showsReturns)
                //: Heading in the staff's page for figures: who came back in a later week; each bar says how many did the lesson without help, of those who came.
                return qsTr("Trở lại tự làm (số tự làm được / số trở lại)");
            if (root.showsStep)
                //: Heading in the staff's page for figures: steps that are hard for people.
                return qsTr("Chỗ bà con hay vướng");
            if (root.showsLanguages)
                //: Heading in the staff's page for figures: in which languages lessons were opened.
                return qsTr("Học bằng tiếng nào");
            //: Heading in the staff's page for figures: at which hours of the day lessons were opened.
            return root.showsHours ? qsTr("Giờ nào đông người học") : "";
        }
        wrapMode: Text.NoWrap
    }
    Item {
        id: body

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.gap

        FigureBars {
            id: lessons

            anchors.fill: parent
            figures: root.viewModel.lessons
            page: Math.min(root.page, pages - 1)
            visible: root.showsLessons
        }
        FigureBars {
            id: returns

            anchors.fill: parent
            figures: root.viewModel.returns
            page: Math.max(0, Math.min(root.page - root.atReturns, pages - 1))
            visible: root.showsReturns
        }
        FigureBars {
            id: languages

            anchors.fill: parent
            figures: root.viewModel.languages
            page: Math.max(0, Math.min(root.page - root.atLanguages, pages - 1))
            visible: root.showsLanguages
        }
        HourColumns {
            anchors.fill: parent
            hours: root.viewModel.hours
            visible: root.showsHours
        }
        Label {
            anchors.centerIn: parent
            color: Theme.faintInk
            horizontalAlignment: Text.AlignHCenter
            objectName: "no-figures"
            text: {
                if (!root.viewModel.readable)
                    //: In the staff's page for figures when their file is damaged.
                    return qsTr("Không đọc được số liệu. Xem mục Tình trạng máy.");
                //: In the staff's page for figures when nobody has opened a lesson yet.
                return qsTr("Chưa có ai học.");
            }
            visible: root.empty
            width: parent.width
        }
    }
    HardStep {
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        headHeight: heading.height + Theme.smallGap
        step: root.viewModel.hardStep
        visible: root.showsStep
    }
    Row {
        id: foot

        readonly property real each: (width - 2 * spacing) / 3

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        ActionButton {
            Accessible.checkable: true
            Accessible.checked: root.viewModel.span === "today"
            height: Theme.primary
            iconName: root.viewModel.span === "today" ? "check" : ""
            manner: root.viewModel.span === "today" ? ActionButton.Lead : ActionButton.Quiet
            objectName: "span:today"
            //: In the staff's page for figures: shows those of today.
            text: qsTr("Hôm nay")
            width: foot.each

            onActivated: root.show("today")
        }
        ActionButton {
            Accessible.checkable: true
            Accessible.checked: root.viewModel.span === "month"
            height: Theme.primary
            iconName: root.viewModel.span === "month" ? "check" : ""
            manner: root.viewModel.span === "month" ? ActionButton.Lead : ActionButton.Quiet
            objectName: "span:month"
            //: In the staff's page for figures: shows those of this month.
            text: qsTr("Tháng này")
            width: foot.each

            onActivated: root.show("month")
        }
        ActionButton {
            enabled: root.pages > 1
            height: Theme.primary
            iconName: "next"
            objectName: "more-figures"
            //: In the staff's page for figures: the next picture. %1: which one is shown, %2: how many there are.
            text: qsTr("Tiếp %1/%2").arg(root.page + 1).arg(Math.max(1, root.pages))
            width: foot.each

            onActivated: root.turned = (root.page + 1) % root.pages
        }
    }
}
