pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Pages
import TutorialKiosk.Theme

//! A table of the four ways: for each step what is spoken, what is touched, and what is missing.
Rectangle {
    id: root

    readonly property real columnWidth: (list.width - numberWidth) / 4
    required property EditorViewModel editor
    readonly property real numberWidth: Theme.desktopMm(50)

    signal closed

    anchors.fill: parent
    color: Theme.ground

    WayNames {
        id: names
    }
    Row {
        id: heads

        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(3)
        anchors.right: parent.right
        anchors.top: parent.top

        DesktopButton {
            chosen: true
            iconName: "back"
            objectName: "editor-ways-close"
            //: In the lesson editor: close the table, and go on editing.
            text: qsTr("Soạn tiếp")
            width: root.numberWidth - Theme.desktopMm(4)

            onActivated: root.closed()
        }
        Item {
            implicitHeight: width
            width: Theme.desktopMm(4)
        }
        Repeater {
            model: root.editor.wayNames

            DesktopText {
                required property string modelData

                font.bold: true
                sizeMm: 4.6
                text: names.nameOf(modelData)
                width: root.columnWidth
            }
        }
    }
    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(3)
        anchors.right: parent.right
        anchors.top: heads.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.editor.ways
        objectName: "editor-ways-list"
        spacing: Theme.desktopMm(1)

        delegate: RowLayout {
            id: row

            required property list<string> gap
            required property list<bool> inWay
            required property int index
            required property list<string> said
            required property list<string> touched
            required property string words

            spacing: 0
            width: list.width

            KioskButton {
                Layout.fillHeight: true
                Layout.preferredWidth: root.numberWidth - Theme.desktopMm(2)
                Layout.rightMargin: Theme.desktopMm(2)
                objectName: "editor-ways:" + row.index
                padding: 0
                text: row.words

                background: Rectangle {
                    color: Theme.paper
                    radius: Theme.desktopMm(1.2)
                }
                contentItem: DesktopText {
                    elide: Text.ElideRight
                    leftPadding: Theme.desktopMm(1)
                    maximumLineCount: 3
                    sizeMm: 3.5
                    text: (row.index + 1) + ". " + row.words
                    verticalAlignment: Text.AlignVCenter
                }

                onActivated: {
                    root.editor.chooseStep(row.index);
                    root.closed();
                }
            }
            Repeater {
                model: row.said

                Rectangle {
                    id: cell

                    readonly property string gap: row.gap[index]
                    required property int index
                    required property string modelData
                    readonly property string touched: row.touched[index]

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: root.columnWidth
                    border.color: cell.gap !== "" ? Theme.highlight : Theme.hairline
                    border.width: Theme.desktopMm(cell.gap !== "" ? 0.5 : 0.2)
                    color: row.inWay[index] ? Theme.paper : Theme.quietPressed
                    implicitHeight: Math.max(Theme.desktopMm(17), content.height + Theme.desktopMm(2))

                    Column {
                        id: content

                        anchors.left: parent.left
                        anchors.margins: Theme.desktopMm(1)
                        anchors.right: parent.right
                        anchors.top: parent.top

                        DesktopText {
                            sizeMm: 3.4
                            text: cell.modelData
                            width: parent.width
                        }
                        DesktopText {
                            color: Theme.accent
                            font.bold: true
                            sizeMm: 3.3
                            //: In the lesson editor: what is touched in a step.
                            text: qsTr("Chạm: %1").arg(cell.touched)
                            visible: cell.touched !== ""
                            width: parent.width
                        }
                        DesktopText {
                            color: Theme.highlight
                            font.bold: true
                            sizeMm: 3.3
                            text: cell.gap
                            visible: text !== ""
                            width: parent.width
                        }
                    }
                }
            }
        }
    }
    DesktopText {
        anchors.centerIn: parent
        //: In the lesson editor, in place of the table, while the lesson has errors.
        text: qsTr("Sửa các lỗi màu đỏ trước, bảng sẽ hiện ở đây.")
        visible: list.count === 0
    }
}
