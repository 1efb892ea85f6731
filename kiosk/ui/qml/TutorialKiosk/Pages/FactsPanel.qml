pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! What a procedure asks for, what it costs, how long it takes and where it is filed. Where not all
//! of it fits, the whole card is touched to see more.
KioskButton {
    id: root

    //! Each: `name`, `text`.
    required property var facts
    readonly property bool hasMore: column.pages > 1
    //: At the end of a procedure: shows its other facts. At most 9 letters.
    readonly property string wordMore: qsTr("Xem thêm")

    enabled: hasMore
    objectName: "more-facts"
    padding: Theme.smallGap
    spokenName: [...facts.map(fact => names.nameOf(fact.name) + ". " + fact.text), hasMore ? wordMore : ""].join(". ")

    background: Rectangle {
        border.color: root.hasMore ? Theme.lead : Theme.hairline
        border.width: Theme.stroke
        color: root.pressed ? Theme.quietPressed : Theme.paper
        radius: Theme.radius
    }
    contentItem: Item {
        PagedColumn {
            id: column

            anchors.fill: parent

            Repeater {
                model: root.facts

                Item {
                    id: fact

                    required property var modelData

                    height: title.implicitHeight + told.implicitHeight
                    width: column.width

                    Label {
                        id: title

                        Accessible.ignored: true
                        capMm: Theme.smallCap
                        color: Theme.lead
                        font.bold: true
                        lineHeight: 0.9
                        text: names.nameOf(fact.modelData.name)
                        width: parent.width - more.width
                    }
                    Label {
                        id: told

                        Accessible.ignored: true
                        anchors.top: title.bottom
                        capMm: Theme.smallCap
                        lineHeight: 0.9
                        text: Theme.unbroken(fact.modelData.text)
                        width: parent.width
                    }
                }
            }
        }
        Row {
            id: more

            anchors.right: parent.right
            spacing: Theme.smallGap
            visible: root.hasMore

            Label {
                Accessible.ignored: true
                capMm: Theme.smallCap
                color: Theme.lead
                font.bold: true
                lineHeight: 0.9
                text: root.wordMore
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.lead
                name: "next"
                size: Theme.mm(8)
            }
        }
    }

    onActivated: column.page = (column.page + 1) % column.pages

    FactNames {
        id: names
    }
}
