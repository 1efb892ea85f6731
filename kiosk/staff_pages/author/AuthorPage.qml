pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Desktop
import TutorialKiosk.Theme

//! The list of all lessons, one lesson, or the editor.
Item {
    id: root

    required property AuthorPageModel viewModel

    Loader {
        anchors.fill: parent
        sourceComponent: root.viewModel.page === "editor" ? editor : root.viewModel.page === "lesson" ? lesson : list
    }
    Component {
        id: list

        WritingPane {
            //: Above the field where staff look for a lesson to edit, or write the title of a new one.
            caption: qsTr("Tên bài hoặc số")

            onEdited: words => {
                rows.page = 0;
                root.viewModel.lookFor(words);
            }

            PagedColumn {
                id: rows

                anchors.bottom: said.top
                anchors.bottomMargin: Theme.smallGap
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top

                Repeater {
                    model: root.viewModel.lessons

                    ActionButton {
                        required iconName
                        required property string name
                        required property string note
                        required property string title

                        height: Math.max(Theme.scaled(Theme.row), implicitHeight)
                        objectName: "lesson:" + name
                        text: Theme.withoutBadBreaks(note === "" ? title : title + ". " + note)
                        width: rows.width

                        onActivated: root.viewModel.choose(name)
                    }
                }
            }
            StatusMessage {
                id: said

                anchors.bottom: foot.top
                anchors.left: parent.left
                anchors.right: parent.right
                text: root.viewModel.said
            }
            Connections {
                function onRowsMoved(): void {
                    rows.arrangeSoon();
                }

                target: root.viewModel.lessons
            }
            RowLayout {
                id: foot

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                spacing: Theme.gap
                uniformCellSizes: true

                ActionButton {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: Theme.target
                    iconName: "next"
                    objectName: "more-lessons"
                    //: In the staff's list of lessons: shows the following ones.
                    text: qsTr("Bài tiếp theo")
                    visible: rows.pages > 1

                    onActivated: rows.page = (rows.page + 1) % rows.pages
                }
                ActionButton {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: Theme.target
                    iconName: "plus"
                    manner: ActionButton.Lead
                    objectName: "new-lesson"
                    //: In the staff's list of lessons: writes a new one, with the title that was typed.
                    text: qsTr("Bài mới")

                    onActivated: root.viewModel.begin()
                }
            }
        }
    }
    Component {
        id: lesson

        ColumnLayout {
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                font.bold: true
                text: root.viewModel.lesson
            }
            GridLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                columnSpacing: Theme.gap
                columns: 2
                rowSpacing: Theme.gap
                uniformCellHeights: true
                uniformCellWidths: true

                Choice {
                    iconName: "document"
                    manner: ActionButton.Lead
                    objectName: "edit-lesson"
                    //: In the staff's list of lessons: opens one in the editor.
                    text: qsTr("Sửa bài")

                    onActivated: root.viewModel.edit()
                }
                Choice {
                    iconName: "stick"
                    objectName: "export-lesson"
                    //: In the staff's list of lessons: copies one to a USB stick, for another kiosk.
                    text: qsTr("Chép ra USB")

                    onActivated: root.viewModel.exportToStick()
                }
                Choice {
                    enabled: root.viewModel.sound
                    iconName: root.viewModel.hidden ? "eye" : "eye-off"
                    objectName: "hide-lesson"
                    text: root.viewModel.hidden ?
                    //: In the staff's list of lessons: learners see its tile again.
                    qsTr("Hiện lại ở trang đầu") :
                    //: In the staff's list of lessons: learners do not see its tile; its number still opens it.
                    qsTr("Ẩn khỏi trang đầu")

                    onActivated: root.viewModel.toggleHidden()
                }
                Choice {
                    enabled: root.viewModel.sound
                    iconName: root.viewModel.unused ? "check" : "stop"
                    objectName: "stop-lesson"
                    text: root.viewModel.unused ?
                    //: In the staff's list of lessons: the lesson is taught again.
                    qsTr("Dạy lại bài này") :
                    //: In the staff's list of lessons: the lesson is not taught on this kiosk any more.
                    qsTr("Thôi dạy bài này")

                    onActivated: root.viewModel.toggleUnused()
                }
            }
            SettingFooter {
                Layout.fillWidth: true
                mayUndo: root.viewModel.mayUndo
                message: root.viewModel.message || root.viewModel.said

                onUndone: root.viewModel.undo()
            }
        }
    }
    Component {
        id: editor

        EditorView {
            editor: root.viewModel.editor
            inKiosk: true
            visit: root.viewModel.visit

            onLeaveRequested: root.viewModel.back()
        }
    }

    component Choice: ActionButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.target
        capMm: Theme.bodyCap
    }
}
