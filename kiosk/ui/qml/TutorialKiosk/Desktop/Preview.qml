pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import TutorialKiosk.Backend
import TutorialKiosk.Shell
import TutorialKiosk.Theme

//! A lesson that is being written: the kiosk itself, and beside it the problems of the file.
Window {
    id: root

    required property real capRatio
    required property real diagonalIn
    required property real distanceFactor
    required property string family
    required property bool motion
    required property PreviewViewModel preview
    required property VisitViewModel visit

    color: Theme.quietPressed
    minimumHeight: Theme.desktopMm(110)
    minimumWidth: Theme.desktopMm(190)
    title: root.preview.fileName

    ThemeSettings {
        capRatio: root.capRatio
        contrast: root.visit.preferences.contrast
        diagonalIn: root.diagonalIn
        distanceFactor: root.distanceFactor
        family: root.family
        heightPx: stage.height
        motion: root.motion
        textSize: root.visit.preferences.textSize
        widthPx: stage.width
    }
    Item {
        id: place

        readonly property real margin: Theme.desktopMm(3)

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: panel.left
        anchors.top: parent.top

        Rectangle {
            id: stage

            readonly property real shape: 16 / 9

            anchors.centerIn: parent
            color: Theme.ground
            height: Math.min(parent.height - place.margin * 2, (parent.width - place.margin * 2) / shape)
            objectName: "stage"
            width: height * shape

            KioskView {
                anchors.fill: parent
                objectName: "shown"
                visible: root.preview.hasLesson
                visit: root.visit
            }
            Rectangle {
                anchors.fill: parent
                color: Theme.ground
                objectName: "dimmed"
                opacity: 0.6
                visible: root.preview.hasLesson && root.preview.finding !== "good"
            }
            DesktopText {
                anchors.centerIn: parent
                horizontalAlignment: Text.AlignHCenter
                sizeMm: 6
                //: In the preview of a lesson, in the place of the lesson, as long as there was no good one.
                text: qsTr("Sửa xong các lỗi ghi ở bên phải, bài sẽ hiện ở đây.")
                visible: !root.preview.hasLesson && root.preview.finding === "broken"
                width: parent.width * 0.7
            }
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: parent.top
                color: Theme.call
                height: ribbon.height + Theme.desktopMm(3)
                objectName: "ribbon"
                radius: Theme.desktopMm(1.6)
                visible: root.preview.hasLesson && root.preview.finding !== "good"
                width: ribbon.implicitWidth + Theme.desktopMm(8)

                DesktopText {
                    id: ribbon

                    anchors.centerIn: parent
                    color: Theme.callInk
                    font.bold: true
                    //: In the preview of a lesson, above the lesson while the file has errors.
                    text: qsTr("Đây là bản tốt gần nhất")
                }
            }
        }
    }
    PreviewPanel {
        id: panel

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        preview: root.preview
        visit: root.visit
        width: Math.min(Theme.desktopMm(130), Math.max(Theme.desktopMm(90), parent.width * 0.34))
    }
}
