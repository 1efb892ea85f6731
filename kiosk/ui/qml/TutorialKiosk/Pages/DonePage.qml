pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! What one can do now, and the three things to remember.
Item {
    id: root

    required property VisitViewModel visit

    readonly property bool portrait: height > width

    Header {
        id: header

        visit: root.visit
        number: root.visit.lesson.number
        title: root.visit.lesson.title
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
    }

    Picture {
        id: picture

        name: "all-done"
        anchors.top: header.bottom
        anchors.topMargin: Theme.gap
        anchors.right: parent.right
        width: root.portrait ? parent.width : parent.width * 0.34
        height: root.portrait ? parent.height * 0.32 : parent.height - header.height - Theme.gap
    }

    Column {
        id: column

        anchors.top: root.portrait ? picture.bottom : header.bottom
        anchors.topMargin: Theme.gap
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: root.portrait ? parent.width : parent.width - picture.width - Theme.gap
        spacing: Theme.gap

        SpokenText {
            id: praise

            width: parent.width
            voice: root.visit.voice
            sentence: root.visit.lines[0] ?? ""
            capMm: Theme.titleCap
            colour: Theme.lead
            bold: true
            maximumHeight: column.height * 0.26
        }

        Label {
            id: heading

            width: parent.width
            visible: root.visit.lesson.remember.length > 0
            //: Before the three things to remember of a lesson.
            text: qsTr("Bác nhớ giúp mấy điều:")
            capMm: Theme.smallCap
            color: Theme.faintInk
        }

        Repeater {
            id: things

            readonly property real room: (column.height - praise.implicitHeight - heading.height - column.spacing * (count + 1)) / Math.max(1, count)

            model: root.visit.lesson.remember

            Rectangle {
                id: thing

                required property int index
                required property string modelData

                width: column.width
                height: Math.min(things.room, Math.max(Theme.mm(18), sentence.implicitHeight + Theme.smallGap * 2))
                color: Theme.paper
                border.width: Theme.stroke
                border.color: Theme.hairline
                radius: Theme.radius

                Rectangle {
                    id: badge

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.smallGap
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.mm(12)
                    height: width
                    radius: width / 2
                    color: Theme.lead

                    Label {
                        anchors.centerIn: parent
                        text: String(thing.index + 1)
                        capMm: Theme.smallCap / Theme.textScale
                        font.bold: true
                        color: Theme.leadInk
                    }
                }

                SpokenText {
                    id: sentence

                    anchors.left: badge.right
                    anchors.leftMargin: Theme.smallGap
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.smallGap
                    anchors.verticalCenter: parent.verticalCenter
                    voice: root.visit.voice
                    sentence: thing.modelData
                    capMm: Theme.bodyCap
                    maximumHeight: things.room - Theme.smallGap * 2
                }
            }
        }
    }
}
