pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! What can be learnt: at most six tiles, each by drawing, words, number and voice.
Item {
    id: root

    required property VisitViewModel visit

    readonly property bool portrait: height > width

    Header {
        id: header

        visit: root.visit
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
    }

    SpokenText {
        id: welcome

        anchors.top: header.top
        anchors.left: parent.left
        width: root.portrait ? parent.width : parent.width - header.toolsWidth - Theme.gap
        anchors.topMargin: root.portrait ? header.height + Theme.gap : (header.height - implicitHeight) / 2
        voice: root.visit.voice
        sentence: root.visit.lines[0] ?? ""
        capMm: Theme.sentenceCap
        maximumHeight: root.portrait ? Theme.mm(40) : header.height * 1.4
        bold: true
    }

    Grid {
        id: grid

        readonly property real tileHeight: (height - spacing * (rows - 1)) / rows

        anchors.top: root.portrait ? welcome.bottom : header.bottom
        anchors.topMargin: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: pageLabel.visible ? pageLabel.top : parent.bottom
        columns: root.portrait ? 2 : 3
        rows: root.portrait ? 3 : 2
        spacing: Theme.gap

        Repeater {
            model: root.visit.home.tiles

            TileButton {
                id: tile

                required property var modelData

                objectName: "lesson:" + modelData.name
                width: (grid.width - grid.spacing * (grid.columns - 1)) / grid.columns
                height: Math.min(grid.tileHeight, Theme.mm(110))
                number: modelData.number
                iconName: modelData.icon
                text: modelData.title
                //: On a lesson's tile: how long it takes.
                note: qsTr("%1 phút").arg(modelData.minutes)
                chosen: root.visit.voice.sentence === modelData.title
                onActivated: root.visit.home.choose(tile.modelData.name)
            }
        }
    }

    Label {
        id: pageLabel

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.visit.home.pageCount > 1
        //: Which page of lessons is shown, and how many there are.
        text: qsTr("Trang %1 / %2").arg(root.visit.home.pageNumber).arg(root.visit.home.pageCount)
        capMm: Theme.smallCap
        color: Theme.faintInk
    }
}
