pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The choice of the learner's make of phone, by pictures of their backs; asked once per visit.
Item {
    id: root

    readonly property list<string> makes: ["samsung", "oppo-vivo-xiaomi", "iphone", "android", "unknown"]
    readonly property bool portrait: height > width
    required property VisitViewModel visit

    function nameOf(make: string): string {
        switch (make) {
        case "android":
            //: A make of phone: another one, none of those named beside it. At most 16 letters.
            return qsTr("Android hãng khác");
        case "unknown":
            //: The learner does not know which phone she has. At most 12 letters.
            return qsTr("Không biết");
        default:
            return root.visit.makeName(make);
        }
    }

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        //: Heading of the page on which the learner says which phone she has.
        title: qsTr("Máy của bác")
        visit: root.visit
    }
    SpokenText {
        id: question

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.topMargin: Theme.gap
        maximumHeight: root.height * 0.2
        sentence: root.visit.lines[0] ?? ""
        voice: root.visit.voice
    }
    Flow {
        id: grid

        readonly property int columns: root.portrait ? 2 : 3
        readonly property real room: root.height - question.y - question.height - Theme.gap * 2
        readonly property int rowCount: Math.ceil(root.makes.length / columns)
        readonly property real tileHeight: Math.min(Theme.columnWidth, (room - spacing * (rowCount - 1)) / rowCount)

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap

        Repeater {
            model: root.makes

            TileButton {
                id: tile

                required property int index
                //! Whether the tile takes the whole row, as the last one without a neighbour.
                readonly property bool alone: root.portrait && index === root.makes.length - 1 && index % 2 === 0
                required property string modelData

                capMm: Theme.bodyCap * 1.25
                height: grid.tileHeight
                iconName: modelData === "unknown" ? "question" : ""
                objectName: "make:" + modelData
                pictureName: modelData === "unknown" ? "" : "phone-" + modelData
                text: root.nameOf(modelData)
                width: alone ? grid.width : Math.floor((grid.width - grid.spacing * (grid.columns - 1)) / grid.columns)

                onActivated: root.visit.choosePhone(modelData)
            }
        }
    }
}
