pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! What a procedure asks for, what it costs, how long it takes and where it is filed.
Item {
    id: root

    //! Each: `name`, `text`.
    required property var facts

    FactNames {
        id: names
    }
    PagedColumn {
        id: column

        anchors.bottom: more.visible ? more.top : parent.bottom
        anchors.bottomMargin: more.visible ? Theme.smallGap : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Repeater {
            model: root.facts

            CornerFact {
                required property var modelData

                called: names.nameOf(modelData.name)
                told: modelData.text
                width: column.width
            }
        }
    }
    ActionButton {
        id: more

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        height: Theme.target
        iconName: "next"
        objectName: "more-facts"
        //: At the end of a procedure: shows its other facts. At most 9 letters.
        text: qsTr("Xem thêm")
        visible: column.pages > 1

        onActivated: column.page = (column.page + 1) % column.pages
    }
}
