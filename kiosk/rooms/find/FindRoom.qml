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
        found.turned = 0;
        root.room.lookFor(words);
    }
    onFinished: root.room.showFirst()

    Item {
        id: found

        readonly property int fitting: Math.max(1, Math.floor((height + Theme.smallGap) / (rowHeight + Theme.smallGap)) - (manyPages ? 1 : 0))
        readonly property bool manyPages: root.room.lessons.length * (rowHeight + Theme.smallGap) - Theme.smallGap > height
        readonly property int page: pages > 1 ? turned % pages : 0
        readonly property int pages: Math.ceil(root.room.lessons.length / fitting)
        readonly property real rowHeight: Math.max(Theme.target, Theme.mm(19 * Theme.textScale))
        property int turned: 0

        anchors.fill: parent

        Column {
            spacing: Theme.smallGap
            width: parent.width

            Repeater {
                model: root.room.lessons.slice(found.page * found.fitting, (found.page + 1) * found.fitting)

                Found {
                    id: one

                    required property var modelData

                    height: found.rowHeight
                    number: modelData.number
                    objectName: "found:" + modelData.name
                    text: modelData.title
                    width: found.width

                    onActivated: root.room.show(one.modelData.name)
                }
            }
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.faintInk
            horizontalAlignment: Text.AlignHCenter
            //: Where staff look for a lesson: no lesson has these words.
            text: qsTr("Không thấy bài nào. Thử gõ ít chữ hơn.")
            visible: root.room.nothingFound
            width: parent.width
        }
        ActionButton {
            anchors.bottom: parent.bottom
            height: found.rowHeight
            iconName: "next"
            objectName: "more-found"
            //: Where staff look for a lesson: shows the following ones.
            text: qsTr("Bài tiếp theo")
            visible: found.pages > 1
            width: parent.width

            onActivated: found.turned += 1
        }
    }

    component Found: KioskButton {
        id: tile

        property string number: ""

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
                width: Math.max(Theme.mm(20 * Theme.textScale), digits.implicitWidth + Theme.gap)

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
                Accessible.ignored: true
                anchors.left: badge.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.smallGap
                anchors.verticalCenter: parent.verticalCenter
                capMm: Theme.smallCap
                font.bold: true
                lineHeight: 0.8
                text: Theme.unbroken(tile.text)
            }
        }
    }
}
