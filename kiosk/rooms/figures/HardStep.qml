pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Phone
import TutorialKiosk.Theme

//! A step where people get stuck: what it says, how often what happened there, and how it looks.
Item {
    id: root

    required property PhoneViewModel phone
    readonly property bool portrait: height > width
    //! `title`, `icon`, `says`, `number`, `picture`, `hasPhone`, `shown`, `stuck`, `left`, `called`.
    required property var step
    readonly property bool hasSide: step.hasPhone || step.picture !== ""

    Column {
        id: words

        spacing: Theme.smallGap
        width: root.portrait || !root.hasSide ? root.width : root.width - side.width - Theme.gap

        Row {
            spacing: Theme.smallGap
            width: parent.width

            Icon {
                id: sign

                colour: Theme.lead
                name: root.step.icon
                size: Theme.mm(9)
            }
            Label {
                anchors.verticalCenter: sign.verticalCenter
                capMm: Theme.smallCap
                color: Theme.lead
                font.bold: true
                lineHeight: 0.85
                //: In the staff's room for figures: a lesson's title, and the number of the step where people get stuck.
                text: root.step.number > 0 ? qsTr("%1, bước %2").arg(Theme.unbroken(root.step.title)).arg(root.step.number) : Theme.unbroken(root.step.title)
                width: parent.width - sign.width - parent.spacing
            }
        }
        Label {
            capMm: Theme.bodyCap
            lineHeight: 0.85
            objectName: "hard-step"
            //: In the staff's room for figures: people got stuck at a step that was changed or removed since.
            text: root.step.says !== "" ? root.step.says : qsTr("Bước này đã được sửa hoặc bỏ.")
            width: parent.width
        }
        Item {
            height: Theme.smallGap
            width: 1
        }
        Times {
            //: In the staff's room for figures: how often a step was shown. %1 is the number.
            text: qsTr("Được xem: %1 lần").arg(root.step.shown)
        }
        Times {
            font.bold: true
            //: In the staff's room for figures: so often the finger had to show what to touch. %1 is the number.
            text: qsTr("Máy phải chỉ tay: %1 lần").arg(root.step.stuck)
            visible: root.step.stuck > 0
        }
        Times {
            font.bold: true
            //: In the staff's room for figures: so often the lesson was left at this step. %1 is the number.
            text: qsTr("Bỏ dở ở đây: %1 lần").arg(root.step.left)
            visible: root.step.left > 0
        }
        Times {
            font.bold: true
            //: In the staff's room for figures: so often staff were called at this step. %1 is the number.
            text: qsTr("Gọi cán bộ ở đây: %1 lần").arg(root.step.called)
            visible: root.step.called > 0
        }
    }
    Item {
        id: side

        height: root.portrait ? root.height - words.height - Theme.gap : root.height
        visible: root.hasSide
        width: root.portrait ? root.width : root.step.hasPhone ? Math.max(Theme.mm(90), Math.min(Theme.mm(110), root.height * 0.56)) : root.width * 0.42
        x: root.portrait ? 0 : root.width - width
        y: root.portrait ? root.height - height : 0

        Phone {
            anchors.horizontalCenter: parent.horizontalCenter
            forLookingOnly: true
            height: parent.height
            phone: root.phone
            visible: root.step.hasPhone
            width: Math.min(parent.width, Math.max(Theme.mm(90), parent.height * 0.56))
        }
        Picture {
            anchors.fill: parent
            name: root.step.hasPhone ? "" : root.step.picture
        }
    }

    component Times: Label {
        capMm: Theme.smallCap
        lineHeight: 0.85
        width: words.width
    }
}
