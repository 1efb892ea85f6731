pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Pages
import TutorialKiosk.Theme

//! The toolbar of the editor, for the whole lesson: title, save state, undo, play.
Rectangle {
    id: root

    required property EditorViewModel editor
    //! Whether text is entered with the on-screen keyboard.
    property bool keysOnScreen: false
    property bool mayLeave: false
    //! Whether the buttons need more than one row.
    property bool narrow: false
    required property VisitViewModel visit
    //! Whether every button has room for its label.
    readonly property bool wide: width >= Theme.desktopMm(460)

    signal cardRequested
    signal leaveRequested

    color: Theme.paper
    implicitHeight: rows.implicitHeight + Theme.desktopMm(3)

    WayNames {
        id: names
    }
    Component {
        id: trying

        Row {
            spacing: Theme.desktopMm(1.4)

            DesktopButton {
                iconName: "list"
                objectName: "editor-ways"
                //: In the lesson editor: the table of what is said and touched in the four ways.
                text: qsTr("Bốn lượt")

                onActivated: root.cardRequested()
            }
            Repeater {
                model: root.editor.wayNames

                DesktopButton {
                    required property string modelData

                    iconName: "play"
                    objectName: "editor-play-" + modelData
                    text: names.nameOf(modelData)

                    onActivated: root.editor.play(modelData)
                }
            }
        }
    }
    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(2)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.desktopMm(1)

        RowLayout {
            spacing: Theme.desktopMm(1.4)

            DesktopButton {
                iconName: "back"
                objectName: "editor-leave"
                //: In the lesson editor, on the kiosk: back to the staff's pages.
                text: qsTr("Xong")
                visible: root.mayLeave

                onActivated: root.leaveRequested()
            }
            DesktopButton {
                chosen: root.editor.part === "head"
                iconName: "list"
                objectName: "editor-head"
                //: In the lesson editor: title, number, icon and the like of the lesson.
                text: qsTr("Đầu bài")

                onActivated: root.editor.chooseHead()
            }
            DesktopText {
                Layout.fillWidth: true
                elide: Text.ElideRight
                font.bold: true
                sizeMm: 5
                text: root.editor.title || root.editor.fileName
                wrapMode: Text.NoWrap
            }
            DesktopButton {
                enabled: root.editor.mayUndo
                iconName: "undo"
                objectName: "editor-undo"
                small: !root.wide
                //: In the lesson editor: undo the last change.
                text: qsTr("Hoàn tác")

                onActivated: root.editor.undo()
            }
            DesktopButton {
                enabled: root.editor.mayRedo
                iconName: "again"
                objectName: "editor-redo"
                small: !root.wide
                //: In the lesson editor: redo the change that was undone.
                text: qsTr("Làm lại")

                onActivated: root.editor.redo()
            }
            DesktopButton {
                chosen: root.keysOnScreen
                iconName: "text-size"
                objectName: "editor-keys"
                small: !root.wide
                //: In the lesson editor: whether keys are shown on the screen to write with.
                text: qsTr("Bàn phím")

                onActivated: root.keysOnScreen = !root.keysOnScreen
            }
            Loader {
                active: !root.narrow
                sourceComponent: trying
                visible: active
            }
            DesktopButton {
                iconName: "stick"
                objectName: "editor-export"
                small: !root.wide
                //: In the lesson editor: copy the lesson to a USB stick, for other kiosks.
                text: qsTr("Ra USB")

                onActivated: root.editor.exportToStick()
            }
            DesktopButton {
                iconName: "folder"
                objectName: "editor-folder"
                small: !root.wide
                //: In the lesson editor: copy the lesson into a folder, such as that of which a pack is made.
                text: qsTr("Chép vào thư mục")
                visible: !root.mayLeave

                onActivated: root.editor.exportToFolder()
            }
            DesktopButton {
                chosen: !root.editor.saved
                iconName: "download"
                objectName: "editor-save"
                //: In the lesson editor: write the file.
                text: root.editor.saved ? qsTr("Đã lưu") : qsTr("Lưu")

                onActivated: root.editor.save()
            }
        }
        Loader {
            active: root.narrow
            sourceComponent: trying
            visible: active
        }
        RowLayout {
            visible: root.editor.message !== "" || root.editor.conflict

            DesktopText {
                Layout.fillWidth: true
                color: root.editor.succeeded ? Theme.right : Theme.call
                font.bold: true
                //: In the lesson editor: somebody else changed the same lines of the file.
                text: root.editor.conflict ? qsTr("Có người vừa sửa cùng chỗ trong tệp này. Giữ bản nào?") : root.visit.worded(root.editor.message).replace("%1", root.editor.messageArgument)
            }
            DesktopButton {
                objectName: "editor-overwrite"
                //: In the lesson editor, where two people changed the same lines: keep one's own.
                text: qsTr("Giữ bản của tôi")
                visible: root.editor.conflict

                onActivated: root.editor.overwriteDisk()
            }
            DesktopButton {
                objectName: "editor-use-disk"
                //: In the lesson editor, where two people changed the same lines: take the other's.
                text: qsTr("Lấy bản trên đĩa")
                visible: root.editor.conflict

                onActivated: root.editor.useDiskText()
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.hairline
        height: Theme.desktopMm(0.4)
    }
}
