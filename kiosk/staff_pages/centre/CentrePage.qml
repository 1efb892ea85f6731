pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! The centre's details line by line, and the keyboard for the line that was touched.
Item {
    id: root

    required property CentrePageModel viewModel

    Loader {
        active: !root.viewModel.writing
        anchors.fill: parent

        sourceComponent: ColumnLayout {
            spacing: Theme.gap

            RowLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                spacing: Theme.gap * 2

                CentreLines {
                    id: lines

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    lines: root.viewModel.lines

                    onTouched: name => root.viewModel.write(name)
                }
                ColumnLayout {
                    Layout.fillHeight: true
                    Layout.fillWidth: false
                    Layout.preferredWidth: Math.min(root.width * 0.26, Theme.columnWidth)
                    spacing: Theme.smallGap
                    visible: root.viewModel.wifiCode !== ""

                    QrImage {
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.maximumHeight: width
                        Layout.preferredHeight: width
                        payload: root.viewModel.wifiCode
                    }
                    Label {
                        Layout.fillWidth: true
                        capMm: Theme.smallCap
                        horizontalAlignment: Text.AlignHCenter
                        lineHeight: 0.85
                        //: Under the code of the centre's network, in the staff's page.
                        text: Theme.withoutBadBreaks(qsTr("Quét để vào Wi-Fi"))
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                ActionButton {
                    Layout.fillHeight: true
                    iconName: "next"
                    objectName: "more-lines"
                    //: In the staff's page for the centre: shows what else is written of it.
                    text: qsTr("Dòng khác")
                    visible: lines.pages > 1

                    onActivated: lines.page = (lines.page + 1) % lines.pages
                }
                SettingFooter {
                    Layout.fillWidth: true
                    mayUndo: root.viewModel.mayUndo
                    message: root.viewModel.message

                    onUndone: root.viewModel.undo()
                }
            }
        }
    }
    Loader {
        active: root.viewModel.writing
        anchors.fill: parent

        sourceComponent: WritingPane {
            id: pane

            caption: root.viewModel.writingTitle
            lines: 3
            longest: root.viewModel.longest
            plain: root.viewModel.plain
            text: root.viewModel.draft

            onEdited: words => root.viewModel.take(words)
            onFinished: root.viewModel.save()

            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                spacing: Theme.gap
                y: pane.beside ? (parent.height - height) / 2 : 0

                StatusMessage {
                    text: root.viewModel.message
                    width: parent.width
                }
                ActionButton {
                    capMm: Theme.bodyCap
                    enabled: root.viewModel.maySave
                    focusPolicy: Qt.TabFocus
                    height: Theme.primary
                    iconName: "check"
                    manner: root.viewModel.maySave ? ActionButton.Lead : ActionButton.Quiet
                    objectName: "save"
                    opacity: root.viewModel.maySave ? 1 : 0.5
                    //: In the staff's page: keeps what was typed.
                    text: qsTr("Lưu")
                    width: parent.width

                    onActivated: root.viewModel.save()
                }
            }
        }
    }
}
