pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Theme

//! The form of the selected part, and below it the problems of the whole lesson.
Rectangle {
    id: root

    required property EditorViewModel editor
    required property bool keysOnScreen

    signal writeRequested(caption: string, text: string, key: string, done: var)

    border.color: Theme.hairline
    border.width: Theme.desktopMm(0.3)
    color: Theme.paper
    radius: Theme.desktopMm(2)

    DesktopText {
        id: title

        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(2)
        anchors.right: parent.right
        anchors.top: parent.top
        font.bold: true
        objectName: "editor-form-title"
        sizeMm: 5
        text: root.editor.formTitle
    }
    Flickable {
        id: list

        anchors.bottom: problems.top
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(2)
        anchors.right: parent.right
        anchors.top: title.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: fields.height
        objectName: "editor-form"

        Column {
            id: fields

            spacing: Theme.desktopMm(1.4)
            width: list.width - Theme.desktopMm(3)

            Repeater {
                model: root.editor.form

                EditorField {
                    id: field

                    property real placedAt: 0

                    editor: root.editor
                    keysOnScreen: root.keysOnScreen
                    width: fields.width

                    //! The field being edited keeps its position when content above it changes.
                    onYChanged: {
                        if (field.writing)
                            list.contentY = Math.max(0, Math.min(fields.height - list.height, list.contentY + field.y - field.placedAt));
                        field.placedAt = field.y;
                    }
                    onWriteRequested: (caption, text, key, done) => root.writeRequested(caption, text, key, done)
                }
            }
            DesktopButton {
                iconName: root.editor.showsAllFields ? "up" : "down"
                objectName: "editor-more"
                //: In the lesson editor: show or hide the fields in which nothing is written.
                text: root.editor.showsAllFields ? qsTr("Ẩn ô còn trống") : qsTr("Thêm ô khác")

                onActivated: root.editor.toggleAllFields()
            }
        }
    }
    Rectangle {
        color: Theme.outline
        height: Math.max(Theme.desktopMm(8), list.height * list.visibleArea.heightRatio)
        radius: width / 2
        visible: list.contentHeight > list.height
        width: Theme.desktopMm(1.4)
        x: parent.width - Theme.desktopMm(2.4)
        y: list.y + list.visibleArea.yPosition * list.height
    }
    Column {
        id: problems

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(2)
        anchors.right: parent.right
        spacing: Theme.desktopMm(1)

        Rectangle {
            color: root.editor.errorCount === 0 ? Theme.rightSoft : Theme.highlightSoft
            height: verdict.height + Theme.desktopMm(2.4)
            radius: Theme.desktopMm(1.6)
            width: parent.width

            DesktopText {
                id: verdict

                anchors.left: parent.left
                anchors.margins: Theme.desktopMm(1.5)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: root.editor.errorCount === 0 ? Theme.right : Theme.call
                font.bold: true
                objectName: "editor-verdict"
                //: In the lesson editor: whether the lesson can be taught; %1 is a number.
                text: root.editor.errorCount === 0 ? qsTr("Bài không có lỗi.") : qsTr("Có %1 chỗ cần sửa.").arg(root.editor.errorCount)
            }
        }
        ListView {
            id: found

            boundsBehavior: Flickable.StopAtBounds
            clip: true
            height: Math.min(contentHeight, root.height * 0.28)
            model: root.editor.problems
            objectName: "editor-problems"
            spacing: Theme.desktopMm(1)
            width: parent.width

            delegate: EditorProblem {
                editor: root.editor
                width: found.width
            }
        }
    }
}
