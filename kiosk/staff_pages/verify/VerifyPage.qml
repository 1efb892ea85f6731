pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The lessons with their verification; then the facts of one, each to confirm or report as outdated.
Item {
    id: root

    required property VerifyPageModel viewModel

    Loader {
        anchors.fill: parent
        sourceComponent: root.viewModel.page === "lessons" ? lessons : root.viewModel.page === "name" ? whoLooks : fact
    }
    Component {
        id: lessons

        ColumnLayout {
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                capMm: Theme.smallCap
                color: root.viewModel.message !== "" ? Theme.ink : Theme.faintInk
                lineHeight: 0.85
                objectName: "verify-message"
                text: root.viewModel.message !== "" ? root.viewModel.message : root.viewModel.busy ?
                //: In the staff's page where facts are checked, while lessons are read.
                qsTr("Đang đọc các bài…") :
                //: In the staff's page where facts are checked, above the lessons.
                qsTr("Chạm vào bài để kiểm từng điều trong bài.")
            }
            PagedRows {
                id: list

                Layout.fillHeight: true
                Layout.fillWidth: true
                model: root.viewModel.lessons

                delegate: ActionButton {
                    id: row

                    required property bool holds
                    required property string name
                    required property string note
                    required property string title

                    capMm: Theme.smallCap
                    height: list.rowHeight
                    iconName: row.holds ? "check" : "warning"
                    objectName: "verify:" + row.name
                    text: row.title + " · " + row.note
                    width: list.width

                    onActivated: root.viewModel.chooseLesson(row.name)
                }
            }
            MoreButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.primary
                model: root.viewModel.lessons
                objectName: "more-lessons"
                //: In the staff's page where facts are checked: shows further lessons.
                text: qsTr("Bài tiếp theo")
            }
        }
    }
    Component {
        id: whoLooks

        TextEntry {
            property string typed: ""

            //: In the staff's page where facts are checked: whoever looks says her name.
            caption: qsTr("Tên người kiểm")
            longest: 60

            onEdited: words => typed = words
            onFinished: root.viewModel.tellName(typed)
        }
    }
    Component {
        id: fact

        ColumnLayout {
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                capMm: Theme.smallCap
                color: Theme.faintInk
                lineHeight: 0.85
                text: root.viewModel.lessonTitle + " · " + root.viewModel.number + "/" + root.viewModel.count
            }
            Rectangle {
                Layout.fillHeight: true
                Layout.fillWidth: true
                border.color: Theme.hairline
                border.width: Theme.stroke
                color: Theme.paper
                radius: Theme.radius

                PagedColumn {
                    id: factTexts

                    anchors.fill: parent
                    anchors.margins: Theme.gap

                    Label {
                        capMm: Theme.smallCap
                        lineHeight: 0.85
                        text: root.viewModel.what
                        width: factTexts.width
                    }
                    Label {
                        font.bold: true
                        lineHeight: 0.85
                        objectName: "fact-value"
                        text: root.viewModel.value
                        width: factTexts.width
                    }
                    Label {
                        capMm: Theme.smallCap
                        lineHeight: 0.85
                        objectName: "fact-doubt"
                        text: root.viewModel.doubt
                        visible: text !== ""
                        width: factTexts.width
                    }
                    Repeater {
                        //: In the staff's page where facts are checked; %1 is who says so.
                        model: qsTr("Nguồn: %1").arg(root.viewModel.source).split("; ")

                        Label {
                            required property string modelData

                            capMm: Theme.leastCap
                            color: Theme.faintInk
                            lineHeight: 0.85
                            objectName: "fact-source"
                            text: modelData
                            width: factTexts.width
                        }
                    }
                }
            }
            ActionButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.target
                iconName: "next"
                objectName: "more-sources"
                //: Shows the other tiles of a page of choices.
                text: qsTr("Xem tiếp")
                // A hidden button still takes its space: the content above must not change with it.
                enabled: factTexts.pages > 1
                opacity: enabled ? 1 : 0

                onActivated: factTexts.page = (factTexts.page + 1) % factTexts.pages
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                ActionButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.primary
                    Layout.preferredWidth: 1
                    enabled: !root.viewModel.busy
                    iconName: "warning"
                    objectName: "fact-differs"
                    //: In the staff's page where facts are checked: it is no longer true. At most 10 letters.
                    text: qsTr("Đã khác")

                    onActivated: root.viewModel.differs()
                }
                ActionButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.primary
                    Layout.preferredWidth: 1
                    enabled: !root.viewModel.busy
                    iconName: "check"
                    manner: ActionButton.Lead
                    objectName: "fact-right"
                    //: In the staff's page where facts are checked: it is true. At most 10 letters.
                    text: qsTr("Đúng")

                    onActivated: root.viewModel.right()
                }
            }
        }
    }
}
