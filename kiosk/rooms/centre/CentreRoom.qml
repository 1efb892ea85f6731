pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! What the kiosk says of its centre, line by line, and the keyboard for the line that was touched.
Item {
    id: root

    required property CentreRoomModel room

    Loader {
        active: !root.room.writing
        anchors.fill: parent

        sourceComponent: Item {
            CentreLines {
                id: lines

                anchors.bottom: foot.top
                anchors.bottomMargin: Theme.gap
                anchors.left: parent.left
                anchors.right: code.left
                anchors.rightMargin: code.visible ? Theme.gap * 2 : 0
                anchors.top: parent.top
                lines: root.room.lines

                onTouched: name => root.room.write(name)
            }
            Column {
                id: code

                anchors.right: parent.right
                anchors.top: parent.top
                spacing: Theme.smallGap
                visible: root.room.wifiCode !== ""
                width: visible ? Math.min(parent.width * 0.26, Theme.mm(80)) : 0

                QrImage {
                    height: width
                    payload: root.room.wifiCode
                    width: parent.width
                }
                Label {
                    capMm: Theme.smallCap
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 0.85
                    //: Under the code of the centre's network, in the staff's room.
                    text: qsTr("Quét để vào Wi-Fi")
                    width: parent.width
                }
            }
            ActionButton {
                id: more

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                height: foot.height
                iconName: "next"
                objectName: "more-lines"
                //: In the staff's room for the centre: shows what else is written of it.
                text: qsTr("Dòng khác")
                visible: lines.pages > 1

                onActivated: lines.page = (lines.page + 1) % lines.pages
            }
            SettingFoot {
                id: foot

                anchors.bottom: parent.bottom
                anchors.left: more.visible ? more.right : parent.left
                anchors.leftMargin: more.visible ? Theme.gap : 0
                anchors.right: parent.right
                mayUndo: root.room.mayUndo
                told: root.room.told

                onUndone: root.room.undo()
            }
        }
    }
    Loader {
        active: root.room.writing
        anchors.fill: parent

        sourceComponent: WritingPane {
            id: pane

            caption: root.room.writingTitle
            longest: root.room.longest
            plain: root.room.plain
            text: root.room.draft

            onEdited: words => root.room.take(words)
            onFinished: root.room.save()

            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                spacing: Theme.gap
                y: pane.beside ? (parent.height - height) / 2 : 0

                Told {
                    text: root.room.told
                    width: parent.width
                }
                ActionButton {
                    capMm: Theme.bodyCap
                    enabled: root.room.maySave
                    focusPolicy: Qt.TabFocus
                    height: Theme.primary
                    iconName: "check"
                    manner: root.room.maySave ? ActionButton.Lead : ActionButton.Quiet
                    objectName: "save"
                    opacity: root.room.maySave ? 1 : 0.5
                    //: In the staff's room: keeps what was typed.
                    text: qsTr("Lưu")
                    width: parent.width

                    onActivated: root.room.save()
                }
            }
        }
    }
}
