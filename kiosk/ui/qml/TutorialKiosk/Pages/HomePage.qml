pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! The page of lessons: at most six tiles, each with drawing, title, number, duration and voice language.
Item {
    id: root

    readonly property bool portrait: height > width
    required property VisitViewModel visit

    Header {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visit: root.visit
    }
    SpokenText {
        id: welcome

        anchors.left: parent.left
        anchors.top: header.top
        anchors.topMargin: root.portrait ? header.height + Theme.gap : Math.max(0, (header.height - implicitHeight) / 2)
        bold: true
        capMm: Theme.sentenceCap
        maximumHeight: Theme.mm(root.portrait ? 40 : 30)
        sentence: root.visit.lines[0] ?? ""
        voice: root.visit.voice
        width: root.portrait ? parent.width : parent.width - header.toolsWidth - Theme.gap
    }
    ActionButton {
        id: resume

        anchors.left: parent.left
        anchors.right: parent.right
        capMm: Theme.bodyCap
        height: Math.max(Theme.target, implicitHeight)
        iconName: "play"
        manner: ActionButton.Lead
        objectName: "resume"
        //: First on the page of lessons: goes on with the lesson that was left, whose title follows.
        text: qsTr("Học tiếp") + ": " + root.visit.home.left
        visible: root.visit.home.left !== ""
        y: Math.max(welcome.y + welcome.height, header.height) + Theme.gap

        onActivated: root.visit.resumeLeft()
    }
    Grid {
        id: grid

        readonly property real bottomLine: byNumber.y - Theme.smallGap
        readonly property real tileHeight: Math.min((bottomLine - topLine - spacing * (rows - 1)) / rows, Theme.mm(110))
        readonly property real topLine: Math.max(welcome.y + welcome.height, header.height) + Theme.gap + (resume.visible ? resume.height + Theme.gap : 0)

        anchors.left: parent.left
        anchors.right: parent.right
        columns: root.portrait ? 2 : 3
        height: bottomLine - y
        rows: root.portrait ? 3 : 2
        spacing: Theme.gap
        // On an upright screen the tiles are low, within reach; unused height is above them.
        y: root.portrait ? bottomLine - rows * tileHeight - (rows - 1) * spacing : topLine

        Repeater {
            model: root.visit.home.tiles

            TileButton {
                id: tile

                //: On a lesson's tile: how long it takes; on the tile of a series: how many parts it has.
                readonly property string length: parts > 0 ? qsTr("%1 phần").arg(parts) : qsTr("%1 phút").arg(minutes)
                required iconName
                required property int minutes
                required property string name
                required number
                required property int parts
                required ticked
                required property string title
                required property string voice

                capMm: Theme.bodyCap * (root.portrait ? 1.35 : 1)
                height: grid.tileHeight
                // The title may shrink to the letters of the normal text size, so that the minutes have room.
                leastCapMm: Theme.bodyCap / Theme.textScale
                note: [length, voice].filter(each => each !== "").join(" · ")
                objectName: "lesson:" + name
                text: title
                width: (grid.width - grid.spacing * (grid.columns - 1)) / grid.columns

                onActivated: root.visit.home.choose(tile.name)
            }
        }
    }
    Label {
        anchors.centerIn: grid
        capMm: Theme.sentenceCap
        horizontalAlignment: Text.AlignHCenter
        objectName: "no-tiles"
        //: On the page of lessons while there is nothing to choose: the lessons are still being read, or there are none.
        text: root.visit.home.isRead ? qsTr("Chưa có bài học nào. Bác gọi cán bộ nhé.") : qsTr("Bác chờ một chút. Máy đang mở các bài học.")
        visible: root.visit.home.tiles.count === 0
        width: grid.width
    }
    ActionButton {
        id: byNumber

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        height: Theme.target
        iconName: "pin-pad"
        objectName: "by-number"
        //: On the page of lessons: opens a pad on which the number of a lesson is typed. At most 12 letters.
        text: qsTr("Gõ số bài")

        onActivated: root.visit.assist.openPad()
    }
    Label {
        anchors.right: parent.right
        anchors.verticalCenter: byNumber.verticalCenter
        capMm: Theme.smallCap
        color: Theme.faintInk
        //: Which page of lessons is shown, and how many there are.
        text: qsTr("Trang %1 / %2").arg(root.visit.home.pageNumber).arg(root.visit.home.pageCount)
        visible: root.visit.home.pageCount > 1
    }
}
