pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

//! Rows page by page; each that can be chosen has a check box.
Item {
    id: root

    //! Rows of `UsbRow`.
    required property TypedListModel rows

    signal chosen(name: string)
    signal touched(name: string)

    PagedColumn {
        id: list

        anchors.bottom: more.visible ? more.top : parent.bottom
        anchors.bottomMargin: more.visible ? Theme.smallGap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Repeater {
            model: root.rows

            Item {
                id: one

                required property bool chosen
                required property string iconName
                required property string name
                required property string note
                required property string number
                required property bool ok
                required property bool takeable
                required property string title

                height: row.height
                width: list.width

                KioskButton {
                    id: box

                    height: row.height
                    objectName: "choose:" + one.name
                    //: Read aloud by a screen reader: chooses a lesson of the USB stick; %1 is its title.
                    spokenName: qsTr("Chọn %1").arg(one.title)
                    visible: one.takeable
                    width: Theme.row

                    background: Rectangle {
                        border.color: Theme.accent
                        border.width: Theme.thick
                        color: box.pressed ? Theme.quietPressed : one.chosen ? Theme.accent : Theme.paper
                        radius: Theme.radius
                    }
                    contentItem: Item {
                        Icon {
                            anchors.centerIn: parent
                            colour: Theme.accentInk
                            name: one.chosen ? "check" : ""
                            size: Theme.sign
                        }
                    }

                    onActivated: root.chosen(one.name)
                }
                StickRow {
                    id: row

                    anchors.right: parent.right
                    iconName: one.iconName
                    note: one.note
                    number: one.number
                    objectName: "row:" + one.name
                    ok: one.ok
                    text: one.title
                    width: parent.width - (box.visible ? box.width + Theme.gap : 0)

                    onActivated: root.touched(one.name)
                }
            }
        }
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        height: Theme.target
        iconName: "next"
        objectName: "more-rows"
        //: In the staff's page for USB sticks: shows the following rows.
        text: qsTr("Xem tiếp")
        visible: list.pages > 1
        width: parent.width

        onActivated: list.page = (list.page + 1) % list.pages
    }
}
