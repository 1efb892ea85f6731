pragma ComponentBehavior: Bound

import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Pages
import TutorialKiosk.Theme

//! The display options of the preview, and the problems of the file.
Rectangle {
    id: root

    required property PreviewViewModel preview
    required property VisitViewModel visit

    //! The current state of the file, as a sentence.
    function sentence(): string {
        switch (root.preview.finding) {
        case "good":
            //: In the preview of a lesson: the file has no error.
            return qsTr("Bài không có lỗi.");
        case "broken":
            //: In the preview of a lesson: how many errors the file has.
            return qsTr("Có %1 chỗ cần sửa.").arg(root.preview.errorCount);
        case "nothing":
            //: In the preview of a lesson: the file is not there.
            return qsTr("Chưa thấy tệp này. Lưu tệp là thấy bài ngay.");
        case "no-file":
            //: In the preview of a lesson: there is a folder where the file should be.
            return qsTr("Chỗ này không phải một tệp. Kiểm tra lại tên tệp.");
        case "unread":
            //: In the preview of a lesson: reading failed because of an error in the program.
            return qsTr("Máy bị lỗi khi đọc tệp này. Lưu tệp lần nữa để thử lại.");
        default:
            //: In the preview of a lesson, at its start.
            return qsTr("Đang đọc tệp…");
        }
    }

    color: Theme.ground

    Column {
        id: choices

        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(3)
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.desktopMm(2.4)

        DesktopText {
            font.bold: true
            sizeMm: 5
            text: root.preview.fileName
            width: parent.width
            wrapMode: Text.WrapAnywhere
        }
        DesktopText {
            color: Theme.faintInk
            sizeMm: 3.6
            text: root.preview.folderName
            width: parent.width
            wrapMode: Text.WrapAnywhere
        }
        Choices {
            DesktopButton {
                chosen: root.preview.voiceOn
                objectName: "voice-on"
                //: In the preview of a lesson: whether the voice is heard.
                text: root.preview.voiceOn ? qsTr("Tiếng: bật") : qsTr("Tiếng: tắt")

                onActivated: root.preview.speak(!root.preview.voiceOn)
            }
            DesktopButton {
                chosen: root.visit.preferences.contrast === "high"
                objectName: "preview-contrast"
                //: In the preview of a lesson: the colours of high contrast, on or off.
                text: qsTr("Nền đen")

                onActivated: root.visit.preferences.chooseContrast(chosen ? "warm" : "high")
            }
            Repeater {
                model: ["normal", "large", "largest"]

                DesktopButton {
                    required property int index
                    required property string modelData

                    chosen: root.visit.preferences.textSize === modelData
                    objectName: "preview-text-" + modelData
                    //: In the preview of a lesson: the three sizes of letters.
                    text: [qsTr("Chữ vừa"), qsTr("Chữ to"), qsTr("Chữ rất to")][index]

                    onActivated: root.visit.preferences.chooseTextSize(modelData)
                }
            }
        }
        Choices {
            visible: root.visit.languageChoice.tiles.count > 1

            Repeater {
                model: root.visit.languageChoice.tiles

                DesktopButton {
                    required property string code
                    required property string name

                    chosen: root.visit.language === code
                    objectName: "preview-language-" + code
                    text: name

                    onActivated: root.visit.languageChoice.chooseLanguage(code)
                }
            }
        }
        Choices {
            visible: root.preview.hasLesson

            Repeater {
                model: root.visit.lesson.ways

                DesktopButton {
                    required property string modelData

                    chosen: root.visit.lesson.way === modelData
                    objectName: "preview-way-" + modelData
                    text: names.nameOf(modelData)

                    onActivated: root.visit.chooseWay(modelData)
                }
            }
        }
        Rectangle {
            color: root.preview.finding === "good" ? Theme.rightSoft : Theme.highlightSoft
            height: verdict.height + Theme.desktopMm(4)
            radius: Theme.desktopMm(1.6)
            width: parent.width

            DesktopText {
                id: verdict

                anchors.left: parent.left
                anchors.margins: Theme.desktopMm(2)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: root.preview.finding === "good" ? Theme.right : Theme.call
                font.bold: true
                objectName: "verdict"
                sizeMm: 4.6
                text: root.sentence()
            }
        }
    }
    Flickable {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.desktopMm(3)
        anchors.right: parent.right
        anchors.top: choices.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: problems.height
        objectName: "problems"

        Column {
            id: problems

            spacing: Theme.desktopMm(2.4)
            width: list.width - (place.visible ? Theme.desktopMm(3) : 0)

            Repeater {
                model: root.preview.errors

                LineProblem {
                    objectName: "error"
                    width: problems.width
                }
            }
            DesktopText {
                readonly property int more: root.preview.errorCount - root.preview.errors.count

                color: Theme.call
                //: In the preview of a lesson, under a long list of errors: how many more there are.
                text: qsTr("Còn %1 chỗ nữa. Sửa các chỗ trên trước.").arg(more)
                visible: more > 0
                width: parent.width
            }
            DesktopText {
                color: Theme.faintInk
                font.bold: true
                //: In the preview of a lesson, above what is not an error but could be improved.
                text: qsTr("Nên xem lại (bài vẫn chạy)")
                topPadding: Theme.desktopMm(2)
                visible: root.preview.advice.count > 0
                width: parent.width
            }
            Repeater {
                model: root.preview.advice

                LineProblem {
                    grave: false
                    objectName: "advice"
                    width: problems.width
                }
            }
        }
    }
    Rectangle {
        id: place

        color: Theme.outline
        height: Math.max(Theme.desktopMm(8), list.height * list.visibleArea.heightRatio)
        radius: width / 2
        visible: list.contentHeight > list.height
        width: Theme.desktopMm(1.4)
        x: parent.width - Theme.desktopMm(2.6)
        y: list.y + list.visibleArea.yPosition * list.height
    }
    WayNames {
        id: names
    }

    component Choices: Flow {
        spacing: Theme.desktopMm(1.6)
        width: choices.width
    }
}
