pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What happened here, one picture after the other: lessons, hard steps, languages, hours.
Item {
    id: root

    readonly property int atLanguages: atSteps + room.hardSteps.length
    readonly property int atSteps: lessons.pages
    readonly property bool empty: room.ready && room.lessons.length === 0
    //! Which picture is shown, from 0.
    readonly property int page: pages > 0 ? turned % pages : 0
    readonly property int pages: atLanguages + languages.pages + (room.hours.length > 0 ? 1 : 0)
    required property FiguresRoomModel room
    readonly property bool showsHours: !empty && page === pages - 1
    readonly property bool showsLanguages: !empty && page >= atLanguages && !showsHours
    readonly property bool showsLessons: !empty && page < atSteps
    readonly property bool showsStep: !empty && page >= atSteps && page < atLanguages
    property int turned: 0

    function show(span: string): void {
        root.turned = 0;
        root.room.showSpan(span);
    }
    function showPhone(): void {
        root.room.showStep(root.showsStep ? root.page - root.atSteps : root.room.hardSteps.length);
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
        lineHeight: 0.85
        objectName: "figures-heading"
        text: {
            if (root.showsLessons)
                //: Heading in the staff's room for figures. %1: lessons finished, %2: lessons opened.
                return qsTr("Bài học xong / lượt mở bài: %1").arg(root.room.finished);
            if (root.showsStep)
                //: Heading in the staff's room for figures: steps that are hard for people.
                return qsTr("Chỗ bà con hay vướng");
            if (root.showsLanguages)
                //: Heading in the staff's room for figures: in which languages lessons were opened.
                return qsTr("Học bằng tiếng nào");
            //: Heading in the staff's room for figures: at which hours of the day lessons were opened.
            return root.showsHours ? qsTr("Giờ nào đông người học") : "";
        }
        visible: text !== ""
    }
    Item {
        id: body

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.visible ? heading.bottom : parent.top
        anchors.topMargin: Theme.gap

        FigureBars {
            id: lessons

            anchors.fill: parent
            figures: root.room.lessons
            page: Math.min(root.page, pages - 1)
            visible: root.showsLessons
        }
        Loader {
            active: root.showsStep
            anchors.fill: parent

            sourceComponent: HardStep {
                phone: root.room.phone
                step: root.room.hardSteps[root.page - root.atSteps]
            }
        }
        FigureBars {
            id: languages

            anchors.fill: parent
            figures: root.room.languages
            page: Math.max(0, Math.min(root.page - root.atLanguages, pages - 1))
            visible: root.showsLanguages
        }
        HourColumns {
            anchors.fill: parent
            hours: root.room.hours
            visible: root.showsHours
        }
        Label {
            anchors.centerIn: parent
            color: Theme.faintInk
            horizontalAlignment: Text.AlignHCenter
            objectName: "no-figures"
            text: {
                if (!root.room.readable)
                    //: In the staff's room for figures when their file is damaged.
                    return qsTr("Không đọc được số liệu. Xem mục Tình trạng máy.");
                //: In the staff's room for figures when nobody has opened a lesson yet.
                return qsTr("Chưa có ai học.");
            }
            visible: root.empty
            width: parent.width
        }
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
            Accessible.checked: root.room.span === "today"
            height: Theme.primary
            iconName: root.room.span === "today" ? "check" : ""
            manner: root.room.span === "today" ? ActionButton.Lead : ActionButton.Quiet
            objectName: "span:today"
            //: In the staff's room for figures: shows those of today.
            text: qsTr("Hôm nay")
            width: foot.each

            onActivated: root.show("today")
        }
        ActionButton {
            Accessible.checkable: true
            Accessible.checked: root.room.span === "month"
            height: Theme.primary
            iconName: root.room.span === "month" ? "check" : ""
            manner: root.room.span === "month" ? ActionButton.Lead : ActionButton.Quiet
            objectName: "span:month"
            //: In the staff's room for figures: shows those of this month.
            text: qsTr("Tháng này")
            width: foot.each

            onActivated: root.show("month")
        }
        ActionButton {
            enabled: root.pages > 1
            height: Theme.primary
            iconName: "next"
            objectName: "more-figures"
            //: In the staff's room for figures: the next picture. %1: which one is shown, %2: how many there are.
            text: qsTr("Trang tiếp (%1/%2)").arg(root.page + 1).arg(Math.max(1, root.pages))
            width: foot.each

            onActivated: root.turned = (root.page + 1) % root.pages
        }
    }
}
