pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! A field, the keyboard that writes in it, and the lessons that may be meant.
WritingPane {
    id: root

    required property FindRoomModel room

    //: Above the field where staff look for a lesson.
    caption: qsTr("Tên bài, tên việc hoặc số")

    onEdited: words => {
        list.page = 0;
        root.room.lookFor(words);
    }
    onFinished: root.room.showFirst()

    PagedColumn {
        id: list

        anchors.bottom: more.visible ? more.top : parent.bottom
        anchors.bottomMargin: more.visible ? Theme.smallGap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Repeater {
            model: root.room.lessons

            Found {
                id: one

                required property var modelData

                number: modelData.number
                objectName: "found:" + modelData.name
                text: modelData.title
                width: list.width

                onActivated: root.room.show(one.modelData.name)
            }
        }
    }
    Label {
        anchors.centerIn: parent
        color: Theme.faintInk
        horizontalAlignment: Text.AlignHCenter
        //: Where staff look for a lesson: no lesson has these words.
        text: qsTr("Không thấy bài nào. Thử gõ ít chữ hơn.")
        visible: root.room.nothingFound
        width: parent.width
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        focusPolicy: Qt.TabFocus
        height: Theme.target
        iconName: "next"
        objectName: "more-found"
        //: Where staff look for a lesson: shows the following ones.
        text: qsTr("Bài tiếp theo")
        visible: list.pages > 1
        width: parent.width

        onActivated: list.page = (list.page + 1) % list.pages
    }

    component Found: KioskButton {
        id: tile

        property string number: ""

        height: Math.max(Theme.mm(19 * Theme.textScale), title.implicitHeight + Theme.smallGap)
        padding: 0
        spokenName: number + ". " + text

        background: Rectangle {
            border.color: Theme.outline
            border.width: Theme.stroke
            color: tile.pressed ? Theme.quietPressed : Theme.paper
            radius: Theme.radius
        }
        contentItem: Item {
            Rectangle {
                id: badge

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Theme.stroke
                anchors.top: parent.top
                bottomLeftRadius: topLeftRadius
                color: Theme.lead
                topLeftRadius: Theme.radius - Theme.stroke
                width: Math.max(Theme.mm(18), digits.implicitWidth + Theme.gap)

                Label {
                    id: digits

                    Accessible.ignored: true
                    anchors.centerIn: parent
                    capMm: Theme.bodyCap
                    color: Theme.leadInk
                    font.bold: true
                    text: tile.number
                }
            }
            Label {
                id: title

                Accessible.ignored: true
                anchors.left: badge.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                capMm: Theme.smallCap
                font.bold: true
                lineHeight: 0.85
                text: Theme.unbroken(tile.text)
            }
        }
    }
}
